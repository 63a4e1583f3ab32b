import i18nCountries from 'i18n-iso-countries'
import { z } from 'zod'
import type { Visit } from '../../house.ts'
import { cityOfZone, countryName, languageName } from '../../languages/format.ts'
import { type Locale, locales, nameOfLocale } from '../../languages/locales.ts'
import { parts } from '../../languages/messages/parts.ts'
import { spacesWords } from '../../languages/messages/people-spaces.ts'
import { zonesWords } from '../../languages/messages/time-zones.ts'
import type { FieldErrors } from '../../web/form.ts'
import { bindFields, RadiosField, SelectField, TextareaField, TextField } from '../../web/parts/form.tsx'
import { zoneGroups } from '../../web/parts/zone-groups.ts'
import { readIdentifiers } from '../rules/identifiers.ts'
import { regionOf } from '../rules/region.ts'
import { isTimeZone, likelyZone, zonesOf } from '../rules/time-zones.ts'
import { type SpaceFields, type SpaceFormKind, visibilities } from '../store/space-records.ts'

export const governments = [
  'municipality',
  'intermunicipal',
  'metropolis',
  'county',
  'region',
  'federated-state',
  'other',
] as const
const countries = new Set(Object.keys(i18nCountries.getAlpha2Codes()))

const line = z.string().trim().max(200, 'tooLong').default('')
const network = z.object({
  slug: z
    .string()
    .trim()
    .max(80, 'slug')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'),
  visibility: z.enum(visibilities, 'visibility'),
  source: z.enum(locales, 'source'),
  ...Object.fromEntries(locales.map(locale => [`name-${locale}`, line])),
  timeZone: z.string().default(''),
  fictitious: z.enum(['yes', 'no'], 'fictitious'),
})
const territory = network.extend({
  country: z.string().refine(code => countries.has(code), 'country'),
  government: z.enum(governments, 'government'),
  identifiers: z.string().max(5000, 'tooLong').default(''),
})
export const spaceSchemas = { network, territory }

/** Errors between fields: the original name is there, the identifiers can be read. Sentences, not keys. */
export function moreErrors(locale: Locale, fields: SpaceFields): FieldErrors {
  const words = spacesWords[locale]
  const errors: Record<string, string> = {}
  const source = locales.find(known => known === fields.source)
  if (source && (fields[`name-${source}`] ?? '').trim() === '') errors[`name-${source}`] = words.errors.name
  const zone = fields.timeZone ?? ''
  if (zone !== '' && !isTimeZone(zone)) errors.timeZone = zonesWords[locale].unknown
  const read = readIdentifiers(fields.identifiers ?? '')
  if ('wrongLine' in read) errors.identifiers = words.identifierLine(read.wrongLine)
  return errors
}

/**
 * The zone of what was typed, where none was chosen: the only one of the country, or UTC for a network. Of a country with several
 * the likely one is suggested and asked about, since a wrong hour is noticed by nobody.
 */
export function zoneTyped(locale: Locale, kind: SpaceFormKind, fields: SpaceFields): { zone: string; error?: string } {
  const { timeZone: zone = '', country = '' } = fields
  if (zone !== '') return { zone }
  if (kind === 'network') return { zone: 'UTC' }
  const likely = likelyZone(country) ?? ''
  if (zonesOf(country).length === 1) return { zone: likely }
  if (!countries.has(country)) return { zone: '' }
  const words = zonesWords[locale]
  return { zone: likely, error: likely === '' ? words.needed : words.severalInCountry(countryName(locale, country)) }
}

/** What each field is called: for the form and for the page of a stale save. */
export function labelsOf(locale: Locale): Record<string, string> {
  const words = spacesWords[locale]
  return {
    ...Object.fromEntries(locales.map(l => [`name-${l}`, words.nameIn(languageName(locale, l))])),
    slug: words.slug,
    visibility: words.visibility,
    source: words.source,
    country: words.country,
    timeZone: zonesWords[locale].label,
    government: words.government,
    fictitious: words.fictitious,
    identifiers: words.identifiers,
  }
}

