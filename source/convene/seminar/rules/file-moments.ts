/** A moment as files write it: at the venue, to the second, such as `2018-06-17T23:59:59`. */
export const momentInFile = (moment: Temporal.Instant, timeZone: string): string =>
  moment.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' })

/** Hours and minutes at the venue, such as `09:30`. */
export const timeInFile = (moment: Temporal.Instant, timeZone: string): string =>
  moment.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

/** The day at the venue, such as `2018-07-05`. */
export const dayInFile = (moment: Temporal.Instant, timeZone: string): string =>
  moment.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/**
 * The moment that a file means. One that reads the same in the file is kept as it stands: registration may have been
 * opened in the middle of a second, and a file that says nothing new changes nothing.
 *
 * @param local as a file writes it, seconds or none
 * @param before what stands there now, when it was written in the same time zone
 */
export function momentOf(local: string, timeZone: string, before: Temporal.Instant | null = null): Temporal.Instant {
  if (before && momentInFile(before, timeZone) === withSeconds(local)) return before
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant()
}

/** `2018-06-17T23:59` is `2018-06-17T23:59:00`. */
export const withSeconds = (local: string): string => (/T\d{2}:\d{2}$/.test(local) ? `${local}:00` : local)
