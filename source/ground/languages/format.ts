import type { Locale } from './locales.ts'

const nbsp = '\u00a0'

// Days before months and the 24-hour clock in English too; Portuguese as in Brazil. Plain `es` writes 12 000,5.
const tag: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }

/** « 9 h 40 », « 9 h »; 9:40 in Spanish and English; 9h40, 9h in Portuguese. Never breaks over a line. */
export function hour(locale: Locale, time: Temporal.PlainTime): string {
  const minutes = String(time.minute).padStart(2, '0')
  switch (locale) {
    case 'fr':
      return time.minute === 0 ? `${time.hour}${nbsp}h` : `${time.hour}${nbsp}h${nbsp}${minutes}`
    case 'pt':
      return time.minute === 0 ? `${time.hour}h` : `${time.hour}h${minutes}`
    default:
      return `${time.hour}:${minutes}`
  }
}

/** « 11 h 20 – 11 h 40 », unbroken. */
export function hours(locale: Locale, from: Temporal.PlainTime, to: Temporal.PlainTime): string {
  return `${hour(locale, from)}${nbsp}–${nbsp}${hour(locale, to)}`
}

/** Thursday 5 July 2018, as each language writes it. */
export function longDate(locale: Locale, date: Temporal.PlainDate): string {
  const written = date.toLocaleString(tag[locale], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  // docs/style-of-words.md: Thursday 5 July 2018, without the comma that Intl puts.
  return unbroken(firstOf(locale, locale === 'en' ? written.replace(', ', ' ') : written))
}

/** 5 July 2018. */
export function date(locale: Locale, day: Temporal.PlainDate): string {
  return unbroken(firstOf(locale, day.toLocaleString(tag[locale], { day: 'numeric', month: 'long', year: 'numeric' })))
}

/** 5–7 July 2018, 30 July – 2 August 2018: the first day and the last; one day as `date` writes it. */
export function dates(locale: Locale, first: Temporal.PlainDate, last: Temporal.PlainDate): string {
  if (Temporal.PlainDate.compare(first, last) >= 0) return date(locale, first)
  spans[locale] ??= new Intl.DateTimeFormat(tag[locale], { day: 'numeric', month: 'long', year: 'numeric' })
  const written = spans[locale].formatRange(first, last)
  // Two days of a month stand close in all four languages; Intl leaves room between them in two of them.
  return unbroken(firstOf(locale, written.replace(/^(\d+)\s*–\s*(?=\d)/u, '$1–')))
}
const spans: Partial<Record<Locale, Intl.DateTimeFormat>> = {}

/** 4 June, 9:12: for lists of one year. */
export function shortMoment(locale: Locale, instant: Temporal.Instant, zone: string): string {
  const at = instant.toZonedDateTimeISO(zone)
  const day = at.toPlainDate().toLocaleString(tag[locale], { day: 'numeric', month: 'short', year: 'numeric' })
  return `${unbroken(firstOf(locale, day))}, ${hour(locale, at.toPlainTime())}`
}

/** 17 June 2018 at 23:59, in a zone. */
export function moment(locale: Locale, instant: Temporal.Instant, zone: string): string {
  const at = instant.toZonedDateTimeISO(zone)
  const joint = { fr: ' à ', es: ' a las ', pt: ' às ', en: ' at ' }[locale]
  return `${date(locale, at.toPlainDate())}${joint}${hour(locale, at.toPlainTime())}`
}

// Cities whose name in the zone list (English, without accents) is not what a reader calls them. Intl knows countries and
// whole zones, not cities; a zone that is not here keeps the name it has there.
const cities: Record<string, Partial<Record<Locale, string>>> = {
  'Europe/Paris': { es: 'París' },
  'Europe/London': { fr: 'Londres', es: 'Londres', pt: 'Londres' },
  'Europe/Lisbon': { fr: 'Lisbonne', es: 'Lisboa', pt: 'Lisboa' },
  'Europe/Madrid': { pt: 'Madri' },
  'Europe/Brussels': { fr: 'Bruxelles', es: 'Bruselas', pt: 'Bruxelas' },
  'Europe/Rome': { es: 'Roma', pt: 'Roma' },
  'Europe/Berlin': { es: 'Berlín', pt: 'Berlim' },
  'Europe/Vienna': { fr: 'Vienne', es: 'Viena', pt: 'Viena' },
  'Europe/Athens': { fr: 'Athènes', es: 'Atenas', pt: 'Atenas' },
  'Europe/Warsaw': { fr: 'Varsovie', es: 'Varsovia', pt: 'Varsóvia' },
  'America/Bogota': { fr: 'Bogota', es: 'Bogotá', pt: 'Bogotá', en: 'Bogotá' },
  'America/Mexico_City': { fr: 'Mexico', es: 'Ciudad de México', pt: 'Cidade do México' },
  'America/Sao_Paulo': { fr: 'São Paulo', es: 'São Paulo', pt: 'São Paulo', en: 'São Paulo' },
  'America/Montevideo': { pt: 'Montevidéu' },
  'America/Asuncion': { fr: 'Asunción', es: 'Asunción', pt: 'Assunção', en: 'Asunción' },
  'America/Havana': { fr: 'La Havane', es: 'La Habana', pt: 'Havana' },
  'America/Panama': { fr: 'Panama', es: 'Panamá', pt: 'Panamá' },
}

/** The zone as a place: Europe/Paris → « heure de Paris », « hora de París ». */
export function cityOfZone(locale: Locale, zone: string): string {
  return cities[zone]?.[locale] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

const languageNames: Partial<Record<Locale, Intl.DisplayNames>> = {}
export function languageName(locale: Locale, language: string): string {
  languageNames[locale] ??= new Intl.DisplayNames(tag[locale], { type: 'language' })
  return languageNames[locale].of(language) ?? language
}

const regionNames: Partial<Record<Locale, Intl.DisplayNames>> = {}
export function countryName(locale: Locale, country: string): string {
  regionNames[locale] ??= new Intl.DisplayNames(tag[locale], { type: 'region' })
  return regionNames[locale].of(country) ?? country
}

/** A list in words: « AL-LAs et Glocal Solutions ». */
export function list(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(tag[locale], { type: 'conjunction' }).format(items)
}

// The first of a month is an ordinal in French and in Portuguese, which Intl does not write: 1er juillet, 1º de julho.
function firstOf(locale: Locale, text: string): string {
  if (locale === 'fr') return text.replace(/(?<!\d)1(?=(–\d+)? \p{L})/gu, '1er').replace(/(\der) /gu, `$1${nbsp}`)
  return locale === 'pt' ? text.replace(/(?<!\d)1(?=(–\d+)? de )/gu, '1º') : text
}

// A number stays with its month: only the spaces around words may break.
function unbroken(text: string): string {
  return text.replace(/(\d) (?=\p{L})/gu, `$1${nbsp}`).replace(/(\p{L}) (?=\d{4}\b)/gu, `$1${nbsp}`)
}
