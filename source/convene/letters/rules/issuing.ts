/** When the day of a seminar begins, where it is held: nobody has taken part in it before. */
export const beginningOfTheDay = (seminar: { heldOn: string; timeZone: string }): Temporal.Instant =>
  Temporal.PlainDate.from(seminar.heldOn).toZonedDateTime(seminar.timeZone).toInstant()

export type Issuing = 'open' | 'too-early' | 'cancelled'

/**
 * Whether letters that say that people took part may be issued now.
 *
 * @param now business time
 */
export function issuingState(
  seminar: { heldOn: string; timeZone: string; cancelledAt: Temporal.Instant | null },
  now: Temporal.Instant,
): Issuing {
  if (seminar.cancelledAt) return 'cancelled'
  return Temporal.Instant.compare(now, beginningOfTheDay(seminar)) < 0 ? 'too-early' : 'open'
}
