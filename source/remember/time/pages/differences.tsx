import type { Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import { memoryRecords } from '#remember/messages/memory-records.ts'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { addressIn, type Memory, memoryOf, now, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { recordAddress } from '../../rules/record-address.ts'
import { namesOfRecords } from '../../store/names.ts'
import { byRecords, type RecordChange } from '../rules/changes.ts'
import { changedBetween } from '../store/history.ts'
import { CompareForm } from './forms.tsx'
import { idsIn, isTold, Lines, tableName } from './lines.tsx'

/** Most records on one page: a comparison over ten years may hold thousands, and says so. */
const most = 200

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
  const { records, names } = await now(visit, async tx => {
    const rows = await changedBetween(tx, memory.id, evening(from), evening(to))
    const records = byRecords(rows, isTold, order)
    const shown = records.slice(0, most)
    const ids = shown.flatMap(record => [record.id, ...idsIn(record.lines)])
    return { records, names: await namesOfRecords(tx, memory.id, ids, locale) }
  })
  // What is there no more is called as it was called then.
  const lost = records.filter(({ id }) => !names.has(id)).map(({ id }) => id)
  if (lost.length > 0) {
    const before = await past(visit, memory, from, tx => namesOfRecords(tx, memory.id, lost, locale))
    for (const [id, name] of before) names.set(id, name)
  }
  return memoryPage(
    visit,
    memory,
    { title: m.between(longDate(locale, from), longDate(locale, to)), section: 'history' },
    <>
      <CompareForm visit={visit} memory={memory} from={from.toString()} to={to.toString()} />
      <p>{records.length === 0 ? m.none : m.count(records.length)}</p>
      {records.slice(0, most).map(record => (
        <ChangedRecord visit={visit} memory={memory} record={record} names={names} />
      ))}
    </>,
  )
}

type RecordProps = { visit: Visit; memory: Memory; record: RecordChange; names: ReadonlyMap<string, string> }

function ChangedRecord({ visit, memory, record, names }: RecordProps) {
  const m = memoryTime[visit.locale]
  const address = record.what === 'gone' ? null : recordAddress(record.table, record.id)
  const name = names.get(record.id) ?? m.unnamed
  return (
    <section class="close" aria-labelledby={`record-${record.id}`}>
      <p class="kicker">
        {tableName(visit.locale, record.table)} · {m.what[record.what]}
      </p>
      <h2 id={`record-${record.id}`}>
        {address === null ? <bdi>{name}</bdi> : <a href={addressIn(visit, memory, address)}>{name}</a>}
      </h2>
      <Lines locale={visit.locale} lines={record.lines} names={names} />
    </section>
  )
}

/** The two days that the address names, in their order; null when they are none. */
function daysOf(visit: Visit, memory: Memory): [Temporal.PlainDate, Temporal.PlainDate] | null {
  const today = visit.house.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const day = (name: string) => {
    const text = visit.url.searchParams.get(name) ?? ''
    if (text === '' && name === 'to') return memory.day
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
    try {
      return Temporal.PlainDate.from(text)
    } catch {
      return null
    }
  }
  const from = day('from')
  const to = day('to')
  if (from === null || to === null) return null
  if (Temporal.PlainDate.compare(from, to) >= 0 || Temporal.PlainDate.compare(to, today) > 0) return null
  return [from, to]
}

const evening = (day: Temporal.PlainDate) => day.add({ days: 1 }).toZonedDateTime('UTC').toInstant()

function past<T>(visit: Visit, memory: Memory, day: Temporal.PlainDate, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reading(visit, { ...memory, knownOn: day }, work)
}
