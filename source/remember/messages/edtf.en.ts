export const en = {
  /** A date that stands alone, and one within a period. */
  about: (date: string) => `about ${date}`,
  roughly: (date: string) => `about ${date}`,
  uncertain: (date: string) => `${date} (date uncertain)`,
  between: (from: string, _fromDay: boolean, to: string, _toDay: boolean) => `from ${from} to ${to}`,
  since: (from: string, _day: boolean) => `since ${from}`,
  sinceEnded: (from: string, _day: boolean) => `since ${from}, not known whether it has ended`,
  until: (to: string, _day: boolean) => `until ${to}`,
  /** A date that nobody knows; what goes on since one; what began and ended so. */
  unknown: 'date unknown',
  sinceUnknown: 'since an unknown date',
  unknownBoth: 'beginning and end unknown',
}
