import { languageName } from '#ground/languages/format.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { edtfInWords } from '../acts/edtf-in-words.ts'
import { aboutWords } from '../messages/about.ts'
import { fieldsWords } from '../messages/fields.ts'
import { memoryWords } from '../messages/memory.ts'
import type { Fields } from '../rules/typed.ts'
import type { Named } from '../store/choices.ts'

// What the fields that many forms have are called, and how their values read.

/** The labels of a text in each of the languages. */
export const wordsLabels = (locale: Locale, field: string, label: string) =>
  Object.fromEntries(
    locales.map(one => [`${field}-${one}`, fieldsWords[locale].inLanguage(label, languageName(locale, one))]),
  )

/** The name of what a list holds; null for what it does not. */
export const chosen = (list: readonly Named[], id: string): string | null =>
  list.find(one => one.id === id)?.name ?? null

/** What the page is called where a record is changed, unlike the record's own page; null for a new one. */
export const editTitle = (locale: Locale, now: Fields | null, name: string | undefined): string | null =>
  now && aboutWords[locale].editing(name || aboutWords[locale].nameless)

/** How the value of a field that many forms have reads; null for any other. */
export function sharedValue(locale: Locale, field: string, value: string): string | null {
  if (field === 'during') return edtfInWords(locale, value)
  if (field === 'visibility') return memoryWords[locale].circles[value as unknown as 0]
  if (field === 'atMost' || field.endsWith('-at-most'))
    return value === '2' ? fieldsWords[locale].atMostAsWhole : memoryWords[locale].circles[value as unknown as 0]
  return null
}
