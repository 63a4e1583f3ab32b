import type { Visit } from '#ground/house.ts'
import { number } from '#ground/languages/say.ts'
import { QuestionField } from '#ground/search/pages/question-field.tsx'
import { Found, type Looked, LookedUp, pageAsked, pageSize } from '#ground/search/pages/results.tsx'
import { inTitle, type Question, questionAsked } from '#ground/search/rules/question.ts'
import { find, type Results } from '#ground/search/store/find.ts'
import { Button, Buttons } from '#ground/web/parts/form.tsx'
import { memoryRecords } from '../../messages/memory-records.ts'
import { memorySearchWords } from '../../messages/memory-search.ts'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { memoryLookups } from '../acts/lookups.ts'
import { type Years, yearsAsked } from '../rules/years.ts'
import { type FoundTable, foundTables } from '../store/index-memory.ts'

type Asked = Question & { table: FoundTable | null; years: Years; number: number }

/** GET /:l/territories/:slug/search: one memory, now or as it was known on a day; each sees what they may see, counts included. */
export async function memorySearchPage(visit: Visit): Promise<Response> {
  const { locale, url } = visit
  const t = memorySearchWords[locale]
  const memory = await memoryOf(visit)
  const asked: Asked = {
    ...questionAsked(url.searchParams.get('q') ?? ''),
    table: foundTables.find(table => table === url.searchParams.get('kind')) ?? null,
    years: yearsAsked(url.searchParams.get('from') ?? '', url.searchParams.get('to') ?? ''),
    number: pageAsked(url),
  }
  const { question } = asked
  const found = question === '' || asked.years.wrong ? null : await look(visit, memory, asked)
  return memoryPage(
    visit,
    memory,
    {
      title: question === '' ? t.title : t.titleFor(inTitle(question)),
      ...(question === '' ? { lead: t.lead } : {}),
      section: null,
      failed: asked.years.wrong,
      searching: true,
    },
    <>
      <Asking visit={visit} memory={memory} asked={asked} />
      {question === '' ? <Examples visit={visit} memory={memory} /> : null}
      {found ? <Kinds visit={visit} memory={memory} asked={asked} tables={found.tables} /> : null}
      {found?.looked.map(({ heading, results }) => (
        <LookedUp heading={heading} results={results} href={path => recordAt(visit, memory, path)} />
      ))}
      {found && (found.results.length > 0 || found.looked.length === 0) ? (
        <Found
          locale={locale}
          rooms={visit.house.rooms}
          question={question}
          found={found}
          number={asked.number}
          address={({ question: typed = asked.typed, number: page = 1 }) =>
            addressOf(visit, memory, { ...asked, typed, number: page })
          }
          href={path => recordAt(visit, memory, path)}
          next={
            <ul class="close">
              {asked.years.days ? (
                <li>
                  <a href={addressOf(visit, memory, { ...asked, years: yearsAsked('', ''), number: 1 })}>
                    {t.withoutYears}
                  </a>
                </li>
              ) : null}
              <li>
                <a href={`/${locale}/search?q=${encodeURIComponent(asked.typed)}`}>{t.everywhere}</a>
              </li>
            </ul>
          }
        />
      ) : null}
    </>,
  )
}

async function look(visit: Visit, memory: Memory, asked: Asked): Promise<Results & { looked: Looked[] }> {
  const { locale, house } = visit
  const { question, table, years, number: page } = asked
  return reading(visit, memory, async tx => {
    const past = memory.knownOn ? { space: memory.id, slug: memory.slug } : null
    const wanted = { offset: (page - 1) * pageSize, most: pageSize, space: memory.id, table, days: years.days, past }
    const found = await find(tx, { rooms: house.rooms, locale }, question, wanted)
    // They have no dates, or are no records of a table: they are looked up where nothing is narrowed.
    const whole = page === 1 && table === null && years.days === null
    const looked: Looked[] = []
    for (const { heading, find } of whole ? memoryLookups : []) {
      const results = await find(tx, locale, question, pageSize, memory.id)
      if (results.length > 0) looked.push({ heading: heading(locale), results })
    }
    return { ...found, looked }
  })
}

