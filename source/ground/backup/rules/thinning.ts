/** How many of the newest days, weeks and months that have a backup keep one. */
export type Retention = { days: number; weeks: number; months: number }

export const retention: Retention = { days: 7, weeks: 5, months: 12 }

/**
 * Which backups to keep: the newest of each of the last seven days, five weeks and twelve months that have one (weeks
 * begin on Monday, as ISO 8601 counts them). Periods without a backup do not count, so that an installation which was
 * switched off for a year still has its last ones.
 *
 * @param moments when each backup was made, in UTC, in any order
 * @returns those to keep, newest first; the newest of all is always among them
 */
export function backupsToKeep(
  moments: readonly Temporal.PlainDateTime[],
  { days, weeks, months }: Retention = retention,
): Temporal.PlainDateTime[] {
  const newestFirst = [...moments].sort((a, b) => Temporal.PlainDateTime.compare(b, a))
  const kept = new Set<Temporal.PlainDateTime>()
  const keepNewestOfEach = (count: number, periodOf: (moment: Temporal.PlainDateTime) => string) => {
    const periods = new Set<string>()
    for (const moment of newestFirst) {
      const period = periodOf(moment)
      if (periods.has(period)) continue
      if (periods.size === count) break
      periods.add(period)
      kept.add(moment)
    }
  }
  keepNewestOfEach(days, moment => moment.toPlainDate().toString())
  keepNewestOfEach(weeks, moment => `${moment.yearOfWeek}-${moment.weekOfYear}`)
  keepNewestOfEach(months, moment => moment.toPlainDate().toPlainYearMonth().toString())
  return newestFirst.filter(moment => kept.has(moment))
}
