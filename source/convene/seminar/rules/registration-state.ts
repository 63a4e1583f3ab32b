export type RegistrationState = 'cancelled' | 'over' | 'opens-later' | 'open' | 'waiting-list' | 'under-way' | 'closed'

export type SeminarTimes = {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  opensAt: Temporal.Instant | null
  /** The last second in which a registration is accepted. */
  closesAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
}

/**
 * What registration is at an instant. The whole of the last second counts: a deadline of 23:59:59 ends at midnight.
 *
 * @param quota places of the whole seminar; null when they are not counted
 */
export function registrationState(
  seminar: SeminarTimes,
  quota: { capacity: number; taken: number } | null,
  now: Temporal.Instant,
): RegistrationState {
  if (seminar.cancelledAt) return 'cancelled'
  if (!isBefore(now, seminar.endsAt)) return 'over'
  if (seminar.opensAt && isBefore(now, seminar.opensAt)) return 'opens-later'
  if (isBefore(now, seminar.closesAt.add({ seconds: 1 }))) {
    return quota && quota.taken >= quota.capacity ? 'waiting-list' : 'open'
  }
  return isBefore(now, seminar.startsAt) ? 'closed' : 'under-way'
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0

/** A deadline as people say it: a day that runs out whole is « avant le » the next one. */
export type SpokenDeadline = { before: Temporal.PlainDate } | { until: Temporal.ZonedDateTime }

export function spokenDeadline(closesAt: Temporal.Instant, zone: string): SpokenDeadline {
  const last = closesAt.toZonedDateTimeISO(zone)
  return last.hour === 23 && last.minute === 59 ? { before: last.toPlainDate().add({ days: 1 }) } : { until: last }
}
