import { categories } from '#convene/registration/rules/answers.ts'
import { questionKinds } from '#convene/registration/rules/questions.ts'
import { organisationKinds, organisationRoles, type SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { type Field, type Path, valueAt } from './fields.ts'

// The parts of a seminar that have a form of their own, and what of its file each one shows.

const words = (...path: Path): Field => ({ kind: 'words', path })
const maybeWords = (...path: Path): Field => ({ kind: 'words', path, optional: true })
const maybeProse = (...path: Path): Field => ({ kind: 'words', path, optional: true, long: true })

export const partNames = ['texts', 'when-and-where', 'languages', 'registration'] as const
export type PartName = (typeof partNames)[number]

export const parts: Record<PartName, readonly Field[]> = {
  texts: [
    words('title'),
    maybeWords('subtitle'),
    maybeProse('theme'),
    maybeProse('question'),
    maybeProse('presentation'),
    maybeProse('objective'),
    maybeProse('audience'),
    maybeProse('method'),
    maybeProse('demonstration'),
  ],
  'when-and-where': [
    { kind: 'date', path: ['date'] },
    { kind: 'time', path: ['hours', 'from'] },
    { kind: 'time', path: ['hours', 'to'] },
    words('venue', 'name'),
    { kind: 'line', path: ['venue', 'address'] },
    { kind: 'one', of: 'countries', path: ['venue', 'country'] },
    { kind: 'one', of: 'zones', path: ['time_zone'] },
    maybeProse('venue', 'entrance'),
    { kind: 'lines', path: ['venue', 'access'], optional: true },
  ],
  languages: [
    { kind: 'one', of: 'choices', path: ['source'] },
    { kind: 'several', path: ['languages'] },
    { kind: 'several', path: ['spoken_languages', 'floor'], optional: true },
    { kind: 'several', path: ['spoken_languages', 'interpretation'], optional: true },
  ],
  registration: [
    { kind: 'moment', path: ['registration', 'opens'], whenNoTime: '00:00:00', optional: true },
    { kind: 'moment', path: ['registration', 'closes'], whenNoTime: '23:59:59' },
    { kind: 'yes', path: ['registration', 'mandatory'] },
    { kind: 'several', path: ['registration', 'approval'], optional: true },
    { kind: 'whole', path: ['registration', 'perOrganisation'], optional: true },
    { kind: 'whole', path: ['registration', 'perForm'] },
    { kind: 'one', of: 'choices', path: ['registration', 'promotion'] },
    { kind: 'whole', path: ['registration', 'offerHours'] },
    { kind: 'moment', path: ['registration', 'promoteUntil'], whenNoTime: '23:59:59', optional: true },
    { kind: 'moment', path: ['registration', 'changeUntil'], whenNoTime: '23:59:59', optional: true },
    { kind: 'whole', path: ['registration', 'retention', 'needs'] },
    { kind: 'whole', path: ['registration', 'retention', 'answers'] },
    { kind: 'whole', path: ['registration', 'retention', 'persons'] },
  ],
}

export const listNames = ['questions', 'consents', 'organisations', 'contacts', 'rooms', 'people'] as const
export type ListName = (typeof listNames)[number]

/** In addresses, where the key of an item stands, for one that is not there yet. No key has a `~`. */
export const newKey = '~new'

export const pathOfList: Record<ListName, Path> = {
  questions: ['registration', 'questions'],
  consents: ['registration', 'consents'],
  organisations: ['organisations'],
  contacts: ['contacts'],
  rooms: ['programme', 'rooms'],
  people: ['people'],
}

/** The fields of one item of a list. The options and the condition of a question have a form of their own beside these. */
export const itemFields: Record<ListName, readonly Field[]> = {
  questions: [
    words('label'),
    maybeProse('hint'),
    { kind: 'one', of: 'choices', path: ['kind'] },
    { kind: 'yes', path: ['required'] },
  ],
  consents: [
    { kind: 'words', path: ['text'], long: true },
    { kind: 'yes', path: ['required'] },
  ],
  organisations: [
    words('name'),
    { kind: 'line', path: ['short'], optional: true },
    { kind: 'one', of: 'choices', path: ['kind'] },
    { kind: 'one', of: 'countries', path: ['country'], optional: true },
    { kind: 'web', path: ['website'], optional: true },
    { kind: 'several', path: ['roles'], optional: true },
  ],
  contacts: [
    words('label'),
    { kind: 'email', path: ['email'], optional: true },
    { kind: 'telephone', path: ['telephone'], optional: true },
    { kind: 'one', of: 'organisations', path: ['organisation'], optional: true },
  ],
  rooms: [words('name'), { kind: 'whole', path: ['capacity'], optional: true }],
  people: [
    { kind: 'line', path: ['givenName'] },
    { kind: 'line', path: ['familyName'] },
    { kind: 'email', path: ['email'], optional: true },
    { kind: 'one', of: 'choices', path: ['language'] },
    { kind: 'one', of: 'organisations', path: ['organisation'], optional: true },
    maybeWords('role'),
    maybeProse('about'),
    { kind: 'yes', path: ['named'] },
  ],
}

/** Spoken in the places where this software is used; a file may name any other. */
export const spokenLanguages = [
  ...[
    'fr',
    'es',
    'pt',
    'en',
    'it',
    'de',
    'ca',
    'eu',
    'gl',
    'nl',
    'ht',
    'qu',
    'ay',
    'gn',
    'nah',
    'arn',
    'ar',
    'zh',
    'ja',
  ],
] as const

/** What can be chosen for a field, by its name; in a list, with the name of the list before it. */
export const choicesOf: Readonly<Record<string, readonly string[]>> = {
  source: locales,
  languages: locales,
  'spoken_languages.floor': spokenLanguages,
  'spoken_languages.interpretation': spokenLanguages,
  'registration.approval': categories,
  'registration.promotion': ['direct', 'offer'],
  'questions.kind': questionKinds,
  'organisations.kind': organisationKinds,
  'organisations.roles': organisationRoles,
  'people.language': locales,
}

type Question = SeminarFile['registration']['questions'][number]
/** One item of any list, as far as several lists are shown by the same page. */
export type Item = Partial<Pick<Question, 'key' | 'label' | 'hint' | 'options' | 'when' | 'required'>> &
  Partial<Pick<SeminarFile['registration']['consents'][number], 'text'>> &
  Partial<Pick<SeminarFile['organisations'][number], 'name' | 'roles'>> &
  Partial<Pick<SeminarFile['contacts'][number], 'email' | 'telephone'>> &
  Partial<Pick<SeminarFile['programme']['rooms'][number], 'capacity'>> &
  Partial<Omit<SeminarFile['people'][number], 'key'>> & { kind?: string }

/** The items of a list, in their order. Contacts have no key: theirs is their place in the list. */
export function itemsOf(file: SeminarFile, list: ListName): { key: string; item: Item }[] {
  const items = valueAt(file, pathOfList[list]) as Item[]
  return items.map((item, index) => ({ key: item.key ?? String(index + 1), item }))
}

/** The languages of a seminar as its forms show them: the one its texts were first written in comes first. */
export function languagesOf(file: Pick<SeminarFile, 'source' | 'languages'>): Locale[] {
  return [file.source, ...locales.filter(locale => locale !== file.source && file.languages.includes(locale))]
}

/** What a form of a part shows of the file: whose version is the version of the form. */
export function shownIn(part: PartName, file: SeminarFile): unknown {
  const shown = parts[part].map(({ path }) => valueAt(file, path) ?? null)
  // The languages decide which fields there are.
  return [file.source, [...file.languages].sort(), shown]
}
