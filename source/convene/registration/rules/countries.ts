import isoCountries from 'i18n-iso-countries'
import { type Region, regionOf } from '#ground/people/rules/region.ts'

/** Every country and territory of ISO 3166-1, and XK, which the field writes for Kosovo. */
export const countryCodes: ReadonlySet<string> = new Set([...Object.keys(isoCountries.getAlpha2Codes()), 'XK'])

/** The countries in groups, those of the two shores first. */
export const countriesByRegion: readonly { region: Region; codes: readonly string[] }[] = (
  ['latin-america', 'europe', 'other'] as const
).map(region => ({ region, codes: [...countryCodes].filter(code => regionOf(code) === region) }))
