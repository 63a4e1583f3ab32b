/** The moments that hang on the day of a seminar. */
export type Deadlines = {
  opensAt: Temporal.Instant | null
  /** The last second in which a registration is accepted. */
  closesAt: Temporal.Instant
  promoteUntil: Temporal.Instant | null
  changeUntil: Temporal.Instant | null
}

/** The day to which a seminar is moved, at its venue. `closesAt`: the new deadline, when it is said. */
export type NewDay = {
  date: Temporal.PlainDate
  hoursFrom: Temporal.PlainTime
  hoursTo: Temporal.PlainTime
  closesAt: Temporal.Instant | null
}

export type NewDayProblem =
  | 'same-day'
  | 'day-past'
  | 'ends-before-begins'
  /** The clocks are changed: there is no such hour on that day, or it comes twice. */
  | 'clock-change'
  | 'closes-after-end'
  /** Registration would close before it opens. */
  | 'closes-before-opening'

export type Moved = Deadlines & { startsAt: Temporal.Instant; endsAt: Temporal.Instant; days: number }

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? one : other)
const later = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? other : one)

/** The same hour, so many days later (or earlier): where the clocks skip it, the next one there is. */
export const inDays = (instant: Temporal.Instant, days: number, zone: string): Temporal.Instant =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime().add({ days }).toZonedDateTime(zone).toInstant()

/**
 * Where everything stands once a seminar is held on another day. A deadline keeps its hour and its distance from the day; an
 * opening that has come stays where it was. None lies after the end, and the line does not stop before registration closes.
 *
 * @param now business time
 */
export function movedTo(
  seminar: Deadlines & { heldOn: Temporal.PlainDate; timeZone: string },
  day: NewDay,
  now: Temporal.Instant,
): { ok: true; moved: Moved } | { ok: false; problem: NewDayProblem } {
  const { timeZone } = seminar
  const problem = (code: NewDayProblem) => ({ ok: false as const, problem: code })
  if (Temporal.PlainDate.compare(day.date, seminar.heldOn) === 0) return problem('same-day')
  if (Temporal.PlainTime.compare(day.hoursFrom, day.hoursTo) >= 0) return problem('ends-before-begins')
  let startsAt: Temporal.Instant
  let endsAt: Temporal.Instant
  try {
    const at = (time: Temporal.PlainTime) =>
      day.date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'reject' }).toInstant()
    startsAt = at(day.hoursFrom)
    endsAt = at(day.hoursTo)
  } catch {
    return problem('clock-change')
  }
  if (!isBefore(now, startsAt)) return problem('day-past')
  const { days } = seminar.heldOn.until(day.date, { largestUnit: 'days' })
  const shifted = (instant: Temporal.Instant) => earlier(inDays(instant, days, timeZone), endsAt)
  if (day.closesAt !== null && isBefore(endsAt, day.closesAt)) return problem('closes-after-end')
  const closesAt = day.closesAt ?? shifted(seminar.closesAt)
  const opened = seminar.opensAt === null || !isBefore(now, seminar.opensAt)
  const opensAt = opened ? seminar.opensAt : inDays(seminar.opensAt as Temporal.Instant, days, timeZone)
  if (opensAt !== null && !isBefore(opensAt, closesAt)) return problem('closes-before-opening')
  const moved = {
    opensAt,
    closesAt,
    promoteUntil: seminar.promoteUntil && later(shifted(seminar.promoteUntil), closesAt),
    changeUntil: seminar.changeUntil && shifted(seminar.changeUntil),
  }
  return { ok: true, moved: { ...moved, startsAt, endsAt, days } }
}
