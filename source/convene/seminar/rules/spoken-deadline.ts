/** A deadline as people say it: a day that runs out whole is « avant le » the next one. */
export type SpokenDeadline = { before: Temporal.PlainDate } | { until: Temporal.ZonedDateTime }

export function spokenDeadline(closesAt: Temporal.Instant, zone: string): SpokenDeadline {
  const last = closesAt.toZonedDateTimeISO(zone)
  return last.hour === 23 && last.minute === 59 ? { before: last.toPlainDate().add({ days: 1 }) } : { until: last }
}
