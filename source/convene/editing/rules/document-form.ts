import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { dataFrom, type Field, inLanguage, nameOf, type Path, type Typed, textOf, typedOf, valueAt } from './fields.ts'

// The documents of a slot: a title in each language, and an address; a file becomes the address of the file.

type Documents = SeminarFile['programme']['slots'][number]['documents']

export const titlePath = (row: number): Path => ['documents', row, 'title']
export const urlField = (row: number) => `documents.${row}.url`
export const fileField = (row: number) => `documents.${row}.file`

const fieldsOf = (row: number): readonly Field[] => [
  { kind: 'words', path: titlePath(row) },
  { kind: 'web', path: ['documents', row, 'url'] },
]

/** No slot has more. */
const most = 50

export function typedOfDocuments(documents: Documents, languages: readonly Locale[]): Record<string, string> {
  return Object.assign({}, ...documents.map((_, row) => typedOf(fieldsOf(row), { documents }, languages)))
}

/** The rows of the form, empty ones included, in their order. */
export function documentRows(typed: Typed): number[] {
  const rows = Object.keys(typed).flatMap(name => {
    const found = /^documents\.(\d{1,2})\.(url|title\.[a-z]{2})$/.exec(name)
    return found ? [Number(found[1])] : []
  })
  return [...new Set(rows)].toSorted((a, b) => a - b).slice(0, most)
}

/** Those of which something was typed, as they stand in the file afterwards. */
export const filledRows = (typed: Typed): number[] =>
  documentRows(typed).filter(row =>
    Object.keys(typed).some(name => name.startsWith(`documents.${row}.`) && textOf(typed, name).trim() !== ''),
  )

/** The documents that the form says; one that was emptied is not among them. */
export function documentsFrom(before: Documents, typed: Typed, source: Locale): Documents {
  return filledRows(typed).map(row => {
    const was = { documents: { [row]: before[row] ?? {} } }
    return valueAt(dataFrom(fieldsOf(row), was, typed, source), ['documents', row]) as Documents[number]
  })
}

/** The form with the address of a file that was kept. */
export const withFile = (typed: Typed, row: number, id: string): Typed => ({
  ...typed,
  [urlField(row)]: `/files/${id}`,
})

/** The field at which to tell what is wrong in the documents of the file: its third may be the fifth of the form. */
export function documentField(own: Path, typed: Typed, source: Locale): string | null {
  const [, index, part, language] = own
  if (own[0] !== 'documents') return null
  const row = filledRows(typed)[Number(index ?? 0)] ?? 0
  if (part === 'url') return urlField(row)
  return inLanguage(titlePath(row), (language as Locale | undefined) ?? source)
}

/** Which row of the form a field belongs to; null for other fields. */
export function rowOfField(name: string): number | null {
  const found = /^documents\.(\d{1,2})\./.exec(name)
  return found ? Number(found[1]) : null
}

export const titleField = (row: number, language: Locale) => inLanguage(titlePath(row), language)
export const isTitle = (name: string, row: number) => name.startsWith(`${nameOf(titlePath(row))}.`)
