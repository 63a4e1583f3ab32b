export const en = {
  /** A date that stands alone, and one within a period. */
  about: (date: string) => `about ${date}`,
  roughly: (date: string) => `about ${date}`,
  uncertain: (date: string) => `${date} (date uncertain)`,
  between: (from: string, _fromDay: boolean, to: string, _toDay: boolean) => `from ${from} to ${to}`,
  since: (from: string, _day: boolean) => `since ${from}`,
  sinceEnded: (from: string, _day: boolean) => `from ${from}, ended on an unknown date`,
  until: (to: string, _day: boolean) => `until ${to}`,
}
