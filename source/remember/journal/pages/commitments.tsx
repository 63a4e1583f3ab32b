import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { Figures, State } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { commitmentWords } from '../../messages/commitments.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { choiceIn, dayFilter, pageIn } from '../../pages/writing.tsx'
import { type Commitment, countOpen, listCommitments } from '../store/commitments.ts'

const size = 50
const states = ['open', 'kept', 'dropped'] as const

/** GET /:l/territories/:slug/commitments: what is owed by us and to us, overdue first. */
export async function showCommitments(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = commitmentWords[locale]
  const memory = await memoryOf(visit)
  const page = pageIn(visit)
  const state = choiceIn(visit, 'state', states) ?? 'open'
  const owedBy = choiceIn(visit, 'owed', ['us', 'them'])
  const { found, counts } = await reading(visit, memory, async tx => ({
    found: await listCommitments(tx, memory.id, locale, { state, owedBy }, { page, size }),
    counts: await countOpen(tx, memory.id, memory.day),
  }))
  const at = (path: string) => addressIn(visit, memory, path)
  const overdue = (side: 'us' | 'them') =>
    counts[side].overdue > 0 ? m.counts.overdue(counts[side].overdue) : m.counts.none
  return memoryPage(
    visit,
    memory,
    {
      title: m.title,
      lead: m.lead,
      section: 'journal',
    },
    <>
      {/* To whoever reads from outside they would be those of what is public, and say that nothing else is owed. */}
      {memory.inside ? (
        <Figures
          figures={(['us', 'them'] as const).map(side => ({
            label: m.counts[side],
            value: number(locale, counts[side].open),
            explain: overdue(side),
          }))}
        />
      ) : null}
      {memory.edits ? (
        <p class="buttons">
          <LinkButton href={at('/commitments/new')} kind="secondary">
            {m.add}
          </LinkButton>
        </p>
      ) : null}
      <CommitmentTable
        visit={visit}
        memory={memory}
        caption={m.caption[state]}
        commitments={found.commitments}
        filters={[
          {
            name: 'owed',
            label: m.owedBy,
            value: owedBy ?? '',
            choices: [
              { value: '', label: m.anybody },
              { value: 'us', label: m.owed.us },
              { value: 'them', label: m.owed.them },
            ],
          },
          {
            name: 'state',
            label: m.state,
            value: state === 'open' ? '' : state,
            choices: states.map(value => ({ value: value === 'open' ? '' : value, label: m.states[value] })),
          },
          ...dayFilter(visit, memory),
        ]}
        paging={{ page, pages: Math.ceil(found.total / size), size, total: found.total }}
      />
    </>,
  )
}

type TableProps = {
  visit: Visit
  memory: Memory
  caption: string
  quiet?: boolean
  commitments: readonly Commitment[]
  filters?: Parameters<typeof DataTable>[0]['filters']
  paging?: Parameters<typeof DataTable>[0]['paging']
}

/** Commitments in a table, each open one with the button that settles it. */
export function CommitmentTable({ visit, memory, caption, quiet, commitments, filters, paging }: TableProps) {
  const { locale } = visit
  const m = commitmentWords[locale]
  const columns: Column<Commitment>[] = [
    {
      key: 'what',
      heading: m.what,
      cell: row => (
        <span lang={row.language === locale ? undefined : row.language} dir="auto">
          {row.what}
        </span>
      ),
    },
    { key: 'owed', heading: m.owedBy, cell: row => m.owed[row.owedBy] },
    { key: 'due', heading: m.due, kind: 'moment', cell: row => dueOf(locale, row) },
    {
      key: 'to',
      heading: m.to,
      cell: row => (row.to.length > 0 ? <AboutLinks visit={visit} memory={memory} refs={row.to} /> : '–'),
    },
    { key: 'state', heading: m.state, cell: row => <StateOf visit={visit} memory={memory} row={row} /> },
  ]
  return (
    <DataTable
      t={parts[locale]}
      caption={caption}
      quiet={quiet ?? false}
      address={addressIn(visit, { ...memory, knownOn: null }, '/commitments')}
      rows={commitments}
      rowLink={row => addressIn(visit, memory, `/commitments/${row.id}`)}
      columns={columns}
      {...(filters ? { filters } : {})}
      paging={paging}
      empty={{ title: m.emptyTitle, text: memory.edits ? m.empty : m.emptyToYou }}
    />
  )
}

export const dueOf = (locale: Locale, row: Pick<Commitment, 'due'>): string =>
  row.due === null ? commitmentWords[locale].noDay : date(locale, Temporal.PlainDate.from(row.due))

/** How a commitment stands; an open one has, for those who edit, the one button that says that it was kept. */
function StateOf({ visit, memory, row }: { visit: Visit; memory: Memory; row: Commitment }) {
  return (
    <div class="stack">
      <span>
        <CommitmentState visit={visit} memory={memory} row={row} />
      </span>
      {memory.edits && row.outcome === null ? <KeepButton visit={visit} memory={memory} row={row} /> : null}
    </div>
  )
}

export function CommitmentState({ visit, memory, row }: { visit: Visit; memory: Memory; row: Commitment }) {
  const m = commitmentWords[visit.locale]
  const on = row.settledOn === null ? '' : date(visit.locale, Temporal.PlainDate.from(row.settledOn))
  if (row.outcome === 'kept') return <State kind="ok">{m.keptOn(on)}</State>
  if (row.outcome === 'dropped') return <State kind="neutral">{m.droppedOn(on)}</State>
  return row.due !== null && row.due < memory.day.toString() ? (
    <State kind="no">{m.states.overdue}</State>
  ) : (
    <State kind="waiting">{m.states.open}</State>
  )
}

function KeepButton({ visit, memory, row }: { visit: Visit; memory: Memory; row: Commitment }) {
  const m = commitmentWords[visit.locale]
  return (
    <form class="settling" method="post" action={addressIn(visit, memory, `/commitments/${row.id}/settle`)}>
      <input type="hidden" name="_once" value={newOnceKey(visit.house.keys)} />
      <input type="hidden" name="outcome" value="kept" />
      <input type="hidden" name="on" value={memory.day.toString()} />
      <button type="submit" class="button secondary" aria-label={m.keepNamed(row.what)}>
        {m.keep}
      </button>
    </form>
  )
}

/** The step above a page of a commitment. */
export const aboveCommitment = (locale: Locale) => [{ label: commitmentWords[locale].title, path: '/commitments' }]
