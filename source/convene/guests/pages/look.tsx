import type { Child } from 'hono/jsx'
import { guests } from '#convene/messages/guests.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { wordsOf } from '#ground/languages/text.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CheckboxesField, Form, LinkButton, RadiosField } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts, Note, State } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import type { DryRun, Fate } from '../acts/dry-run.ts'
import type { WaitingList } from '../acts/open-list.ts'
import { isGuestField, type Meaning } from '../rules/fields.ts'
import { columnLetters } from '../rules/guest-table.ts'
import { cellAddress, rangeAddress } from '../rules/sheet.ts'
import { deskAddress, type PeopleSeminar, peoplePage } from './frame.tsx'
import { UploadForm } from './lists.tsx'
import { problemInWords } from './problem-words.ts'

type Again = { typed: Typed; once: string | null; errors: FieldErrors }

const rowsShown = 20
const problemsOnAPage = 100

/** What an import of the list would do, with everything there is to say about its cells; and the button that does it. */
export function lookPage(
  visit: Visit,
  seminar: PeopleSeminar,
  opened: WaitingList,
  run: DryRun | null,
  before: string | null,
  again: Again = { typed: {}, once: null, errors: {} },
): Promise<Response> {
  const { locale } = visit
  const m = guests[locale]
  const { list } = opened
  const here = deskAddress(visit, seminar, `/guests/${list.id}`)
  const failed = Object.keys(again.errors).length > 0
  const props = { visit, seminar, opened, here }
  return peoplePage(
    visit,
    seminar,
    {
      title: list.fileName,
      heading: <bdi>{list.fileName}</bdi>,
      above: [{ label: m.title, path: '/guests' }],
      failed,
    },
    <>
      {before === null ? null : <Note>{<p>{m.look.sameFile(before)}</p>}</Note>}
      {opened.lacking.length > 0 ? (
        <Note tone="warning" title={m.look.lackingTitle}>
          <p>{m.look.lacking(opened.lacking.map(field => m.fields[field]).join(' · '))}</p>
          <p>
            <LinkButton href={`${here}/columns`}>{m.columns.title}</LinkButton>
          </p>
        </Note>
      ) : null}
      {run?.shut ? (
        <Note tone="warning" title={m.look.shutTitle}>
          <p>{m.look.shut[run.shut]}</p>
        </Note>
      ) : null}
      {run && !run.shut ? <Foreseen visit={visit} run={run} /> : null}
      {run && !run.shut ? <ImportForm {...props} run={run} again={again} /> : null}
      {run ? <Problems visit={visit} run={run} here={here} /> : null}
      {run ? <FirstRows visit={visit} run={run} here={here} /> : null}
      <Reading {...props} />
      <section class="stack measure">
        <UploadForm visit={visit} seminar={seminar} instead={list.id} />
        <Form t={parts[locale]} action={here} once={newOnceKey(visit.house.keys)} hidden={{ do: 'discard' }} short>
          <Button kind="danger">{m.import.discard}</Button>
        </Form>
      </section>
    </>,
  )
}

function Foreseen({ visit, run }: { visit: Visit; run: DryRun }) {
  const { locale } = visit
  const m = guests[locale].look
  const shown = (['confirmed', 'waiting', 'requested', 'known', 'wrong', 'repeated', 'passedOver'] as const).filter(
    (key, index) => index === 0 || run.counts[key] > 0,
  )
  return (
    <section class="stack">
      <h2>{m.foreseen}</h2>
      <Facts facts={shown.map(key => ({ term: m.counts[key], value: number(locale, run.counts[key]) }))} />
    </section>
  )
}

type Props = { visit: Visit; seminar: PeopleSeminar; opened: WaitingList; here: string }

function ImportForm({ visit, opened, here, run, again }: Props & { run: DryRun; again: Again }) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = guests[locale].import
  const { counts } = run
  const fresh = counts.confirmed + counts.waiting + counts.requested
  if (fresh === 0) return <p>{m.nobody}</p>
  const { choices } = opened.waiting
  const typed = { tell: choices.tell ? 'yes' : 'no', 'skip[]': choices.skip ? ['yes'] : [], ...again.typed }
  const field = bindFields(t, typed, again.errors)
  return (
    <section class="stack measure">
      <h2>{m.title}</h2>
      <Form
        t={t}
        action={here}
        once={again.once ?? newOnceKey(house.keys)}
        hidden={{ do: 'import' }}
        errors={again.errors}
        short
      >
        <RadiosField
          {...field('tell')}
          label={m.tell}
          choices={[
            { value: 'yes', label: m.tellYes },
            { value: 'no', label: m.tellNo, hint: m.tellNoHint },
          ]}
        />
        {counts.wrong > 0 ? (
          <CheckboxesField
            {...field('skip[]')}
            label={m.skip}
            choices={[{ value: 'yes', label: m.skipChoice(counts.wrong), hint: m.skipHint }]}
            optional
          />
        ) : null}
        <p class="small">{m.consents}</p>
        <Buttons>
          <Button>{m.button(fresh)}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

function Problems({ visit, run, here }: { visit: Visit; run: DryRun; here: string }) {
  const { locale } = visit
  const m = guests[locale].look
  const { problems } = run
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
        { key: 'what', heading: m.what, cell: problem => <span dir="auto">{problemInWords(locale, problem)}</span> },
      ]}
      empty={{ title: m.noProblemsTitle, text: m.noProblems }}
    />
  )
}

