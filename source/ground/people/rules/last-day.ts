/** Where the day ends last on earth: a right that is given to the 4th is good on the 4th, wherever its holder is. */
const lastZone = 'Etc/GMT+12'

/** The instant at which a right given until this day, included, ends. */
export function endOfLastDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(lastZone).toInstant()
}

/** The last day on which a right that ends at this instant is good. */
export function lastDay(end: Temporal.Instant): Temporal.PlainDate {
  return end.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(lastZone).toPlainDate()
}

/** A day as a date field sends it, if it exists; null for anything else (30 February included). */
export function readDay(typed: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}
