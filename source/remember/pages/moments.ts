import { cityOfZone, moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { zonesWords } from '#ground/languages/messages/time-zones.ts'

/** 17 June 2018 at 23:59 (Bogotá time): an hour without its zone would be taken for the reader's. */
export const momentInWords = (locale: Locale, at: Temporal.Instant, timeZone: string): string =>
  zonesWords[locale].momentIn(moment(locale, at, timeZone), cityOfZone(locale, timeZone))
