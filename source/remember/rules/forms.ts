import { z } from 'zod'
import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'
import { dayIn, readDate, readEdtf } from './edtf.ts'

// The pieces of which the forms of the memory are made. Their messages are keys of `errors` in messages/fields.

/** A line that must be there, of at most so many characters. */
export const line = (most = 300) => z.string().trim().min(1, 'missing').max(most, 'tooLong')
/** A line or a text that may be left empty; null then. */
export const maybe = (most = 300) =>
  z
    .string()
    .trim()
    .max(most, 'tooLong')
    .default('')
    .transform(text => text || null)

/** A date as imprecise as it is known, as EDTF. */
export const during = z.string().transform((typed, context) => {
  const read = readEdtf(typed)
  if (read === null) context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'missing' : 'during' })
  return read ?? ''
})
export const maybeDuring = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null
    const read = readEdtf(typed)
    if (read === null) context.addIssue({ code: 'custom', message: 'during' })
    return read
  })

// A browser without a field for days lets people type « 5 juillet 2018 », which is read as well.
const exactDay = (typed: string) => {
  const read = readDate(typed)
  return read !== null && read >= '0001' ? dayIn(read) : null
}
/** A day, YYYY-MM-DD. */
export const day = z
  .string()
  .trim()
  .transform((typed, context) => {
    const read = exactDay(typed)
    if (read === null) context.addIssue({ code: 'custom', message: typed === '' ? 'missing' : 'day' })
    return read ?? ''
  })
export const maybeDay = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null
    const read = exactDay(typed)
    if (read === null) context.addIssue({ code: 'custom', message: 'day' })
    return read
  })

/** Who sees it: 0 internal, 1 network, 2 public. */
export const circle = z.enum(['0', '1', '2'], 'circle').transform(value => Number(value) as 0 | 1 | 2)

/** A language as ISO 639-1 has it. */
export const language = z.string().regex(/^[a-z]{2}$/, 'language')

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** The id of a record chosen from a list, or none. That it belongs to this memory is asked of the database. */
export const maybeId = z
  .string()
  .default('')
  .refine(text => text === '' || uuid.test(text), 'choice')
  .transform(text => text || null)
export const id = z.string().min(1, 'missing').regex(uuid, 'choice')

/** What OrganisationField sends: one of the actors, or the name of a new one. */
export type OrganisationChosen = { id: string } | { newName: string }

/** Reads an OrganisationField; null when neither was given, `both` when both were. */
export function organisationChosen(
  typed: Readonly<Record<string, unknown>>,
  field = 'organisation',
): OrganisationChosen | 'both' | null {
  const chosen = textIn(typed, field)
  const newName = textIn(typed, `${field}-new`).trim()
  if (chosen !== '' && newName !== '') return 'both'
  if (newName !== '') return { newName }
  return chosen === '' ? null : { id: chosen }
}
/** The zod pieces of an OrganisationField, to spread into a schema. */
export const organisationPieces = (field = 'organisation') => ({
  [field]: maybeId,
  [`${field}-new`]: maybe(300),
})
/** Its errors, which lie between its two fields: keys, by field. */
export function organisationErrors(
  typed: Readonly<Record<string, unknown>>,
  { field = 'organisation', optional = false }: { field?: string; optional?: boolean } = {},
): Record<string, string> {
  const chosen = organisationChosen(typed, field)
  if (chosen === 'both') return { [`${field}-new`]: 'oneOrganisation' }
  return chosen === null && !optional ? { [field]: 'organisation' } : {}
}

/** The zod pieces of a PersonField, to spread into a schema. */
export const personPieces = (field = 'contact') => ({ [field]: maybeId, [`${field}-new`]: maybe(100) })
/** Its errors, which lie between its two fields: keys, by field. */
export function personErrors(typed: Readonly<Record<string, unknown>>, field = 'contact'): Record<string, string> {
  const [chosen, named] = [textIn(typed, field) !== '', textIn(typed, `${field}-new`).trim() !== '']
  if (chosen && named) return { [`${field}-new`]: 'onePerson' }
  return chosen || named ? {} : { [field]: 'person' }
}

/** A text in its source language and others, as WordsFields sends it: `name-fr`, `name-es`… */
export type WordsTyped = { source: Locale; bodies: Partial<Record<Locale, string>> }

/** The zod pieces of WordsFields for some texts, and the language that they were written in (`source`). */
export const wordsPieces = (fields: Readonly<Record<string, number>>) => ({
  source: z.enum(locales, 'language'),
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([field, most]) =>
      locales.map(locale => [`${field}-${locale}`, z.string().trim().max(most, 'tooLong').default('')]),
    ),
  ),
})

/** Reads one text of WordsFields. Empty languages are there as '': written with `only`, they are removed. */
export function wordsTyped(typed: Readonly<Record<string, unknown>>, field: string): WordsTyped {
  const source = textIn(typed, 'source')
  return {
    source: isLocale(source) ? source : 'fr',
    bodies: Object.fromEntries(locales.map(locale => [locale, textIn(typed, `${field}-${locale}`).trim()])),
  }
}

/**
 * Errors between the languages of a text, as keys: the source is there where the text is required, or where it is given in
 * another language.
 */
export function wordsErrors(
  typed: Readonly<Record<string, unknown>>,
  required: readonly string[],
  others: readonly string[] = [],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const field of [...required, ...others]) {
    const { source, bodies } = wordsTyped(typed, field)
    if (bodies[source] !== '') continue
    const translated = Object.values(bodies).some(body => body !== '')
    if (translated || required.includes(field)) errors[`${field}-${source}`] = translated ? 'sourceFirst' : 'missing'
  }
  return errors
}

function textIn(typed: Readonly<Record<string, unknown>>, field: string): string {
  const value = typed[field]
  return typeof value === 'string' ? value : ''
}
