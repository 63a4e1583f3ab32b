/** When the mails of a week leave, UTC: the job says the same as cron. */
const hour = 6

/** YYYY-MM-DD: the last Monday on which weekly mails were to leave, and the last one for monthly ones. */
export type DigestDays = { week: string; month: string }

/**
 * The Mondays whose mails should have left by a day: that of its week, and the first of that Monday's month. A job that could
 * not run then finds by them what it owes. Null on a Sunday: the mail of the next day says it all.
 */
export function digestDays(day: Temporal.PlainDate): DigestDays | null {
  if (day.dayOfWeek === 7) return null
  const week = day.subtract({ days: day.dayOfWeek - 1 })
  return { week: week.toString(), month: week.subtract({ weeks: Math.floor((week.day - 1) / 7) }).toString() }
}

/** The last day whose mail is not owed to somebody who asks for mails at a moment: theirs begin with the next Monday. */
export function notOwedUntil(now: Temporal.Instant): string {
  const at = now.toZonedDateTimeISO('UTC')
  const isBefore = at.dayOfWeek === 1 && at.hour < hour
  return at
    .toPlainDate()
    .subtract({ days: isBefore ? 1 : 0 })
    .toString()
}
