import { columnLetters } from '#convene/guests/rules/guest-table.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { Button, Buttons, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts, Note, State } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import type { Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { RecordName } from '../../pages/record-name.tsx'
import { publicRecords } from '../acts/changes.ts'
import { type DryRun, lacking } from '../acts/dry-run.ts'
import type { WaitingBatch } from '../acts/open-sheet.ts'
import { otherLists } from '../acts/other-lists.ts'
import { fieldLabel } from '../acts/words.ts'
import type { What } from '../rules/merge.ts'
import { headingText } from '../rules/table.ts'
import { Changes } from './changes.tsx'
import { byKindInWords } from './counted.ts'
import { importAddress, nameIn } from './frame.ts'
import { Reading } from './how-read.tsx'
import { type Again, anchorOfImport, ImportForm } from './import-form.tsx'
import { UploadForm } from './imports.tsx'
import { anchorOfAll, Problems } from './problems.tsx'

const rowsShown = 20
const kinds = ['create', 'update', 'same', 'left', 'wrong', 'passedOver', 'comments'] as const

/** What an import would do, with everything there is to say about its cells; and the button that does it. */
export function lookPage(
  visit: Visit,
  memory: Memory,
  opened: WaitingBatch,
  run: DryRun | null,
  before: string | null,
  again: Again = { typed: {}, once: null, errors: {} },
): Promise<Response> {
  const { locale } = visit
  const m = sheetsWords[locale]
  const { batch } = opened
  const here = importAddress(visit, memory, `/${batch.id}`)
  const props = { visit, opened, here }
  const lacks = lacking(opened)
  const all = visit.url.searchParams.get('changes') === 'all'
  if (run && all)
    return memoryPage(
      visit,
      memory,
      {
        title: sheetsLook[locale].changes.title,
        section: null,
        above: [
          { label: m.title, path: '/import' },
          { label: batch.name, path: `/import/${batch.id}` },
        ],
      },
      <Changes {...props} run={run} all />,
    )
  return memoryPage(
    visit,
    memory,
    {
      title: batch.name,
      heading: <bdi>{batch.name}</bdi>,
      lead: run ? m.look.lead(run.counts.wrong) : m.look.notYet,
      section: null,
      above: [{ label: m.title, path: '/import' }],
      failed: Object.keys(again.errors).length > 0,
    },
    <>
      {before === null ? null : (
        <Note>
          <p>{m.look.sameFile(before)}</p>
        </Note>
      )}
      {lacks.length > 0 ? (
        <Note tone="warning" title={m.look.lackingTitle}>
          <p>{m.look.lacking(lacks.map(field => fieldLabel(locale, field)).join(' · '))}</p>
          <p>
            <LinkButton href={`${here}/columns`}>{m.columns.title}</LinkButton>
          </p>
        </Note>
      ) : null}
      <OtherLists {...props} />
      <Unread {...props} />
      {run ? (
        <p>
          {run.counts.wrong > 0 ? (
            <>
              <a href={`#${anchorOfAll}`}>{m.look.toErrors}</a> ·{' '}
            </>
          ) : null}
          <a href={`#${anchorOfImport}`}>{m.look.toImport}</a>
        </p>
      ) : null}
      {run ? (
        <section class="stack">
          <h2>{m.look.foreseen}</h2>
          <Facts
            facts={kinds
              .filter((key, index) => index === 0 || run.counts[key] > 0)
              .map(key => ({
                term: m.counts[key],
                value:
                  key === 'create' || key === 'update'
                    ? byKindInWords(locale, key === 'create' ? run.created : run.updated)
                    : number(locale, run.counts[key]),
              }))}
          />
        </section>
      ) : null}
      {run ? <Problems {...props} run={run} /> : null}
      {run ? <Changes {...props} run={run} all={false} /> : null}
      {run ? <PublicNote {...props} run={run} /> : null}
      {run ? <ImportForm {...props} run={run} again={again} /> : null}
      {run ? <FirstRows {...props} run={run} /> : null}
      <Reading {...props} />
      <section class="stack measure">
        <UploadForm visit={visit} memory={memory} instead={batch.id} />
        <Form t={parts[locale]} action={here} once={newOnceKey(visit.house.keys)} hidden={{ do: 'discard' }} short>
          <Button kind="danger">{m.import.discard}</Button>
        </Form>
      </section>
    </>,
  )
}

type Props = { visit: Visit; opened: WaitingBatch; here: string }

/** The other sheets of the workbook that look like lists, each with the button that reads it too. */
function OtherLists({ visit, opened, here }: Props) {
  const { locale, house } = visit
  const m = sheetsLook[locale].lists
  const lists = otherLists(opened)
  if (lists.length === 0) return null
  return (
    <Note title={m.title}>
      <p>{m.text}</p>
      {lists.map(({ sheet, name, kind }) => (
        <Form
          t={parts[locale]}
          action={here}
          once={newOnceKey(house.keys)}
          hidden={{ do: 'also', sheet: String(sheet) }}
          short
        >
          <Buttons>
            <Button kind="secondary">
              {m.read(name || sheetsWords[locale].columns.unnamed(sheet + 1), sheetsFields[locale].kinds[kind])}
            </Button>
          </Buttons>
        </Form>
      ))}
    </Note>
  )
}

/** What stands in the sheet and is left out, told before anything else is put right. */
function Unread({ visit, opened, here }: Props) {
  const { locale } = visit
  const m = sheetsLook[locale].unread
  const unread = opened.table.columns.filter(({ field }) => field === null)
  if (unread.length === 0) return null
  const names = unread.map(
    one => `${columnLetters(one.column)} ${headingText(one) || sheetsWords[locale].columns.noHeading}`,
  )
  return (
    <Note tone="warning" title={m.title(unread.length)}>
      <p>
        {m.text} <span dir="auto">{names.join(' · ')}</span>
      </p>
      <p>
        <a href={`${here}/columns`}>{sheetsWords[locale].look.change}</a>
      </p>
    </Note>
  )
}

/** Said beside the button that imports: what everybody will read. */
function PublicNote({ visit, run }: Props & { run: DryRun }) {
  const m = sheetsLook[visit.locale].changes
  const count = publicRecords(run)
  return count === 0 ? null : (
    <Note tone="warning" title={m.publicTitle}>
      <p>{m.publicText(count)}</p>
    </Note>
  )
}

const stateOf: Record<What, 'ok' | 'waiting' | 'no' | 'neutral'> = {
  create: 'ok',
  update: 'ok',
  gains: 'ok',
  same: 'neutral',
  left: 'neutral',
  wrong: 'no',
}

function FirstRows({ visit, here, run }: Props & { run: DryRun }) {
  const { locale } = visit
  const m = sheetsWords[locale].look
  const shown = run.fates.slice(0, rowsShown)
  return (
    <DataTable
      t={parts[locale]}
      caption={m.firstRows(shown.length)}
      address={here}
      rows={shown}
      columns={[
        { key: 'row', heading: m.row, cell: ({ row }) => number(locale, row) },
        {
          key: 'name',
          heading: m.name,
          cell: ({ name, language }) => (
            <RecordName locale={locale} name={nameIn(locale, name, language)} otherwise="–" quiet />
          ),
        },
        { key: 'fate', heading: m.fate, cell: ({ what }) => <State kind={stateOf[what]}>{m.fates[what]}</State> },
      ]}
      empty={{ title: m.noRowsTitle, text: m.noRows }}
    />
  )
}
