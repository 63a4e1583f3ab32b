import type { Child } from 'hono/jsx'
import { columnLetters } from '#convene/guests/rules/guest-table.ts'
import { cellAddress } from '#convene/guests/rules/sheet.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CheckboxesField, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts, Note, State } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import type { Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { type DryRun, lacking } from '../acts/dry-run.ts'
import type { WaitingBatch } from '../acts/open-sheet.ts'
import { fieldLabel } from '../acts/words.ts'
import type { What } from '../rules/merge.ts'
import type { Problem } from '../rules/problems.ts'
import { correctionKey, rowCorrectionKey } from '../rules/read-rows.ts'
import { headingText } from '../rules/table.ts'
import { importAddress } from './frame.ts'
import { UploadForm } from './imports.tsx'
import { problemInWords, valueInWords } from './problem-words.ts'

type Again = { typed: Typed; once: string | null; errors: FieldErrors }

const rowsShown = 20
const problemsOnAPage = 50
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
  return memoryPage(
    visit,
    memory,
    {
      title: batch.name,
      heading: <bdi>{batch.name}</bdi>,
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
      {run ? (
        <section class="stack">
          <h2>{m.look.foreseen}</h2>
          <Facts
            facts={kinds
              .filter((key, index) => index === 0 || run.counts[key] > 0)
              .map(key => ({ term: m.counts[key], value: number(locale, run.counts[key]) }))}
          />
        </section>
      ) : null}
      {run ? <ImportForm {...props} run={run} again={again} /> : null}
      {run ? <Problems {...props} run={run} /> : null}
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

function ImportForm({ visit, opened, here, run, again }: Props & { run: DryRun; again: Again }) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = sheetsWords[locale].import
  const { create, update, same, left, wrong, comments } = run.counts
  const right = create + update + same + left
  if (right + wrong === 0) return <p>{m.nothing}</p>
  const { choices } = opened
  const typed = {
    'skip[]': choices.skip ? ['yes'] : [],
    'comments[]': choices.comments ? ['yes'] : [],
    ...again.typed,
  }
  const field = bindFields(t, typed, again.errors)
  return (
    <section class="stack measure">
      <h2>{m.title}</h2>
      {wrong === 0 && create + update === 0 ? <p>{m.nothingNew}</p> : null}
      <Form
        t={t}
        action={here}
        once={again.once ?? newOnceKey(house.keys)}
        hidden={{ do: 'import' }}
        errors={again.errors}
        short
      >
        {wrong > 0 ? (
          <CheckboxesField
            {...field('skip[]')}
            label={m.skip}
            choices={[{ value: 'yes', label: m.skipChoice(wrong), hint: m.skipHint }]}
            optional
          />
        ) : null}
        {comments > 0 ? (
          <CheckboxesField
            {...field('comments[]')}
            label={m.comments}
            choices={[{ value: 'yes', label: m.commentsChoice(comments), hint: m.commentsHint }]}
            optional
          />
        ) : null}
        <Buttons>
          <Button>{m.button(right)}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

function Problems({ visit, opened, here, run }: Props & { run: DryRun }) {
  const { locale } = visit
  const m = sheetsWords[locale].look
  const { problems } = run
  const { kind } = opened.table
  const pages = Math.max(1, Math.ceil(problems.length / problemsOnAPage))
  const asked = Number(visit.url.searchParams.get('page') ?? 1)
  const page = Number.isSafeInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1
  return (
    <DataTable
      t={parts[locale]}
      caption={m.problems}
      address={here}
      rows={problems.slice((page - 1) * problemsOnAPage, page * problemsOnAPage)}
      paging={{ page, pages, size: problemsOnAPage, total: problems.length }}
      columns={[
        {
          key: 'cell',
          heading: m.cell,
          cell: ({ row, column }) => (column === null ? number(locale, row) : cellAddress(row, column)),
        },
        {
          key: 'kind',
          heading: m.kind,
          cell: ({ tone }) => (
            <State kind={tone === 'error' ? 'no' : 'waiting'}>{tone === 'error' ? m.error : m.warning}</State>
          ),
        },
        {
          key: 'what',
          heading: m.what,
          cell: problem => <span dir="auto">{problemInWords(locale, kind, problem)}</span>,
        },
        {
          key: 'suggestion',
          heading: m.suggestion,
          cell: problem =>
            problem.suggestion === null ? '–' : <Accept visit={visit} opened={opened} here={here} problem={problem} />,
        },
      ]}
      empty={{ title: m.noProblemsTitle, text: m.noProblems }}
    />
  )
}

function Accept({ visit, opened, here, problem }: Props & { problem: Problem }) {
  const { locale, house } = visit
  const { row, column, field, found, suggestion } = problem
  const value = suggestion ?? ''
  const key = found === '' || column === null ? rowCorrectionKey(row, field ?? '') : correctionKey(column, found)
  return (
    <Form t={parts[locale]} action={here} once={newOnceKey(house.keys)} hidden={{ do: 'accept', key, value }} short>
      <Button kind="secondary">
        {sheetsWords[locale].look.accept(valueInWords(locale, opened.table.kind, field, value))}
      </Button>
    </Form>
  )
}

const stateOf: Record<What, 'ok' | 'waiting' | 'no' | 'neutral'> = {
  create: 'ok',
  update: 'ok',
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
        { key: 'name', heading: m.name, cell: ({ name }) => <span dir="auto">{name || '–'}</span> },
        { key: 'fate', heading: m.fate, cell: ({ what }) => <State kind={stateOf[what]}>{m.fates[what]}</State> },
      ]}
      empty={{ title: m.noRowsTitle, text: m.noRows }}
    />
  )
}

/** How the file was understood, so that a mistake is seen before it is made. */
function Reading({ visit, opened, here }: Props) {
  const { locale } = visit
  const m = sheetsWords[locale]
  const { table, sheet, waiting } = opened
  const columns = (read: boolean): Child => (
    <ul class="close">
      {table.columns
        .filter(({ field }) => (field !== null) === read)
        .map(one => (
          <li>
            {columnLetters(one.column)} <bdi>{headingText(one) || m.columns.noHeading}</bdi>
            {one.field === null ? null : ` → ${fieldLabel(locale, one.field)}`}
          </li>
        ))}
    </ul>
  )
  const facts = [
    waiting.sheets.length > 1 && {
      term: m.look.readSheet,
      value: <bdi>{sheet.name || m.columns.unnamed(waiting.choices.sheet + 1)}</bdi>,
    },
    { term: m.look.readKind, value: sheetsFields[locale].kinds[table.kind] },
    {
      term: m.look.readHeadings,
      value: table.headingRow === null ? m.look.noHeadings : m.look.inRow(table.headingRow),
    },
    table.columns.some(({ field }) => field !== null) && { term: m.look.readColumns, value: columns(true) },
    table.columns.some(({ field }) => field === null) && { term: m.look.unread, value: columns(false) },
  ]
  return (
    <section class="stack">
      <h2>{m.look.reading}</h2>
      <Facts facts={facts.filter(fact => fact !== false)} />
      <p>
        <LinkButton kind="secondary" href={`${here}/columns`}>
          {m.look.change}
        </LinkButton>
      </p>
    </section>
  )
}