/** A value as a reader knows it: the word for a choice, the name for a code. */
export function valueInWords(locale: Locale, field: string, value: string): string {
  const words = spacesWords[locale]
  if (field === 'visibility') return words.visibilities[value as 'public'] ?? value
  if (field === 'government') return words.governments[value as 'other'] ?? value
  if (field === 'fictitious') return value === 'yes' ? words.fictitiousYes : words.fictitiousNo
  if (field === 'country' && value !== '') return countryName(locale, value)
  if (field === 'timeZone' && value !== '') return value === 'UTC' ? value : cityOfZone(locale, value)
  if (field === 'source' && value !== '') return languageName(locale, value)
  return value
}

export function SpaceFormFields(props: {
  visit: Visit
  kind: SpaceFormKind
  typed: SpaceFields
  errors: FieldErrors
  /** The language of the original, once there is one. */
  source: Locale | null
}) {
  const { locale } = props.visit
  const t = parts[locale]
  const words = spacesWords[locale]
  const labels = labelsOf(locale)
  const field = bindFields(t, props.typed, props.errors)
  const invented = (
    <RadiosField
      {...field('fictitious')}
      label={words.fictitious}
      choices={[
        { value: 'no', label: words.fictitiousNo },
        { value: 'yes', label: words.fictitiousYes },
      ]}
    />
  )
  const country = props.typed.country ?? ''
  const zones = zonesWords[locale]
  const zone = (
    <SelectField
      {...field('timeZone')}
      label={zones.label}
      hint={props.kind === 'network' ? zones.networkHint : `${zones.territoryHint} ${zones.onlyOne}`}
      groups={zoneGroups(locale, country, props.typed.timeZone, props.kind === 'network' ? ['UTC'] : [])}
      optional
    />
  )
  const original = props.source ?? locales.find(known => known === props.typed.source) ?? null
  return (
    <>
      {props.source ? (
        <>
          <p class="small">{words.sourceFixed(languageName(locale, props.source))}</p>
          <input type="hidden" name="source" value={props.source} />
        </>
      ) : (
        <SelectField
          {...field('source')}
          label={words.source}
          hint={words.sourceHint}
          choices={locales.map(l => ({ value: l, label: nameOfLocale[l] }))}
        />
      )}
      {locales.map(l => (
        <TextField {...field(`name-${l}`)} label={labels[`name-${l}`] ?? l} optional={l !== original} />
      ))}
      <TextField {...field('slug')} label={words.slug} hint={words.slugHint} />
      <RadiosField
        {...field('visibility')}
        label={words.visibility}
        choices={visibilities.map(value => ({
          value,
          label: words.visibilities[value],
          hint: words.visibilityHints[value],
        }))}
      />
      {props.kind === 'territory' ? (
        <>
          <SelectField
            {...field('country')}
            label={words.country}
            hint={words.countryHint}
            groups={countryGroups(locale)}
          />
          {zone}
          <SelectField
            {...field('government')}
            label={words.government}
            choices={governments.map(value => ({ value, label: words.governments[value] }))}
          />
          {invented}
          <TextareaField
            {...field('identifiers')}
            label={words.identifiers}
            hint={words.identifiersHint}
            rows={3}
            optional
          />
        </>
      ) : (
        <>
          {zone}
          {invented}
        </>
      )}
    </>
  )
}

function countryGroups(locale: Locale) {
  const names = parts[locale].text.regions
  const all = [...countries]
    .map(value => ({ value, label: countryName(locale, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
  return [
    { label: names.america, choices: all.filter(one => regionOf(one.value) === 'latin-america') },
    { label: names.europe, choices: all.filter(one => regionOf(one.value) === 'europe') },
    { label: names.other, choices: all.filter(one => regionOf(one.value) === 'other') },
  ]
}
