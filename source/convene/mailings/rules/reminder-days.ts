/** How many days before a seminar a reminder may leave by itself; the database knows no other. */
export const offeredDays = [28, 21, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1] as const

/** How many reminders a seminar may have. */
export const mostReminders = 5

/** At which hour they leave, in the venue's time zone. */
export const reminderHour = Temporal.PlainTime.from('09:00')

/** What a seminar has of a day on which a reminder leaves. */
export type ReminderDay = {
  daysBefore: number
  /** From then on it may leave. */
  from: Temporal.Instant
  /** The end of that day at the venue: from then on it would say the wrong thing, and does not leave any more. */
  until: Temporal.Instant
}

/**
 * The days on which the reminders of a seminar leave, the first first. Days are counted on the calendar of the venue, so
 * that a change of the clocks in between moves nothing; where nine o'clock does not exist on a day, it is the hour after.
 *
 * @param heldOn YYYY-MM-DD at the venue
 */
export function reminderDays(heldOn: string, timeZone: string, daysBefore: readonly number[]): ReminderDay[] {
  const day = Temporal.PlainDate.from(heldOn)
  return [...new Set(daysBefore)]
    .sort((one, other) => other - one)
    .map(days => {
      const on = day.subtract({ days })
      return {
        daysBefore: days,
        from: on.toZonedDateTime({ timeZone, plainTime: reminderHour }).toInstant(),
        until: on.add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant(),
      }
    })
}

/** Whether a reminder waits for its hour, leaves now, or is too late. */
export function reminderState({ from, until }: ReminderDay, now: Temporal.Instant): 'early' | 'due' | 'late' {
  if (Temporal.Instant.compare(now, from) < 0) return 'early'
  return Temporal.Instant.compare(now, until) < 0 ? 'due' : 'late'
}
