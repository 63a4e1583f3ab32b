/** What is erased of the registrations of a seminar, each after its own number of days. */
export const erasable = ['needs', 'answers', 'persons'] as const
export type Erasable = (typeof erasable)[number]

/** Days after the seminar, for each of them. */
export type RetentionDays = Readonly<Record<Erasable, number>>

/** What holds for a seminar that says nothing: a month, a year, three years. */
export const usualRetention: RetentionDays = { needs: 30, answers: 365, persons: 1095 }

/**
 * The last day on which something is kept: so many days after the day of the seminar. With 0 it is the day of the
 * seminar itself, since what people need is needed on that day.
 *
 * @param heldOn day of the seminar, at the venue
 */
export const keptUntil = (heldOn: Temporal.PlainDate, days: number): Temporal.PlainDate => heldOn.add({ days })

/**
 * The instant from which it may be there no longer: the first of the day after, at the venue. Where summer time skips
 * midnight, the day begins later.
 */
export function erasedFrom(heldOn: Temporal.PlainDate, days: number, timeZone: string): Temporal.Instant {
  return keptUntil(heldOn, days).add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
}

export type RetainedSeminar = {
  heldOn: Temporal.PlainDate
  timeZone: string
  days: RetentionDays
  /** It has no sure day now, so that nothing can be counted from it. */
  rests?: boolean
}

/**
 * What is to be erased of a seminar at an instant. Whoever is erased takes along what they needed and answered, so all
 * three are due when persons are; nothing is while the seminar has no sure day.
 */
export function dueAt(seminar: RetainedSeminar, now: Temporal.Instant): Erasable[] {
  if (seminar.rests) return []
  const due = (what: Erasable) =>
    Temporal.Instant.compare(now, erasedFrom(seminar.heldOn, seminar.days[what], seminar.timeZone)) >= 0
  return due('persons') ? [...erasable] : erasable.filter(due)
}
