import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { EmptyPage } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { memoryHome } from '#remember/messages/memory-home.ts'
import { addressIn, memoryOf, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { type DueInWords, dueWithNames } from '../acts/due-in-words.ts'
import { pathOf } from '../rules/paths.ts'
import { Name } from './lines.tsx'

const stretches = [
  { key: 'week', days: 7 },
  { key: 'month', days: 30 },
  { key: 'quarter', days: 90 },
] as const

/** A record by its name, with whom it is about below. */
const Record = ({ locale, one }: { locale: Locale; one: DueInWords }) => (
  <>
    <Name locale={locale} name={one.name} />
    {one.about ? (
      <>
        <br />
        <span class="small">
          <Name locale={locale} name={one.about} />
        </span>
      </>
    ) : null}
  </>
)

/** How long ago, as one says it: in years from two years on, in months from two months on, in days before. */
function ago(locale: Locale, today: Temporal.PlainDate, day: string): string {
  const words = memoryHome[locale].monday
  const { months } = today.since(day, { largestUnit: 'months' })
  if (months >= 24) return words.lateYears(Math.floor(months / 12))
  return months >= 2 ? words.lateMonths(months) : words.late(today.since(day).days)
}

/** GET /:l/territories/:slug/monday: what has a day, past due first; then a week, 30 days and 90 days ahead. */
export async function showMonday(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  if (!memory.inside) throw notFound()
  const { locale } = visit
  const words = memoryHome[locale].monday
  const due = await reading(visit, memory, tx =>
    dueWithNames(tx, memory.id, locale, memory.day, memory.day.add({ days: 90 })),
  )
  const daysTo = (one: DueInWords) => memory.day.until(one.day).days
  const groups = [
    { key: 'past' as const, list: due.filter(one => daysTo(one) < 0) },
    ...stretches.map(({ key, days }, index) => ({
      key,
      list: due.filter(one => daysTo(one) >= (stretches[index - 1]?.days ?? -1) + 1 && daysTo(one) <= days),
    })),
  ]
  const columns = [
    { key: 'record', heading: words.record, cell: (one: DueInWords) => <Record locale={locale} one={one} /> },
    { key: 'what', heading: words.what, cell: (one: DueInWords) => one.what },
    {
      key: 'when',
      heading: words.when,
      cell: (one: DueInWords) => {
        const days = daysTo(one)
        return (
          <>
            {date(locale, Temporal.PlainDate.from(one.day))}{' '}
            <span class="small">({days < 0 ? ago(locale, memory.day, one.day) : words.ahead(days)})</span>
            {one.calculated ? (
              <>
                <br />
                <span class="small">{one.calculated}</span>
              </>
            ) : null}
          </>
        )
      },
    },
  ]
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'monday' },
    due.length === 0 ? (
      <EmptyPage title={words.allClear} text={words.allClearText} />
    ) : (
      groups.map(({ key, list }) =>
        key === 'past' && list.length === 0 ? null : (
          <section class="stack">
            <h2>{words[key]}</h2>
            {list.length === 0 ? (
              <p>{words.nothing}</p>
            ) : (
              <DataTable
                t={parts[locale]}
                caption={words[key]}
                quiet
                columns={columns}
                rows={list}
                rowLink={one => addressIn(visit, memory, pathOf(one.table, one.id))}
                address={addressIn(visit, memory, '/monday')}
                empty={{ title: words.nothing, text: '' }}
              />
            )}
          </section>
        ),
      )
    ),
  )
}
