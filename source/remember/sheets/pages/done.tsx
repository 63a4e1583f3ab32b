import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { page } from '#ground/web/answer.ts'
import type { SentForm } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Confirm, Form } from '#ground/web/parts/form.tsx'
import { Facts, Note } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { momentInWords } from '../../pages/moments.ts'
import { toldRecords } from '../acts/told-records.ts'
import { whyKept as reasonsToKeep, type WhyKept, whatUndoDoes } from '../acts/undo-sheet.ts'
import { countedBy, sumOf } from '../rules/counted.ts'
import { type Batch, sameFile, stateOfBatch } from '../store/batches.ts'
import { type OfBatch, recordsOfBatch } from '../store/undo.ts'
import { byKindInWords } from './counted.ts'
import { importAddress } from './frame.ts'
import { LeftOutNote } from './left-out.tsx'
import { addressOf, isNote, NameOf, namesFor, reasonOf, recordsShown, Told, whyKept } from './told.tsx'

/** What became of a file: what it wrote, line by line, and the way to undo it. */
export async function donePage(visit: Visit, memory: Memory, batch: Batch): Promise<Response> {
  const { locale, house } = visit
  const m = sheetsWords[locale]
  const here = importAddress(visit, memory, `/${batch.id}`)
  const undone = stateOfBatch(batch) === 'undone'
  const look = sheetsLook[locale]
  const { rows, names, why, alike, counts, left } = await as(house.db, visit.actor, async tx => {
    const all = await recordsOfBatch(tx, batch.id)
    const shown = await toldRecords(tx, batch.kind, undone ? all.filter(one => one.undone === 'kept') : all)
    const why = undone ? await reasonsToKeep(tx, batch.id) : new Map<string, WhyKept>()
    const first = [shown.filter(one => !isNote(one)), shown.filter(isNote)].flatMap(one => one.slice(0, recordsShown))
    const named = await namesFor(tx, memory, locale, first, why)
    const same = await sameFile(tx, memory.id, batch.sha256)
    const alike = same.filter(one => one.id !== batch.id && stateOfBatch(one) === 'looked-at')
    const records = shown.filter(one => !isNote(one))
    const made = countedBy(records.filter(({ isNew }) => isNew).map(({ table }) => table))
    const changed = countedBy(records.filter(({ isNew }) => !isNew).map(({ table }) => table))
    const counts = { made, changed, notes: all.filter(isNote).length }
    // What was imported or waits beside it is left out no more.
    const taken = new Set(
      same.filter(one => ['imported', 'looked-at'].includes(stateOfBatch(one))).map(({ kind }) => kind),
    )
    const left = batch.leftOut && {
      ...batch.leftOut,
      lists: batch.leftOut.lists.filter(({ kind }) => !taken.has(kind)),
    }
    return { rows: shown, names: named, why, alike, counts, left }
  })
  const at = (instant: Temporal.Instant | null) =>
    instant === null ? '–' : momentInWords(locale, instant, memory.timeZone)
  return memoryPage(
    visit,
    memory,
    {
      title: batch.name,
      heading: <bdi>{batch.name}</bdi>,
      ...(undone ? {} : { lead: m.done.text(sumOf(counts.made), sumOf(counts.changed), counts.notes) }),
      section: null,
      above: [{ label: m.title, path: '/import' }],
    },
    <>
      <Facts
        facts={[
          { term: m.done.kind, value: sheetsFields[locale].kinds[batch.kind] },
          { term: m.done.imported, value: at(batch.importedAt) },
          { term: m.done.by, value: <span dir="auto">{batch.importedBy || m.lists.somebody}</span> },
          {
            term: m.done.created,
            value: undone ? number(locale, batch.created) : byKindInWords(locale, counts.made),
          },
          {
            term: m.done.updated,
            value: undone ? number(locale, batch.updated) : byKindInWords(locale, counts.changed),
          },
          { term: m.done.unchanged, value: number(locale, batch.unchanged) },
          ...(counts.notes > 0 ? [{ term: m.done.notes, value: number(locale, counts.notes) }] : []),
          ...(undone ? [{ term: m.done.undone, value: at(batch.undoneAt) }] : []),
        ]}
      />
      {undone || left === null ? null : <LeftOutNote visit={visit} memory={memory} left={left} />}
      {undone && rows.length > 0 ? <p>{m.done.keptLead}</p> : null}
      <Told
        {...{ visit, memory, here, names, why }}
        caption={undone ? m.done.outcomes.kept : m.done.records}
        rows={rows.filter(one => !isNote(one))}
        empty={
          undone ? { title: look.kept.noneTitle, text: look.kept.none } : { title: m.done.noneTitle, text: m.done.none }
        }
      />
      {counts.notes > 0 && rows.some(isNote) ? (
        <Told
          {...{ visit, memory, here, names, why }}
          caption={m.done.notes}
          rows={rows.filter(isNote)}
          empty={{ title: m.done.noneTitle, text: m.done.none }}
        />
      ) : null}
      {alike.length > 0 ? (
        <Note>
          <p>{look.lists.waiting}</p>
          <ul>
            {alike.map(one => (
              <li>
                <a href={importAddress(visit, memory, `/${one.id}`)}>{sheetsFields[locale].kinds[one.kind]}</a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {undone || rows.length === 0 ? null : (
        <Form t={parts[locale]} action={here} once={newOnceKey(house.keys)} hidden={{ do: 'undo' }} short>
          <Button kind="danger">{m.undo.button}</Button>
        </Form>
      )}
    </>,
  )
}

/** The page before an import is undone: what goes, what is put back, what stays. */
export async function confirmUndo(visit: Visit, memory: Memory, batch: Batch, sent: SentForm): Promise<Response> {
  const { house, locale } = visit
  const m = sheetsWords[locale]
  const here = importAddress(visit, memory, `/${batch.id}`)
  const { removed, restored, kept, why } = await whatUndoDoes(house, visit.actor, memory.id, batch.id)
  const { stay, names, counts } = await as(house.db, visit.actor, async tx => {
    const told = (list: readonly OfBatch[]) => toldRecords(tx, batch.kind, list)
    // Notes that came from comments are counted by themselves: no row of the sheet is one.
    const recordsIn = async (list: readonly OfBatch[]) => (await told(list)).filter(one => !isNote(one))
    const stay = (await told(kept)).slice(0, recordsShown)
    // A part that is taken out of a record that was there before puts that one back as it was.
    const goes = await recordsIn([...removed, ...restored])
    const gone = goes.filter(({ isNew }) => isNew).length
    const counts = { removed: gone, restored: goes.length - gone, kept: (await recordsIn(kept)).length }
    return { stay, counts, names: await namesFor(tx, memory, locale, stay, why) }
  })
  const notes = (list: readonly OfBatch[]) => list.filter(isNote).length
  return page(
    visit,
    layout(
      visit,
      {
        title: `${m.undo.title} – ${memory.name}`,
        office: true,
        breadcrumb: [
          { label: memory.name, href: addressIn(visit, memory) },
          { label: m.title, href: importAddress(visit, memory) },
          { label: m.undo.title },
        ],
      },
      <Confirm
        t={parts[locale]}
        title={m.undo.title}
        text={[
          m.undo.text(counts.removed, counts.restored, counts.kept),
          ...(notes(removed) + notes(kept) > 0 ? [m.undo.notes(notes(removed), notes(kept))] : []),
        ]
          .filter(said => said !== '')
          .join(' ')}
        action={here}
        cancel={here}
        button={m.undo.confirm}
        stay={m.undo.stay}
        once={sent.once ?? newOnceKey(house.keys)}
        hidden={{ do: 'undo', sure: 'yes' }}
      >
        {stay.length > 0 ? (
          <section class="stack">
            <h2>{sheetsLook[locale].kept.list}</h2>
            <ul>
              {stay.map(one => (
                <li>
                  <a href={addressOf(visit, memory, one)}>
                    <NameOf visit={visit} one={one} names={names} />
                  </a>{' '}
                  – {whyKept(visit, reasonOf(one, why), names)}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </Confirm>,
    ),
  )
}
