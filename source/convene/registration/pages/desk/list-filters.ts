import { deskListWords } from '#convene/messages/desk-list.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, languageName } from '#ground/languages/format.ts'
import { locales } from '#ground/languages/locales.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import type { Filter } from '#ground/web/parts/table.tsx'
import { categories } from '../../rules/answers.ts'
import { type ListAsked, type ListChoice, sortKeys } from '../../store/desk-list.ts'
import { kindOfState } from '../me.tsx'
import { regions } from './list-parts.tsx'

/** How many people a page shows; the first when nothing is said. */
export const sizes = [50, 100, 200] as const
export const states = Object.keys(kindOfState) as RegistrationState[]

/** What a list can be narrowed to: what there is of it in this seminar. */
export type Choices = {
  countries: readonly string[]
  /** By key, with their names in the visitor's language. */
  quotas: readonly { key: string; name: string }[]
  /** Invitations and lists of guests. */
  others: readonly ListChoice[]
}

/** The choices above the list; each is in the address, so that a link keeps them. */
export function filtersOf(visit: Visit, asked: ListAsked, { countries, quotas, others }: Choices): Filter[] {
  const { locale } = visit
  const m = registration[locale]
  const words = deskPeople[locale].list
  const w = deskListWords[locale].filters
  const all = { value: '', label: m.desk.all }
  const choice = (name: string, label: string, value: string | null, choices: { value: string; label: string }[]) => ({
    name,
    label,
    value: value ?? '',
    choices: [all, ...choices],
  })
  const named = (kind: ListChoice['kind']) =>
    others.filter(other => other.kind === kind).map(({ id, label }) => ({ value: id, label }))
  const byName = [...countries]
    .map(value => ({ value, label: countryName(locale, value) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
  /** Worth a question only where there is something to choose, or something was chosen. */
  const some = (filter: Filter & { choices: readonly unknown[] }) =>
    filter.choices.length > 1 || filter.value !== '' ? [filter] : []
  return [
    { name: 'text', label: m.desk.search, value: asked.text },
    choice(
      'state',
      m.desk.state,
      asked.state,
      states.map(value => ({ value, label: m.states[value] })),
    ),
    choice(
      'category',
      m.desk.category,
      asked.category,
      categories.map(value => ({ value, label: m.categoriesShort[value] })),
    ),
    choice(
      'region',
      m.desk.region,
      asked.region,
      regions.map(value => ({ value, label: m.regions[value] })),
    ),
    choice('country', m.desk.country, asked.country, byName),
    choice(
      'language',
      w.language,
      asked.language,
      locales.map(value => ({ value, label: languageName(locale, value) })),
    ),
    ...some(
      choice(
        'quota',
        w.quota,
        asked.quota,
        quotas.map(({ key, name }) => ({ value: key, label: name })),
      ),
    ),
    ...some(choice('invitation', w.invitation, asked.invitation, named('invitation'))),
    ...some(choice('list', w.guestList, asked.guestList, named('list'))),
    choice('mail', words.mail, asked.undelivered ? 'undelivered' : '', [
      { value: 'undelivered', label: words.undelivered },
    ]),
    choice('priority', w.priority, asked.prioritised ? 'given' : '', [{ value: 'given', label: w.prioritised }]),
    choice('with', w.needs, asked.withNeeds ? 'needs' : '', [{ value: 'needs', label: w.withNeeds }]),
    // Comes by a link from one of its people; in sight as long as it narrows the list.
    ...(asked.organisation === ''
      ? []
      : [
          choice('organisation', m.desk.organisation, asked.organisation, [
            { value: asked.organisation, label: words.oneOrganisation },
          ]),
        ]),
    {
      name: 'size',
      label: w.size,
      value: asked.size === sizes[0] ? '' : String(asked.size),
      choices: sizes.map((size, index) => ({ value: index === 0 ? '' : String(size), label: w.perPage(size) })),
    },
  ]
}

/** What the address asks for; what it does not know, it passes over. Newest first when nothing is said. */
export function readAsked(query: URLSearchParams): ListAsked {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === query.get(name)) ?? null
  const words = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 200)
  const id = (name: string) => {
    const value = query.get(name) ?? ''
    return isUuid(value) ? value : null
  }
  const sort = query.get('sort') ?? ''
  const key = sortKeys.find(known => known === sort.replace(/^-/, ''))
  const page = Number(query.get('page') ?? 1)
  const country = query.get('country') ?? ''
  return {
    state: one('state', states),
    category: one('category', categories),
    region: one('region', regions),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    language: one('language', locales),
    quota: words('quota'),
    invitation: id('invitation'),
    guestList: id('list'),
    undelivered: query.get('mail') === 'undelivered',
    prioritised: query.get('priority') === 'given',
    withNeeds: query.get('with') === 'needs',
    organisation: words('organisation'),
    text: words('text'),
    sort: key ? { key, descending: sort.startsWith('-') } : { key: 'requested', descending: true },
    page: Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    size: sizes.find(size => String(size) === query.get('size')) ?? sizes[0],
  }
}

/** Whether the choices leave anybody out. */
export const isNarrowed = (filters: readonly Filter[]): boolean =>
  filters.some(({ name, value }) => name !== 'size' && value !== '')
