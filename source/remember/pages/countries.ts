import i18nCountries from 'i18n-iso-countries'
import { countryName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'

const codes: ReadonlySet<string> = new Set(Object.keys(i18nCountries.getAlpha2Codes()))

/** Whether it is a country of ISO 3166-1 by its two letters. */
export const isCountry = (code: string): boolean => codes.has(code)

/** The countries of ISO 3166-1, by name. */
export const countriesByName = (locale: Locale) =>
  [...codes]
    .map(value => ({ value, label: countryName(locale, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
