/** The time zones of a country by their IANA names; none for one that is not known. */
export function zonesOf(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return []
  // In the engine since 2022, not yet in the types of the language.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined }
  return locale.getTimeZones?.() ?? []
}

/** Every zone with a name, in the order of the alphabet. */
export const allZones = (): readonly string[] => Intl.supportedValuesOf('timeZone')

/** A zone with a name. An offset is refused: it does not know summer. */
export function isTimeZone(text: string): boolean {
  if (/^[+-]/.test(text)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return !text.includes(':')
  } catch {
    return false
  }
}

// Of countries with several zones, the one that most of their people live in: by CLDR (`primaryZones`) where it says one, else
// that of the largest city.
const usual: Readonly<Record<string, string>> = {
  AR: 'America/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  GL: 'America/Godthab',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kiev',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
}

/** The zone to suggest for somewhere in a country: its only one, or that of most of its people; null where none is known. */
export function likelyZone(country: string): string | null {
  const zones = zonesOf(country)
  return zones.length === 1 ? (zones[0] ?? null) : (usual[country] ?? null)
}

/**
 * The zone of a territory or a network: the one that was said, else the only one of its country, else UTC.
 *
 * @param said IANA name, as `space.time_zone` holds it
 * @param country ISO 3166-1; null for a network
 */
export function zoneOfPlace(said: string | null, country: string | null): string {
  if (said !== null && isTimeZone(said)) return said
  const zones = country === null ? [] : zonesOf(country)
  return zones.length === 1 ? (zones[0] ?? 'UTC') : 'UTC'
}
