import { type Life, meaning } from '#convene/seminar/rules/life.ts'

/** When the day of a seminar begins, where it is held: nobody has taken part in it before. */
export const beginningOfTheDay = (seminar: { heldOn: string; timeZone: string }): Temporal.Instant =>
  Temporal.PlainDate.from(seminar.heldOn).toZonedDateTime(seminar.timeZone).toInstant()

export type Issuing = 'open' | 'too-early' | 'postponed' | 'cancelled'

/**
 * Whether letters that say that people took part may be issued now.
 *
 * @param now business time
 */
export function issuingState(
  seminar: { heldOn: string; timeZone: string; life: Life },
  now: Temporal.Instant,
): Issuing {
  if (!meaning[seminar.life].letters) return seminar.life === 'cancelled' ? 'cancelled' : 'postponed'
  return Temporal.Instant.compare(now, beginningOfTheDay(seminar)) < 0 ? 'too-early' : 'open'
}
