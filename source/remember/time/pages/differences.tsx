import type { Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number as numberInWords } from '#ground/languages/say.ts'
import { dayAsked } from '#ground/web/asked-time.ts'
import { Pages } from '#ground/web/parts/table.tsx'
import { memoryRecords } from '#remember/messages/memory-records.ts'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { addressIn, type Memory, memoryOf, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { RecordName } from '#remember/pages/record-name.tsx'
import { choiceIn, pageIn } from '#remember/pages/writing.tsx'
import { endOfDay } from '../../rules/days.ts'
import { recordAddress } from '../../rules/record-address.ts'
import { type ShownName, shownNamesOfRecords } from '../../store/names.ts'
import { byRecords, type RecordChange } from '../rules/changes.ts'
import { changedBetween } from '../store/history.ts'
import { CompareForm } from './forms.tsx'
import { idsIn, isTold, Lines, severalOf, tableName } from './lines.tsx'

/** Records on one page: a comparison over ten years may hold thousands. */
const size = 100
/** Versions that are compared at most. Anybody may ask; whoever keeps the memory may ask for more. */
const most = { outside: 20_000, inside: 200_000 }

/**
 * GET /:l/territories/:slug/differences?from=YYYY-MM-DD&to=YYYY-MM-DD: what is different in a memory between the evenings of
 * two days, record by record, as far as the visitor may see it.
 */
export async function showDifferences(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  const { locale } = visit
  const m = memoryTime[locale]
  const asked = daysOf(visit, memory)
  if (asked === null) {
    return memoryPage(
      visit,
      memory,
      { title: m.differences, section: 'history', failed: true },
      <CompareForm visit={visit} memory={memory} error={m.daysWrong} />,
    )
  }
  const [from, to] = asked
  const order = Object.keys(memoryRecords.en.tables)
  const number = pageIn(visit)
  const only = choiceIn(visit, 'kind', order)
  const { changed, records, names } = await reading(visit, memory, async tx => {
    const changed = await changedBetween(tx, {
      space: memory.id,
      earlier: endOfDay(from, memory.timeZone),
      later: endOfDay(to, memory.timeZone),
      told: Object.keys(memoryRecords.en.columns),
      order,
      only,
      page: number,
      size,
      most: memory.inside ? most.inside : most.outside,
    })
    const records = byRecords(changed.rows, isTold, order)
    const ids = records.flatMap(record => [record.id, ...idsIn(record.lines)])
    return { changed, records, names: await shownNamesOfRecords(tx, memory.id, ids, locale) }
  })
  // What is there no more is called as it was called then.
  const lost = records.filter(({ id }) => !names.has(id)).map(({ id }) => id)
  if (lost.length > 0) {
    const before = await past(visit, memory, from, tx => shownNamesOfRecords(tx, memory.id, lost, locale))
    for (const [id, name] of before) names.set(id, name)
  }
  const total = Object.values(changed.counts).reduce((sum, count) => sum + count, 0)
  const shown = only === null ? total : (changed.counts[only] ?? 0)
  const href = (kind: string | null, page = 1) =>
    addressIn(
      visit,
      memory,
      `/differences?from=${from}&to=${to}${kind === null ? '' : `&kind=${kind}`}${page > 1 ? `&page=${page}` : ''}`,
    )
  return memoryPage(
    visit,
    memory,
    { title: m.between(longDate(locale, from), longDate(locale, to)), section: 'history' },
    <>
      <CompareForm visit={visit} memory={memory} from={from.toString()} to={to.toString()} />
      <p>{changed.tooMany ? m.tooMany : total === 0 ? m.none : m.count(total)}</p>
      <Kinds locale={locale} counts={changed.counts} order={order} only={only} href={href} />
      {records.map(record => (
        <ChangedRecord visit={visit} memory={memory} record={record} names={names} />
      ))}
      {shown > size ? (
        <Pages
          t={parts[locale]}
          paging={{ page: number, pages: Math.ceil(shown / size), size, total: shown }}
          href={({ page }) => href(only, page)}
        />
      ) : null}
    </>,
  )
}

type KindsProps = {
  locale: Locale
  counts: Readonly<Record<string, number>>
  order: readonly string[]
  only: string | null
  href: (kind: string | null) => string
}

/** How many records of each kind differ; one kind of them, or all. */
function Kinds({ locale, counts, order, only, href }: KindsProps) {
  const m = memoryTime[locale]
  const kinds = order.filter(table => (counts[table] ?? 0) > 0 || table === only)
  if (kinds.length < 2 && only === null) return null
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const one = (kind: string | null, label: string, count: number) => (
    <li>
      <a href={href(kind)} {...(kind === only ? { 'aria-current': 'true' as const } : {})}>
        {`${label} (${numberInWords(locale, count)})`}
      </a>
    </li>
  )
  return (
    <nav class="memory-doors" aria-label={m.kinds}>
      <ul>
        {one(null, m.all, total)}
        {kinds.map(table => one(table, severalOf(locale, table), counts[table] ?? 0))}
      </ul>
    </nav>
  )
}

type RecordProps = { visit: Visit; memory: Memory; record: RecordChange; names: ReadonlyMap<string, ShownName> }

function ChangedRecord({ visit, memory, record, names }: RecordProps) {
  const m = memoryTime[visit.locale]
  const address = record.what === 'gone' ? null : recordAddress(record.table, record.id)
  const name = <RecordName locale={visit.locale} name={names.get(record.id)} otherwise={m.unnamed} />
  return (
    <article class="close" aria-labelledby={`record-${record.id}`}>
      <p class="kicker">
        {tableName(visit.locale, record.table)} · {m.what[record.what]}
      </p>
      <h2 id={`record-${record.id}`}>
        {address === null ? name : <a href={addressIn(visit, memory, address)}>{name}</a>}
      </h2>
      <Lines locale={visit.locale} lines={record.lines} names={names} of={record.id} />
    </article>
  )
}

/** The two days that the address names, in their order; null when they are none. */
function daysOf(visit: Visit, memory: Memory): [Temporal.PlainDate, Temporal.PlainDate] | null {
  const day = (name: string) => {
    const text = visit.url.searchParams.get(name) ?? ''
    return text === '' && name === 'to' ? memory.day : dayAsked(text, memory.day)
  }
  const from = day('from')
  const to = day('to')
  if (from === null || to === null) return null
  return Temporal.PlainDate.compare(from, to) < 0 ? [from, to] : null
}

function past<T>(visit: Visit, memory: Memory, day: Temporal.PlainDate, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reading(visit, { ...memory, knownOn: day }, work)
}
