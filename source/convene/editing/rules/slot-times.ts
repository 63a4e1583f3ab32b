import { momentsOf, type ProgrammeSlot } from '#convene/programme/rules/programme.ts'

/** What the clocks at the venue do to a slot. */
export type ClocksDuring = {
  /** Its begin or its end, where that hour comes twice: the first time is meant. */
  twice: { day: string; time: string }[]
  /** How long it lasts, when the clocks change while it does. */
  lasts: Temporal.Duration | null
}

/**
 * Hours that come twice when summer time ends, and slots during which the clocks change. An hour that does not exist is
 * refused by the checks of the file.
 *
 * @param timeZone IANA name
 */
export function clocksDuring(
  slot: Pick<ProgrammeSlot, 'day' | 'from' | 'until' | 'to'>,
  timeZone: string,
): ClocksDuring {
  const ends = [
    { day: slot.day, time: slot.from },
    { day: slot.until, time: slot.to },
  ]
  const { startsAt, endsAt } = momentsOf(slot, timeZone)
  const offset = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).offsetNanoseconds
  return {
    twice: ends.filter(({ day, time }) => comesTwice(day, time, timeZone)),
    lasts: offset(startsAt) === offset(endsAt) ? null : startsAt.until(endsAt, { largestUnit: 'hour' }),
  }
}

function comesTwice(day: string, time: string, timeZone: string): boolean {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`)
  const [first, second] = (['earlier', 'later'] as const).map(disambiguation =>
    local.toZonedDateTime(timeZone, { disambiguation }),
  )
  if (!first || !second || first.equals(second)) return false
  // Around an hour that spring skips the two differ too, and neither is that hour.
  return first.toPlainDateTime().equals(local)
}
