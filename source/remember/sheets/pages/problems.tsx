import { cellAddress } from '#convene/guests/rules/sheet.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { Button, Buttons, Form, TextField } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { State } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import type { DryRun } from '../acts/dry-run.ts'
import type { WaitingBatch } from '../acts/open-sheet.ts'
import { type ProblemGroup, problemGroups, withSuggestions } from '../acts/problem-groups.ts'
import { problemInWords, valueInWords } from './problem-words.ts'

const groupsOnAPage = 50
const cellsTold = 8

/** What is typed instead, in the field of a group. */
export const fieldOfGroup = (id: string) => `instead-${id}`
/** What its button sends that reads both: what is known, and what the row says after it. */
export const moreOfGroup = (id: string) => `${id} more`
/** Where a group stands on its page. */
export const anchorOf = (id: string) => `cells-${id}`
export const anchorOfAll = 'cells'

/** Which page of the groups is asked for, of how many. */
export function pageOfGroups({ url }: Visit, groups: readonly ProblemGroup[]): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(groups.length / groupsOnAPage))
  const asked = Number(url.searchParams.get('page') ?? 1)
  return { pages, page: Number.isSafeInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1 }
}

type Props = { visit: Visit; opened: WaitingBatch; here: string; run: DryRun }

/** What there is to say about cells: the same once, with a line to type what is to be read instead. */
export function Problems({ visit, opened, here, run }: Props) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = sheetsWords[locale].look
  const words = sheetsLook[locale].correct
  const groups = problemGroups(run.problems, opened)
  const { page, pages } = pageOfGroups(visit, groups)
  const shown = groups.slice((page - 1) * groupsOnAPage, page * groupsOnAPage)
  const suggested = withSuggestions(groups).length
  const canType = shown.some(isTyped)
  const table = (
    <DataTable
      t={t}
      caption={m.problems}
      quiet
      address={here}
      rows={shown}
      paging={{ page, pages, size: groupsOnAPage, total: groups.length }}
      columns={[
        {
          key: 'cells',
          heading: words.cells,
          cell: group => <span id={anchorOf(group.id)}>{cellsInWords(visit, group)}</span>,
        },
        {
          key: 'kind',
          heading: m.kind,
          cell: ({ problem: { tone } }) => (
            <State kind={tone === 'error' ? 'no' : 'waiting'}>{tone === 'error' ? m.error : m.warning}</State>
          ),
        },
        {
          key: 'what',
          heading: m.what,
          cell: ({ problem }) => <span dir="auto">{problemInWords(locale, opened.table.kind, problem)}</span>,
        },
        {
          key: 'instead',
          heading: m.suggestion,
          cell: group => <Instead visit={visit} opened={opened} group={group} />,
        },
      ]}
      empty={{ title: m.noProblemsTitle, text: m.noProblems }}
    />
  )
  if (groups.every(({ keys }) => keys.length === 0))
    return (
      <section class="stack" id={anchorOfAll}>
        <h2>{m.problems}</h2>
        {table}
      </section>
    )
  return (
    <section class="stack" id={anchorOfAll}>
      <h2>{m.problems}</h2>
      <Form
        t={t}
        action={page > 1 ? `${here}?page=${page}` : here}
        once={newOnceKey(house.keys)}
        hidden={{ do: 'correct' }}
        short
      >
        <p>{words.lead}</p>
        <Buttons>
          {canType ? <Button>{words.button}</Button> : null}
          {suggested > 0 ? (
            <Button kind="secondary" name="accept" value="all">
              {words.all(suggested)}
            </Button>
          ) : null}
        </Buttons>
        {table}
        {canType ? (
          <Buttons>
            <Button>{words.button}</Button>
          </Buttons>
        ) : null}
      </Form>
    </section>
  )
}

const isTyped = ({ problem, keys }: ProblemGroup) => problem.tone === 'error' && keys.length > 0

function Instead({ visit, opened, group }: { visit: Visit; opened: WaitingBatch; group: ProblemGroup }) {
  const { locale } = visit
  const { problem, keys, typed } = group
  const words = sheetsLook[locale].correct
  const { field, suggestion } = problem
  if (keys.length === 0) return <>–</>
  return (
    <div class="stack">
      {isTyped(group) ? (
        <TextField
          t={parts[locale]}
          name={fieldOfGroup(group.id)}
          label={words.read}
          value={typed ?? ''}
          error={typed === null || typed === '' ? undefined : words.stillWrong(typed)}
          maxLength={2000}
          autocomplete="off"
        />
      ) : null}
      {problem.more === undefined ? null : (
        <Button kind="secondary" name="accept" value={moreOfGroup(group.id)}>
          {words.append}
        </Button>
      )}
      {suggestion === null ? null : (
        <Button kind="secondary" name="accept" value={group.id}>
          {problem.code === 'other-text'
            ? words.replace
            : problem.ofRow === 'id'
              ? words.thatOne(problem.detail || problem.found)
              : sheetsWords[locale].look.accept(valueInWords(locale, opened.table.kind, field, suggestion))}
        </Button>
      )}
    </div>
  )
}

function cellsInWords({ locale }: Visit, { cells }: ProblemGroup): string {
  const said = cells
    .slice(0, cellsTold)
    .map(({ row, column }) => (column === null ? number(locale, row) : cellAddress(row, column)))
    .join(', ')
  return cells.length > cellsTold ? `${said} ${sheetsLook[locale].correct.more(cells.length - cellsTold)}` : said
}
