export const en = {
  ofCountry: (country: string) => `Zones of this country: ${country}`,
  others: 'Other zones',
  /** A moment with the place whose hour it is. */
  momentIn: (moment: string, city: string) => (city === 'UTC' ? `${moment} (UTC)` : `${moment} (${city} time)`),
  label: 'Time zone',
  territoryHint: 'It marks its days: “today”, what is due, what was known on a day.',
  networkHint: 'It marks its days: that of its secretariat, for example. Left empty: UTC.',
  onlyOne: 'Left empty: that of its country, where it has only one.',
  severalInCountry: (country: string) =>
    `This country has several time zones (${country}). Check the one that is suggested, or choose another.`,
  unknown: 'Choose a time zone of the list.',
  needed: 'Choose the time zone.',
}
