/** People who registered in a stretch of days, and how many there were with it. */
export type Arrived = { from: Temporal.PlainDate; days: number; people: number; all: number }

/** Beyond so many days they are told by weeks: a longer row of days can be read by nobody. */
const mostDays = 92

/**
 * Who came when, from the first day to the last one, days without anybody included: by day, or by week (seven days from
 * the first) where there are more than three months of days. Whoever came before the first day or after the last stretches
 * the row, so that nobody is left out.
 *
 * @param counts people by day, in the time zone of the seminar; days may be missing
 */
export function arrivals(
  counts: readonly { day: Temporal.PlainDate; people: number }[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Arrived[] {
  if (counts.length === 0) return []
  const days = counts.map(({ day }) => day)
  const first = [from, ...days].reduce(earlier)
  const last = [to, ...days].reduce(later)
  const number = first.until(last).days + 1
  const step = number > mostDays ? 7 : 1
  const found: Arrived[] = Array.from({ length: Math.ceil(number / step) }, (_, index) => ({
    from: first.add({ days: index * step }),
    days: Math.min(step, number - index * step),
    people: 0,
    all: 0,
  }))
  for (const { day, people } of counts) {
    const stretch = found[Math.floor(first.until(day).days / step)]
    if (stretch) stretch.people += people
  }
  let all = 0
  for (const stretch of found) {
    all += stretch.people
    stretch.all = all
  }
  return found
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) <= 0 ? one : other
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) >= 0 ? one : other
