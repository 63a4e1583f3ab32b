import { z } from 'zod'
import { countryName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { readIdentifiers, writeIdentifiers } from '#ground/people/rules/identifiers.ts'
import { bindFields, SelectField, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { actorsWords } from '../../messages/actors.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { countriesByName, isCountry } from '../../pages/countries.ts'
import { CircleField, DuringField, WordsFields } from '../../pages/fields.tsx'
import { chosen, editTitle, sharedValue, wordsLabels } from '../../pages/labels.ts'
import { circle, maybe, maybeDuring, maybeId, wordsPieces } from '../../rules/forms.ts'
import { actorsToChoose, type Named } from '../../store/choices.ts'
import { impossibleIn, tidyIdentifier } from '../rules/known-identifiers.ts'
import { recordForm } from './record-form.ts'

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

const schema = z.object({
  ...wordsPieces({ name: 300 }),
  shortName: maybe(60),
  kind: z.enum(actorKinds, 'kind'),
  country: z
    .string()
    .default('')
    .refine(code => code === '' || isCountry(code), 'country'),
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

export const actorForm = recordForm<{ actors: Named[] }>({
  kind: 'actor',
  section: 'actors',
  title: (locale, now) =>
    editTitle(locale, now, now ? now[`name-${now.source}`] || now.shortName : '') ?? actorsWords[locale].newTitle,
  start: visit => ({ kind: visit.url.searchParams.get('kind') ?? '' }),
  lists: async (tx, { memory, locale }) => ({ actors: await actorsToChoose(tx, memory.id, locale) }),
  schema,
  texts: { required: ['name'], optional: [] },
  more: (typed, { locale }) => {
    const read = readIdentifiers(typed.identifiers ?? '')
    const words = actorsWords[locale]
    if ('wrongLine' in read) return { identifiers: words.identifierLine(read.wrongLine) }
    const wrong = read.identifiers.flatMap(one => {
      const register = impossibleIn(one)
      return register ? [words.identifierWrong(one.value, words.registers[register])] : []
    })
    return wrong.length > 0 ? { identifiers: wrong.join(' ') } : {}
  },
  tidy: typed => {
    const read = readIdentifiers(typed.identifiers ?? '')
    // What cannot be read stays as it was typed.
    if ('wrongLine' in read || read.identifiers.some(one => impossibleIn(one))) return typed
    return { ...typed, identifiers: writeIdentifiers(read.identifiers.map(tidyIdentifier)) }
  },
  errors: locale => actorsWords[locale].errors,
  body: ({ visit: { locale }, isNew, typed, errors, lists, source }) => {
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
        <CircleField {...field('visibility')} locale={locale} isThere={!isNew} />
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
    if (field === 'kind') return actorsWords[locale].kinds[value as 'other']
    if (field === 'country') return countryName(locale, value)
    if (field === 'parent' || field === 'successor') return chosen(actors, value)
    return sharedValue(locale, field, value)
  },
  words: locale => ({ save: actorsWords[locale].save, saved: actorsWords[locale].saved }),
  path: (_at, id) => (id === null ? '/actors' : `/actors/${id}`),
})
