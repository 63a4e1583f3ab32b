/** The time zones of a country by their IANA names; none for one that is not known. */
export function zonesOf(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return []
  // In the engine since 2022, not yet in the types of the language.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined }
  return locale.getTimeZones?.() ?? []
}

/** Every zone with a name, in the order of the alphabet. */
export const allZones = (): readonly string[] => Intl.supportedValuesOf('timeZone')
