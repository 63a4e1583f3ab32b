/** What day it is somewhere. */
export const todayAt = (clock: { now(): Temporal.Instant }, timeZone: string): Temporal.PlainDate =>
  clock.now().toZonedDateTimeISO(timeZone).toPlainDate()

/** The day on which something happened somewhere. */
export const dayAt = (at: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(timeZone).toPlainDate()

/** When a day is over somewhere: the first moment of the next one. What was known on a day was known then. */
export const endOfDay = (day: Temporal.PlainDate, timeZone: string): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
