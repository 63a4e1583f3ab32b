export const en = {
  /** Under a day that nobody wrote down, or of which less is known: what it is made from. */
  calculated: (from: string) => `calculated from ${from}`,
  /** A date as far as it is known. */
  known: (date: string) => `“${date}”`,
  renewals: (n: number) => (n === 1 ? '1 renewal' : `${n} renewals`),
  termEnd: (day: string) => `the end of the term, ${day}`,
  /** In a mail that leaves after its Monday. */
  asOf: (monday: string, day: string) => `Reminder of ${monday}, up to date as of ${day}.`,
  /** The pages that an office opens every week, beside the doors of its memory. */
  weekly: 'Tools',
}
