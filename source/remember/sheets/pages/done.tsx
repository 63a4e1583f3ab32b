import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { page } from '#ground/web/answer.ts'
import type { SentForm } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Confirm, Form } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { memoryRecords } from '../../messages/memory-records.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { recordAddress } from '../../rules/record-address.ts'
import { namesOfRecords } from '../../store/names.ts'
import { whatUndoDoes } from '../acts/undo-sheet.ts'
import { type Batch, stateOfBatch } from '../store/batches.ts'
import { type OfBatch, recordsOfBatch } from '../store/undo.ts'
import { importAddress, zone } from './frame.ts'

const recordsShown = 200

/** What became of a file: what it wrote, line by line, and the way to undo it. */
export async function donePage(visit: Visit, memory: Memory, batch: Batch): Promise<Response> {
  const { locale, house } = visit
  const m = sheetsWords[locale]
  const here = importAddress(visit, memory, `/${batch.id}`)
  const undone = stateOfBatch(batch) === 'undone'
  const { rows, names } = await as(house.db, visit.actor, async tx => {
    // Texts and parts are told with the record that they belong to.
    const all = (await recordsOfBatch(tx, batch.id)).filter(({ table }) => recordAddress(table, '') !== null)
    const shown = undone ? all.filter(one => one.undone === 'kept') : all
    const ids = shown.slice(0, recordsShown).map(({ id }) => id)
    return { rows: shown, names: await namesOfRecords(tx, memory.id, ids, locale) }
  })
  const at = (instant: Temporal.Instant | null) => (instant === null ? '–' : moment(locale, instant, zone))
  const left = rows.length - recordsShown
  return memoryPage(
    visit,
    memory,
    {
      title: batch.name,
      heading: <bdi>{batch.name}</bdi>,
      ...(undone ? {} : { lead: m.done.text(batch.created, batch.updated) }),
      section: null,
      above: [{ label: m.title, path: '/import' }],
    },
    <>
      <Facts
        facts={[
          { term: m.done.kind, value: sheetsFields[locale].kinds[batch.kind] },
          { term: m.done.imported, value: at(batch.importedAt) },
          { term: m.done.by, value: <span dir="auto">{batch.importedBy || m.lists.somebody}</span> },
          { term: m.done.created, value: number(locale, batch.created) },
          { term: m.done.updated, value: number(locale, batch.updated) },
          { term: m.done.unchanged, value: number(locale, batch.unchanged) },
          ...(undone ? [{ term: m.done.undone, value: at(batch.undoneAt) }] : []),
        ]}
      />
      {undone && rows.length > 0 ? <p>{m.done.keptLead}</p> : null}
      <DataTable
        t={parts[locale]}
        caption={undone ? m.done.outcomes.kept : m.done.records}
        address={here}
        rows={rows.slice(0, recordsShown)}
        rowLink={({ table, id }) => addressIn(visit, memory, recordAddress(table, id) ?? '')}
        columns={[
          { key: 'record', heading: m.done.record, cell: ({ id }) => <span dir="auto">{names.get(id) ?? '–'}</span> },
          { key: 'table', heading: m.done.table, cell: one => tableInWords(visit, one) },
          { key: 'row', heading: m.done.row, kind: 'number', cell: ({ line }) => number(locale, line) },
          { key: 'what', heading: m.done.what, cell: ({ isNew }) => (isNew ? m.done.made : m.done.changed) },
          {
            key: 'since',
            heading: m.done.outcome,
            cell: ({ touched, undone: became }) =>
              became === null ? (touched ? m.done.touched : m.done.untouched) : m.done.outcomes[became],
          },
        ]}
        empty={{ title: m.done.noneTitle, text: m.done.none }}
      />
      {left > 0 ? <p>{m.done.more(left)}</p> : null}
      {undone || batch.created + batch.updated === 0 ? null : (
        <Form t={parts[locale]} action={here} once={newOnceKey(house.keys)} hidden={{ do: 'undo' }} short>
          <Button kind="danger">{m.undo.button}</Button>
        </Form>
      )}
    </>,
  )
}

const tableInWords = ({ locale }: Visit, { table }: OfBatch): string =>
  (memoryRecords[locale].tables as Readonly<Record<string, string>>)[table] ?? table

/** The page before an import is undone: what goes, what is put back, what stays. */
export async function confirmUndo(visit: Visit, memory: Memory, id: string, sent: SentForm): Promise<Response> {
  const { house, locale } = visit
  const m = sheetsWords[locale]
  const here = importAddress(visit, memory, `/${id}`)
  const { removed, restored, kept } = await whatUndoDoes(house, visit.actor, memory.id, id)
  const records = (list: readonly OfBatch[]) =>
    new Set(list.filter(({ table }) => recordAddress(table, '') !== null).map(one => one.id)).size
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
        text={m.undo.text(records(removed), records(restored), records(kept))}
        action={here}
        cancel={here}
        button={m.undo.confirm}
        once={sent.once ?? newOnceKey(house.keys)}
        hidden={{ do: 'undo', sure: 'yes' }}
      />,
    ),
  )
}
