import type { Child } from 'hono/jsx'
import type { Locale } from '#ground/languages/locales.ts'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import { number } from '#ground/languages/say.ts'

export type RegionName = 'america' | 'europe' | 'other'

/** A triangle for Latin America, a disc for Europe, a square for the rest: never colour alone. */
function Shape({ region }: { region: RegionName }) {
  return (
    <svg class={`shape ${region}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {region === 'america' ? <path d="M6 .4 12 11.6H0z" /> : null}
      {region === 'europe' ? <circle cx="6" cy="6" r="5.7" /> : null}
      {region === 'other' ? <path d="M.8.8h10.4v10.4H.8z" /> : null}
    </svg>
  )
}

/**
 * A region by colour, shape and word. `seat` draws it as a place at the table, with the name of who sits there;
 * `pending` as a place not yet confirmed.
 */
export function Region(props: {
  t: PartsMessages
  region: RegionName
  label?: string | undefined
  seat?: boolean
  pending?: boolean
}) {
  const { t, region } = props
  const classes = ['region', props.seat ? 'seat' : '', props.pending ? 'pending' : ''].filter(Boolean).join(' ')
  return (
    <span class={classes}>
      <Shape region={region} />
      <span>
        {props.label ?? t.text.regions[region]}
        {props.pending ? `, ${t.text.pending}` : ''}
      </span>
    </span>
  )
}

export type StateKind = 'ok' | 'waiting' | 'no' | 'neutral'

/** The state of something, by word, with a sign of its own for each kind. */
export function State({ kind, children }: { kind: StateKind; children?: Child }) {
  return (
    <span class={`state ${kind}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {kind === 'no' ? <path d="m2 2 8 8m0-8-8 8" /> : null}
        {kind === 'ok' ? <circle class="full" cx="6" cy="6" r="4.6" /> : null}
        {kind === 'waiting' || kind === 'neutral' ? <circle cx="6" cy="6" r="4.6" /> : null}
        {kind === 'waiting' ? <path class="full" d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" /> : null}
      </svg>
      <span>{children}</span>
    </span>
  )
}

export type MeterProps = {
  t: PartsMessages
  taken: number
  /** Null: no limit. */
  capacity: number | null
  /** How the places taken are shared out; what is not named here is drawn as shared. */
  regions?: readonly { region: RegionName; count: number }[] | undefined
}

/** Places: how many are free, in words, under a bar that shows which shore took the others. */
export function Meter({ t, taken, capacity, regions = [] }: MeterProps) {
  if (capacity === null) return <p class="small">{t.text.unlimited}</p>
  const free = Math.max(0, capacity - taken)
  const whole = Math.max(capacity, taken, 1)
  const named = regions.reduce((sum, part) => sum + part.count, 0)
  const parts = [...regions, { region: 'other' as const, count: Math.max(0, taken - named) }].filter(p => p.count > 0)
  let start = 0
  const bars = parts.map(part => {
    const bar = { ...part, start }
    start += part.count
    return bar
  })
  return (
    <div class="meter">
      <svg viewBox={`0 0 ${whole} 10`} preserveAspectRatio="none" role="img" aria-label={t.text.taken(taken, capacity)}>
        {bars.map(bar => (
          <rect class={bar.region} x={bar.start} y="0" width={bar.count} height="10" />
        ))}
      </svg>
      <p class="free figure">{free > 0 ? t.text.free(free, capacity) : t.text.full(capacity)}</p>
      {regions.length > 0 ? (
        <ul>
          {regions.map(part => (
            <li>
              <Region t={t} region={part.region} label={`${t.text.regions[part.region]} ${part.count}`} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** How many of each shore, told and drawn against one another. */
export function Shares(props: {
  t: PartsMessages
  locale: Locale
  shares: readonly { region: RegionName; count: number }[]
}) {
  const { t, locale } = props
  const most = Math.max(1, ...props.shares.map(share => share.count))
  return (
    <ul class="shares">
      {props.shares.map(share => (
        <li>
          <Region t={t} region={share.region} />
          <svg viewBox={`0 0 ${most} 10`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class={share.region} x="0" y="0" width={share.count} height="10" />
          </svg>
          <b class="figure">{number(locale, share.count)}</b>
        </li>
      ))}
    </ul>
  )
}

/** Figures at the head of an office page. `explain` says how a number that can surprise was counted. */
export function Figures(props: {
  figures: readonly { label: string; value?: string; of?: string; href?: string; explain?: string; below?: Child }[]
}) {
  return (
    <dl class="figures">
      {props.figures.map(figure => (
        <div>
          <dt>{figure.label}</dt>
          {figure.value === undefined ? null : (
            <dd class="value">
              {figure.href ? <a href={figure.href}>{figure.value}</a> : figure.value}
              {figure.of ? <span class="of"> / {figure.of}</span> : null}
            </dd>
          )}
          {figure.below ? <dd>{figure.below}</dd> : null}
          {figure.explain ? <dd class="small">{figure.explain}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