/** The address of a record, on the day that is being read. */
function recordAt(visit: Visit, memory: Memory, path: string): string {
  return addressIn(visit, memory, path.slice(`/territories/${memory.slug}`.length))
}

function addressOf(visit: Visit, memory: Memory, { typed, table, years, number: page }: Asked): string {
  const query = new URLSearchParams({
    q: typed,
    ...(table ? { kind: table } : {}),
    ...(years.from ? { from: years.from } : {}),
    ...(years.to ? { to: years.to } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return addressIn(visit, memory, `/search?${query}`)
}

type AskingProps = { visit: Visit; memory: Memory; asked: Asked }

function Asking({ visit, memory, asked }: AskingProps) {
  const { table, years } = asked
  const t = memorySearchWords[visit.locale]
  return (
    <search class="memory-asking">
      <form class="filters" method="get" action={addressIn(visit, { ...memory, knownOn: null }, '/search')}>
        <QuestionField locale={visit.locale} label={t.question} asked={asked} wide />
        {table ? <input type="hidden" name="kind" value={table} /> : null}
        {memory.knownOn ? <input type="hidden" name="on" value={memory.knownOn.toString()} /> : null}
        <Buttons>
          <Button>{t.button}</Button>
        </Buttons>
        <details open={years.wrong || years.from !== '' || years.to !== ''}>
          <summary>{t.byYears}</summary>
          <div class="years">
            <Year name="from" label={t.from} value={years.from} wrong={years.wrong} />
            <Year name="to" label={t.to} value={years.to} wrong={years.wrong} />
          </div>
          <p class={years.wrong ? 'error' : 'hint'} id="search-years">
            {years.wrong ? t.yearsWrong : t.years}
          </p>
        </details>
      </form>
    </search>
  )
}

function Year({ name, label, value, wrong }: { name: string; label: string; value: string; wrong: boolean }) {
  return (
    <div class="field">
      <label for={`search-${name}`}>{label}</label>
      <input
        id={`search-${name}`}
        name={name}
        type="text"
        inputmode="numeric"
        maxlength={4}
        size={4}
        value={value}
        aria-describedby="search-years"
        aria-invalid={wrong ? 'true' : undefined}
      />
    </div>
  )
}

/** The kinds of what was found, with their numbers; one of them, or all. */
function Kinds({ visit, memory, asked, tables }: AskingProps & { tables: Readonly<Record<string, number>> }) {
  const { locale } = visit
  const t = memorySearchWords[locale]
  const shown = foundTables.filter(table => (tables[table] ?? 0) > 0 || table === asked.table)
  if (shown.length < 2 && asked.table === null) return null
  const total = Object.values(tables).reduce((sum, count) => sum + count, 0)
  const one = (table: FoundTable | null, label: string) => (
    <li>
      <a
        href={addressOf(visit, memory, { ...asked, table, number: 1 })}
        {...(table === asked.table ? { 'aria-current': 'true' as const } : {})}
      >
        {label}
      </a>
    </li>
  )
  return (
    <nav class="memory-doors" aria-label={t.kinds}>
      <ul>
        {one(null, `${t.all} (${number(locale, total)})`)}
        {shown.map(table =>
          one(table, `${memoryRecords[locale].several[table]} (${number(locale, tables[table] ?? 0)})`),
        )}
      </ul>
    </nav>
  )
}

function Examples({ visit, memory }: { visit: Visit; memory: Memory }) {
  const t = memorySearchWords[visit.locale]
  return (
    <section class="close" aria-labelledby="search-begin">
      <h2 id="search-begin">{t.begin}</h2>
      <p>{t.examples}</p>
      <ul>
        {t.example.map(question => (
          <li>
            <a href={addressIn(visit, memory, `/search?q=${encodeURIComponent(question)}`)}>{question}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
