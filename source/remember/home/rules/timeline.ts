// A stretch of time, from decades to days, and where things lie in it.

export const scales = ['decades', 'years', 'months', 'days'] as const
export type Scale = (typeof scales)[number]

export type Tick = {
  /** Its first day. */
  from: Temporal.PlainDate
  /** What `at` would show it from nearer; null where there is nothing nearer. */
  at: string | null
}
export type Stretch = {
  scale: Scale
  /** As the address says it; null for all there is. */
  at: string | null
  from: Temporal.PlainDate
  /** Its last day. */
  to: Temporal.PlainDate
  ticks: Tick[]
  earlier: string | null
  later: string | null
  /** The scale of what a tick leads to. */
  nearer: Scale | null
  /** The same, from further away. */
  wider: { scale: Scale; at: string | null } | null
}

const year = (text: number) => String(text).padStart(4, '0')
const month = (day: Temporal.PlainDate) => day.toString().slice(0, 7)

/**
 * The stretch that an address asks for: `decades` is all there is; `years` the ten of `at` (YYYY); `months` those of a year;
 * `days` those of a month (YYYY-MM). What is not right is told as decades.
 *
 * @param extent the first and the last day on record
 */
export function stretchOf(
  scale: string | null,
  at: string | null,
  extent: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Stretch {
  // From the year 10 on: PostgreSQL knows no year 0, in which the decade of an earlier one begins.
  const asked = /^(?!000)(\d{4})(?:-(\d{2}))?$/.exec(at ?? '')
  const y = Number(asked?.[1] ?? 0)
  if (scale === 'days' && asked?.[2] && Number(asked[2]) >= 1 && Number(asked[2]) <= 12) {
    const first = new Temporal.PlainDate(y, Number(asked[2]), 1)
    const days = first.daysInMonth
    return {
      scale,
      at,
      from: first,
      to: first.with({ day: days }),
      ticks: Array.from({ length: days }, (_, index) => ({ from: first.add({ days: index }), at: null })),
      earlier: month(first.subtract({ months: 1 })),
      later: month(first.add({ months: 1 })),
      nearer: null,
      wider: { scale: 'months', at: year(y) },
    }
  }
  if (scale === 'months' && asked) {
    const first = new Temporal.PlainDate(y, 1, 1)
    const ticks = Array.from({ length: 12 }, (_, index) => {
      const from = first.add({ months: index })
      return { from, at: month(from) }
    })
    return {
      scale,
      at: year(y),
      from: first,
      to: new Temporal.PlainDate(y, 12, 31),
      ticks,
      earlier: year(y - 1),
      later: year(y + 1),
      nearer: 'days',
      wider: { scale: 'years', at: year(y - (y % 10)) },
    }
  }
  if (scale === 'years' && asked) {
    const start = y - (y % 10)
    return {
      scale,
      at: year(start),
      from: new Temporal.PlainDate(start, 1, 1),
      to: new Temporal.PlainDate(start + 9, 12, 31),
      ticks: Array.from({ length: 10 }, (_, index) => ({
        from: new Temporal.PlainDate(start + index, 1, 1),
        at: year(start + index),
      })),
      earlier: year(Math.max(0, start - 10)),
      later: year(Math.min(9990, start + 10)),
      nearer: 'months',
      wider: { scale: 'decades', at: null },
    }
  }
  const start = extent.from.year - (extent.from.year % 10)
  const decades = Math.min(30, Math.floor((extent.to.year - start) / 10) + 1)
  return {
    scale: 'decades',
    at: null,
    from: new Temporal.PlainDate(start, 1, 1),
    to: new Temporal.PlainDate(start + decades * 10 - 1, 12, 31),
    ticks: Array.from({ length: decades }, (_, index) => ({
      from: new Temporal.PlainDate(start + index * 10, 1, 1),
      at: year(start + index * 10),
    })),
    earlier: null,
    later: null,
    nearer: 'years',
    wider: null,
  }
}

/** How far into a stretch a day lies, in thousandths of it; outside it, at its edge. */
export function placeIn({ from, to }: Pick<Stretch, 'from' | 'to'>, day: Temporal.PlainDate): number {
  const whole = from.until(to.add({ days: 1 })).days
  const into = from.until(day).days
  return Math.round((1000 * Math.min(Math.max(into, 0), whole)) / whole)
}
