/** What the files of a programme say besides its own words: calendars, and schedules for conference apps. */
export const en = {
  provisional: 'Provisional: this slot may still change.',
  speakers: (names: string) => `Speaking: ${names}`,
  panel: (names: string) => `On the panel: ${names}`,
}