function FirstRows({ visit, run, here }: { visit: Visit; run: DryRun; here: string }) {
  const { locale } = visit
  const m = guests[locale]
  const words = registration[locale]
  const shown = run.rows.slice(0, rowsShown)
  const of = (said: string | null | undefined): Child => (said ? <span dir="auto">{said}</span> : '–')
  return (
    <DataTable
      t={parts[locale]}
      caption={m.look.firstRows(shown.length)}
      address={here}
      rows={shown}
      columns={[
        { key: 'row', heading: m.look.row, cell: ({ row }) => number(locale, row) },
        { key: 'given', heading: m.fields.givenName, cell: ({ guest }) => of(guest?.givenName) },
        { key: 'family', heading: m.fields.familyName, cell: ({ guest }) => of(guest?.familyName) },
        { key: 'email', heading: m.fields.email, cell: ({ guest }) => of(guest?.email) },
        {
          key: 'category',
          heading: m.fields.category,
          cell: ({ guest }) => (guest ? words.categoriesShort[guest.category] : '–'),
        },
        { key: 'organisation', heading: m.fields.organisation, cell: ({ guest }) => of(guest?.organisation) },
        {
          key: 'country',
          heading: m.fields.country,
          cell: ({ guest }) => (guest ? countryName(locale, guest.country) : '–'),
        },
        {
          key: 'language',
          heading: m.fields.language,
          cell: ({ guest }) => (guest ? nameOfLocale[guest.language] : '–'),
        },
        { key: 'fate', heading: m.look.fate, cell: ({ fate }) => fateInWords(visit, fate) },
      ]}
      empty={{ title: m.look.noRowsTitle, text: m.look.noRows }}
    />
  )
}

function fateInWords({ locale }: Visit, fate: Fate): string {
  const m = guests[locale].look.fates
  switch (fate.what) {
    case 'waiting':
      return m.waiting(fate.rank)
    case 'known':
      return m.known(registration[locale].states[fate.state])
    default:
      return m[fate.what]
  }
}

/** What a column holds, in words. */
export function meaningInWords(
  { locale }: Visit,
  { questions }: Pick<WaitingList, 'questions'>,
  meaning: Meaning,
): string {
  if (isGuestField(meaning)) return guests[locale].fields[meaning]
  const key = meaning.slice('question:'.length)
  const question = questions.find(one => one.key === key)
  return guests[locale].columns.question(wordsOf(question?.label, locale) || key)
}

/** How the file was understood, so that a mistake is seen before it is made. */
function Reading({ visit, opened, here }: Props) {
  const { locale } = visit
  const m = guests[locale]
  const { table, waiting, invitation } = opened
  const { choices, sheets } = waiting
  const sheet = sheets[choices.sheet]
  const named = (column: number, heading: string) => (
    <>
      {columnLetters(column)} <bdi>{heading}</bdi>
    </>
  )
  const read = table.columns.filter(({ meaning }) => meaning !== null)
  const unread = table.columns.filter(({ meaning }) => meaning === null)
  const merged = [...new Set(table.columns.flatMap(one => (one.merged ? [one.merged] : [])))]
  const facts: (false | { term: string; value: Child })[] = [
    sheets.length > 1 && {
      term: m.look.readSheet,
      value: <bdi>{sheet?.name || m.columns.unnamed(choices.sheet + 1)}</bdi>,
    },
    {
      term: m.look.readHeadings,
      value: table.headingRow === null ? m.look.noHeadings : m.look.inRow(table.headingRow),
    },
    {
      term: m.look.readColumns,
      value: (
        <ul class="close">
          {read.map(({ column, heading, meaning }) => (
            <li>
              {named(column, heading)} → {meaningInWords(visit, opened, meaning as Meaning)}
            </li>
          ))}
        </ul>
      ),
    },
    merged.length > 0 && {
      term: m.look.mergedHeadings,
      value: (
        <ul class="close">
          {merged.map(block => {
            const heading = table.columns.find(one => one.merged === block)?.heading ?? ''
            return <li dir="auto">{m.look.mergedHeading(rangeAddress(block), heading)}</li>
          })}
        </ul>
      ),
    },
    unread.length > 0 && {
      term: m.look.unread,
      value: (
        <ul class="close">
          {unread.map(({ column, heading }) => (
            <li>{named(column, heading || m.columns.noHeading)}</li>
          ))}
        </ul>
      ),
    },
    {
      term: m.look.admission,
      value: invitation === null ? m.look.usual : <span dir="auto">{m.look.with(invitation.label)}</span>,
    },
  ]
  return (
    <section class="stack">
      <h2>{m.look.reading}</h2>
      <Facts facts={facts.filter(fact => fact !== false)} />
      {read.some(({ meaning }) => meaning === 'fullName') ? <p>{m.look.split}</p> : null}
      <p>
        <LinkButton kind="secondary" href={`${here}/columns`}>
          {m.columns.change}
        </LinkButton>
      </p>
    </section>
  )
}
