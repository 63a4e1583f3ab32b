import { hour } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'

// The hours of a programme as the clocks of another place say them. It runs on the server and in the reader's browser, where
// Temporal is not everywhere yet: instants are milliseconds of the epoch, and Intl knows the zones.

/** What the clocks of a place say: its day, `YYYY-MM-DD`, and the time. */
export type ClockTime = { day: string; hour: number; minute: number }
/** From when to when, in milliseconds of the epoch. */
export type Span = { from: number; to: number }

/** No zone has a longer name. */
const longestName = 64

/**
 * The zone that a reader asks for, as IANA writes it; null for what is no place with clocks of its own. Offsets and
 * `Etc/GMT+5` are none: they know no summer, and the sign of the second is the opposite of what people expect.
 */
export function readersZone(asked: string): string | null {
  if (asked.length > longestName || !/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(asked)) return null
  if (/^(etc\/)?(utc|uct|universal|zulu|greenwich|gmt)$/i.test(asked)) return 'UTC'
  if (!asked.includes('/') || /^etc\//i.test(asked)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** A clock of that zone. */
export function clockOf(zone: string): (at: number) => ClockTime {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return at => {
    const found = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
    return {
      day: `${found.year?.padStart(4, '0')}-${found.month}-${found.day}`,
      hour: Number(found.hour),
      minute: Number(found.minute),
    }
  }
}

/** Whether the clocks of two zones say the same at all these instants. */
export function saysTheSame(one: string, other: string, instants: readonly number[]): boolean {
  const [a, b] = [clockOf(one), clockOf(other)]
  return instants.every(at => JSON.stringify(a(at)) === JSON.stringify(b(at)))
}

/**
 * Says a span in the hours of another zone: « 23 h – 0 h 30 ». With the day where it begins on another than at the venue, and
 * where it ends on another than it begins.
 */
export function sayingElsewhere(locale: Locale, venue: string, zone: string): (span: Span) => string {
  const [there, here] = [clockOf(venue), clockOf(zone)]
  const dayOf = new Intl.DateTimeFormat(tags[locale], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  const point = (at: number, before: string) => {
    const now = here(at)
    const time = hour(locale, now as unknown as Temporal.PlainTime)
    return now.day === before ? time : `${unbroken(dayOf.format(at))}, ${time}`
  }
  return ({ from, to }) => {
    const begins = here(from)
    return `${point(from, there(from).day)}${nbsp}–${nbsp}${point(to, begins.day)}`
  }
}

const nbsp = '\u00a0'
const tags: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }
// Spanish and Portuguese set a comma after the day of the week, and another follows before the time.
const unbroken = (day: string) => day.replace(/, (?=\d)/, ' ').replace(/(\d) (?=\p{L})/gu, `$1${nbsp}`)

/** The zones that are offered, by their continent or ocean: 'America' → ['America/Lima', …]. */
export function zonesByRegion(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const [region, city] = zone.split('/')
    if (region === undefined || city === undefined || region === 'Etc') continue
    found.set(region, [...(found.get(region) ?? []), zone])
  }
  return found
}
