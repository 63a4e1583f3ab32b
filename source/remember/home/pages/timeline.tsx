import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { EmptyPage } from '#ground/web/parts/text.tsx'
import { dayOf, edtfInWords } from '#remember/acts/edtf-in-words.ts'
import { memoryHome } from '#remember/messages/memory-home.ts'
import { addressIn, type Memory, memoryOf, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { namesOfRecords } from '#remember/store/names.ts'
import { pathOf } from '../rules/paths.ts'
import { placeIn, type Stretch, type scales, stretchOf } from '../rules/timeline.ts'
import { extentOf, type Span, spansIn } from '../store/timeline.ts'

const lanes = ['term', 'relationship', 'activity', 'interaction'] as const
/** Of each kind; whoever remembers more of one stretch is told to look from nearer. */
const mostOfEach = 200

/** GET /:l/territories/:slug/timeline?scale=&at=: from decades to days, by plain links; one line for each thing. */
export async function showTimeline(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  const { locale, url } = visit
  const words = memoryHome[locale].timeline
  const { stretch, spans, names } = await reading(visit, memory, async tx => {
    const extent = await extentOf(tx, memory.id)
    const first = extent ? Temporal.PlainDate.from(extent.from) : memory.day
    const last = extent ? Temporal.PlainDate.from(extent.to) : memory.day
    const stretch = stretchOf(url.searchParams.get('scale'), url.searchParams.get('at'), {
      from: first,
      to: Temporal.PlainDate.compare(last, memory.day) < 0 ? memory.day : last,
    })
    const spans = await spansIn(tx, memory.id, stretch.from.toString(), stretch.to.toString(), mostOfEach)
    const ids = spans.map(({ id }) => id)
    return { stretch, spans, names: await namesOfRecords(tx, memory.id, ids, locale) }
  })
  const terms = spans.filter(({ kind }) => kind === 'term')
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: null },
    <>
      <Zoom visit={visit} memory={memory} stretch={stretch} />
      {spans.length === 0 ? (
        <EmptyPage title={words.empty} text={words.emptyText} />
      ) : (
        lanes.map(lane => {
          const list = spans.filter(({ kind }) => kind === lane)
          if (list.length === 0) return null
          return (
            <section class="stack timeline">
              <h2>{words.lanes[lane]}</h2>
              {list.length === mostOfEach ? <p class="small">{words.more(mostOfEach)}</p> : null}
              <DataTable
                t={parts[locale]}
                caption={words.lanes[lane]}
                quiet
                address={addressIn(visit, memory, '/timeline')}
                empty={{ title: words.empty, text: words.emptyText }}
                rows={list}
                rowLink={span => addressIn(visit, memory, pathOf(span.kind, span.id))}
                columns={[
                  {
                    key: 'name',
                    heading: words.name,
                    cell: span => names.get(span.id) ?? memoryHome[locale].unnamed,
                  },
                  { key: 'when', heading: words.when, cell: span => whenOf(locale, span) },
                  {
                    key: 'picture',
                    heading: words.title,
                    cell: span => <Bar span={span} stretch={stretch} terms={terms} day={memory.day} />,
                  },
                ]}
              />
            </section>
          )
        })
      )}
    </>,
  )
}

function whenOf(locale: Locale, { during, from, to }: Span): string {
  if (during !== null) return edtfInWords(locale, during)
  const words = memoryHome[locale].timeline
  return `${from ? dayOf(locale, from) : '…'} – ${to ? dayOf(locale, to) : words.goesOn}`
}

/** One thing as a bar in its stretch of time, with the ends of terms of office and today as lines behind it. */
function Bar(props: { span: Span; stretch: Stretch; terms: readonly Span[]; day: Temporal.PlainDate }) {
  const { span, stretch, terms, day } = props
  const place = (text: string | null, otherwise: number) =>
    text === null ? otherwise : placeIn(stretch, Temporal.PlainDate.from(text))
  const start = place(span.from, 0)
  const end = span.to === null ? 1000 : placeIn(stretch, Temporal.PlainDate.from(span.to).add({ days: 1 }))
  const lines = terms.flatMap(term => (term.from === null ? [] : [place(term.from, 0)])).filter(x => x > 0 && x < 1000)
  const now = placeIn(stretch, day)
  return (
    <svg class="span" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {lines.map(x => (
        <rect class="change" x={x} y="0" width="2" height="10" />
      ))}
      <rect class={span.kind} x={start} y="2" width={Math.max(4, end - start)} height="6" />
      {now > 0 && now < 1000 ? <rect class="today" x={now} y="0" width="2" height="10" /> : null}
    </svg>
  )
}

function Zoom({ visit, memory, stretch }: { visit: Visit; memory: Memory; stretch: Stretch }) {
  const { locale } = visit
  const words = memoryHome[locale].timeline
  const to = (scale: string, at: string | null) =>
    addressIn(visit, memory, `/timeline?scale=${scale}${at === null ? '' : `&at=${at}`}`)
  const label = (day: Temporal.PlainDate) => tickLabel(locale, stretch.scale, day)
  return (
    <nav class="stack close" aria-label={words.scale}>
      <p>
        {words.picture(date(locale, stretch.from), date(locale, stretch.to))}
        {stretch.wider ? (
          <>
            {' · '}
            <a href={to(stretch.wider.scale, stretch.wider.at)}>{words.scales[stretch.wider.scale]}</a>
          </>
        ) : null}
      </p>
      <ul class="ticks">
        {stretch.earlier ? (
          <li>
            <a href={to(stretch.scale, stretch.earlier)} rel="prev">
              {words.earlier}
            </a>
          </li>
        ) : null}
        {stretch.ticks.map(tick => (
          <li>
            {tick.at && stretch.nearer ? (
              <a href={to(stretch.nearer, tick.at)}>{label(tick.from)}</a>
            ) : (
              label(tick.from)
            )}
          </li>
        ))}
        {stretch.later ? (
          <li>
            <a href={to(stretch.scale, stretch.later)} rel="next">
              {words.later}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

const tag: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }
function tickLabel(locale: Locale, scale: (typeof scales)[number], day: Temporal.PlainDate): string {
  if (scale === 'months') return day.toLocaleString(tag[locale], { month: 'short' })
  return scale === 'days' ? String(day.day) : String(day.year)
}
