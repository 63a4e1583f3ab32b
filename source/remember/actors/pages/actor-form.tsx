import i18nCountries from 'i18n-iso-countries'
import { z } from 'zod'
import { countryName, languageName } from '#ground/languages/format.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { readIdentifiers } from '#ground/people/rules/identifiers.ts'
import { bindFields, SelectField, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { actorsWords } from '../../messages/actors.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { CircleField, DuringField, WordsFields } from '../../pages/fields.tsx'
import { circle, maybe, maybeDuring, maybeId, wordsPieces } from '../../rules/forms.ts'
import { actorsToChoose, type Named } from '../../store/choices.ts'
import type { Fields } from '../store/form-texts.ts'
import { recordForm } from './record-form.tsx'

export const actorKinds = [
  'service',
  'local-government',
  'network',
  'association',
  'ngo',
  'university',
  'company',
  'institution',
  'state',
  'donor',
  'international',
  'other',
] as const
const countries = new Set(Object.keys(i18nCountries.getAlpha2Codes()))

const schema = z.object({
  ...wordsPieces({ name: 300 }),
  shortName: maybe(60),
  kind: z.enum(actorKinds, 'kind'),
  country: z
    .string()
    .default('')
    .refine(code => code === '' || countries.has(code), 'country'),
  website: z
    .string()
    .trim()
    .max(2000, 'tooLong')
    .default('')
    .refine(url => url === '' || (/^https?:\/\/\S+\.\S+/.test(url) && URL.canParse(url)), 'website'),
  identifiers: z.string().max(5000, 'tooLong').default(''),
  parent: maybeId,
  successor: maybeId,
  during: maybeDuring,
  visibility: circle,
})

/** A country as the form and the lists name it, by name. */
export const countriesByName = (locale: Locale) =>
  [...countries]
    .map(value => ({ value, label: countryName(locale, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))

export const wordsLabels = (locale: Locale, field: string, label: string) =>
  Object.fromEntries(
    locales.map(l => [`${field}-${l}`, fieldsWords[locale].inLanguage(label, languageName(locale, l))]),
  )

/** The name of what a list holds. */
export const chosen = (list: readonly Named[], id: string) => list.find(one => one.id === id)?.name ?? id

/** How the values that all these forms share read. */
export function sharedValue(locale: Locale, field: string, value: string): string | undefined {
  if (value === '') return value
  if (field === 'visibility') return memoryWords[locale].circles[Number(value) as 0 | 1 | 2]
  if (field === 'during') return edtfInWords(locale, value)
  return undefined
}

export const actorForm = recordForm<{ actors: Named[] }>({
  kind: 'actor',
  section: 'actors',
  titles: (locale, now) => (now ? now[`name-${now.source}`] || now.shortName : '') || actorsWords[locale].newTitle,
  start: visit => ({ kind: visit.url.searchParams.get('kind') ?? '' }),
  lists: async (tx, memory, locale) => ({ actors: await actorsToChoose(tx, memory.id, locale) }),
  schema,
  texts: { required: ['name'], optional: [] },
  more: (typed, locale): Fields => {
    const read = readIdentifiers(typed.identifiers ?? '')
    return 'wrongLine' in read ? { identifiers: actorsWords[locale].identifierLine(read.wrongLine) } : {}
  },
  errors: locale => actorsWords[locale].errors,
  body: ({ visit: { locale }, typed, errors, lists, source }) => {
    const words = actorsWords[locale]
    const field = bindFields(parts[locale], typed, errors)
    const actors = lists.actors.map(actor => ({ value: actor.id, label: actor.name }))
    return (
      <>
        <WordsFields
          locale={locale}
          typed={typed}
          errors={errors}
          source={source}
          texts={[{ field: 'name', label: words.name }]}
        />
        <TextField {...field('shortName')} label={words.shortName} optional short />
        <SelectField
          {...field('kind')}
          label={words.kind}
          choices={actorKinds.map(value => ({ value, label: words.kinds[value] }))}
        />
        <SelectField {...field('country')} label={words.country} choices={countriesByName(locale)} optional />
        <TextField {...field('website')} label={words.website} optional />
        <TextareaField
          {...field('identifiers')}
          label={words.identifiers}
          hint={words.identifiersHint}
          rows={3}
          optional
        />
        <SelectField {...field('parent')} label={words.parent} choices={actors} optional />
        <SelectField
          {...field('successor')}
          label={words.successor}
          hint={words.successorHint}
          choices={actors}
          optional
        />
        <DuringField {...field('during')} locale={locale} label={words.during} optional />
        <CircleField {...field('visibility')} locale={locale} />
      </>
    )
  },
  labels: locale => {
    const words = actorsWords[locale]
    const { shortName, kind, country, website, identifiers, parent, successor, during } = words
    return {
      ...wordsLabels(locale, 'name', words.name),
      shortName,
      kind,
      country,
      website,
      identifiers,
      parent,
      successor,
      during,
      visibility: fieldsWords[locale].circle,
    }
  },
  shown: (locale, field, value, { actors }) => {
    if (value === '') return value
    if (field === 'kind') return actorsWords[locale].kinds[value as 'other']
    if (field === 'country') return countryName(locale, value)
    if (field === 'parent' || field === 'successor') return chosen(actors, value)
    return sharedValue(locale, field, value) ?? value
  },
  save: locale => ({ button: actorsWords[locale].save, saved: actorsWords[locale].saved }),
  path: id => `/actors/${id}`,
  back: id => (id === null ? '/actors' : `/actors/${id}`),
})
