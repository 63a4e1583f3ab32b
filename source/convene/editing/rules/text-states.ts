import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { MultilingualText, TextState } from '#ground/languages/text.ts'
import type { ListName, PartName } from './parts.ts'

/** What one text is in one language. `absent`: there is no such text in any language. */
export type StateOfText = TextState | 'stale' | 'missing' | 'absent'
/** The state of a text, by its key (`registration.questions.flight.label`), in a language. */
export type TextStates = (key: string, locale: Locale) => StateOfText

/** The states of the texts of a seminar, as its file finds them. */
export function textStates(textAt: (key: string) => MultilingualText | undefined): TextStates {
  return (key, locale) => {
    const text = textAt(key)
    if (!text) return 'absent'
    const body = text.bodies[locale]
    if (!body) return 'missing'
    return body.stale ? 'stale' : body.state
  }
}

export type PartOfTexts = PartName | ListName | 'programme' | 'places'

/** The key of each text that a seminar may have, with the part in which it is edited. */
export function textKeysOf(file: SeminarFile): { part: PartOfTexts; key: string }[] {
  const of = (part: PartOfTexts, keys: string[]) => keys.map(key => ({ part, key }))
  const { registration } = file
  return [
    ...of('texts', pageTexts),
    ...of('when-and-where', [
      'venue_name',
      'entrance',
      ...file.venue.access.map((_, index) => `venue.access.${index}`),
    ]),
    ...of(
      'questions',
      registration.questions.flatMap(({ key, options = [] }) => [
        `registration.questions.${key}.label`,
        `registration.questions.${key}.hint`,
        ...options.map(option => `registration.questions.${key}.options.${option.key}.label`),
      ]),
    ),
    ...of(
      'consents',
      registration.consents.map(({ key }) => `registration.consents.${key}.text`),
    ),
    ...of(
      'organisations',
      file.organisations.map(({ key }) => `organisations.${key}.name`),
    ),
    ...of(
      'contacts',
      file.contacts.map((_, index) => `contacts.${index}.label`),
    ),
    ...of(
      'places',
      registration.quotas.map(({ key }) => `registration.quotas.${key}.name`),
    ),
    ...of(
      'people',
      file.people.flatMap(({ key }) => [`people.${key}.role`, `people.${key}.about`]),
    ),
    ...of(
      'rooms',
      file.programme.rooms.map(({ key }) => `programme.rooms.${key}.name`),
    ),
    ...of('programme', [
      'programme.name',
      ...file.programme.slots.flatMap(({ key, themes, documents }) => [
        `programme.slots.${key}.title`,
        `programme.slots.${key}.method`,
        ...themes.map((_, index) => `programme.slots.${key}.themes.${index}`),
        ...documents.map((_, index) => `programme.slots.${key}.documents.${index}.title`),
      ]),
    ]),
  ]
}

const pageTexts = [
  'title',
  'subtitle',
  'theme',
  'question',
  'presentation',
  'objective',
  'audience',
  'method',
  'demonstration',
]

/** The key of the text that a field shows, as `textKeysOf` names it. */
export function keyOfField(path: readonly (string | number)[], within: string): string {
  const name = path.join('.')
  if (name === 'venue.name') return 'venue_name'
  if (name === 'venue.entrance') return 'entrance'
  return within === '' ? name : `${within}.${name}`
}
