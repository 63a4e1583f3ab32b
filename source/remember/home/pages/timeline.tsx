import type { Visit } from '#ground/house.ts'
import { date, dates } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { EmptyPage } from '#ground/web/parts/text.tsx'
import { dayOf, edtfInWords } from '#remember/acts/edtf-in-words.ts'
import { memoryHome } from '#remember/messages/memory-home.ts'
import { addressIn, type Memory, memoryOf, reading } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { InItsLanguage, RecordName } from '#remember/pages/record-name.tsx'
import { shownNamesOfRecords } from '#remember/store/names.ts'
import { pathOf } from '../rules/paths.ts'
import { placeIn, type Stretch, type scales, stretchOf } from '../rules/timeline.ts'
import { barOf, spokenTicks } from '../rules/timeline-bar.ts'
import { extentOf, type Span, spansIn } from '../store/timeline.ts'

const lanes = ['term', 'relationship', 'agreement', 'decision', 'activity', 'interaction'] as const
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
    return { stretch, spans, names: await shownNamesOfRecords(tx, memory.id, ids, locale) }
  })
  const terms = spans.filter(({ kind }) => kind === 'term')
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'timeline' },
    <>
      <Zoom visit={visit} memory={memory} stretch={stretch} />
      <InItsLanguage locale={locale} names={spans.map(({ id }) => names.get(id))} />
      <Legend locale={locale} spans={spans} stretch={stretch} day={memory.day} />
      {spans.length === 0 ? (
        <EmptyPage title={words.empty} text={words.emptyText} />
      ) : (
        lanes.map(lane => {
          const list = spans.filter(({ kind }) => kind === lane)
          if (list.length === 0) return null
          return (
            <section class="stack timeline">
              <h2>{words.lanes[lane]}</h2>
              <Axis locale={locale} stretch={stretch} />
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
                    cell: span => (
                      <RecordName
                        locale={locale}
                        name={names.get(span.id)}
                        otherwise={memoryHome[locale].unnamed}
                        quiet
                      />
                    ),
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
  if (from !== null && to !== null) return dates(locale, Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))
  const words = memoryHome[locale].timeline
  return `${from ? dayOf(locale, from) : '…'} – ${to ? dayOf(locale, to) : words.goesOn}`
}

// Places are told in hundredths of the width, not in a view box: words and lines keep their shape on every screen.
const percent = (thousandths: number) => `${thousandths / 10}%`

/** The years, or what else the stretch is divided into, above the bars; the same is in words and links above. */
function Axis({ locale, stretch }: { locale: Locale; stretch: Stretch }) {
  const spoken = spokenTicks(stretch.ticks.length)
  return (
    <svg class="axis" aria-hidden="true" focusable="false">
      {stretch.ticks.map(({ from }, index) => {
        const x = percent(placeIn(stretch, from))
        return (
          <>
            <line
              class={spoken.includes(index) ? undefined : 'between'}
              x1={x}
              x2={x}
              y1={spoken.includes(index) ? '0' : '60%'}
              y2="100%"
            />
            {spoken.includes(index) ? (
              <text x={x} dx="5" y="14">
                {tickLabel(locale, stretch.scale, from)}
              </text>
            ) : null}
          </>
        )
      })}
    </svg>
  )
}

type LegendProps = { locale: Locale; spans: readonly Span[]; stretch: Stretch; day: Temporal.PlainDate }

/** What the lines that are drawn here stand for. */
function Legend({ locale, spans, stretch, day }: LegendProps) {
  const { legend } = memoryHome[locale].timeline
  const isWithin = (at: Temporal.PlainDate) => isInside(placeIn(stretch, at))
  const said = [
    spans.length > 0 && isWithin(day) ? legend.today(date(locale, day)) : '',
    spans.some(({ kind, from }) => kind === 'term' && from !== null && isWithin(Temporal.PlainDate.from(from)))
      ? legend.term
      : '',
    spans.some(span => barOf(stretch, span, day).some(({ known }) => !known)) ? legend.unknown : '',
  ].filter(Boolean)
  return said.length === 0 ? null : <p class="small">{said.join(' ')}</p>
}

/** Whether a place is inside the picture, not on its edge. */
const isInside = (place: number) => place > 0 && place < 1000

/** One thing as a bar in its stretch of time; behind it the ticks, the beginnings of terms of office, and today. */
function Bar(props: { span: Span; stretch: Stretch; terms: readonly Span[]; day: Temporal.PlainDate }) {
  const { span, stretch, terms, day } = props
  const place = (text: string) => placeIn(stretch, Temporal.PlainDate.from(text))
  const changes = terms.flatMap(term => (term.from === null ? [] : [place(term.from)])).filter(isInside)
  const now = placeIn(stretch, day)
  const line = (kind: string, x: number) => <line class={kind} x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
  return (
    <svg class="span" aria-hidden="true" focusable="false">
      {stretch.ticks.map(({ from }) => line('tick', placeIn(stretch, from)))}
      {[...new Set(changes)].map(x => line('change', x))}
      {barOf(stretch, span, day).map(({ from, to, known }) => (
        <rect class={known ? span.kind : 'unknown'} x={percent(from)} y="25%" width={percent(to - from)} height="50%" />
      ))}
      {isInside(now) ? line('today', now) : null}
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
