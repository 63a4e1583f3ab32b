import type { FileWords } from '#convene/seminar/rules/file-values.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Locale } from '#ground/languages/locales.ts'

// A post, or the lines about somebody, may be written first in another language than the texts of the seminar: by the person,
// or by whoever enters them. It is in no file, and in no version, before it exists in the source language: it waits.

export const waitingFields = ['role', 'about'] as const
export type WaitingField = (typeof waitingFields)[number]
/** Words of one person that wait, by the key of the person. */
export type WaitingWord = { key: string; field: WaitingField; language: Locale; body: string }
type Person = SeminarFile['people'][number]

/** The file in which what waits stands among the rest, as the form shows it: a text may be without the source language. */
export function withWaiting(file: SeminarFile, waiting: readonly WaitingWord[]): SeminarFile {
  if (waiting.length === 0) return file
  const people = file.people.map(person => {
    const more = waitingFields.flatMap(field => {
      const words = wordsThatWait(waiting, person.key, field)
      return person[field] === undefined && Object.keys(words).length > 0 ? [[field, words] as const] : []
    })
    return { ...person, ...Object.fromEntries(more) }
  })
  return { ...file, people }
}

/** The file without the texts that lack its source language, and these: they are kept beside it. */
export function apartFromWaiting(file: SeminarFile): { file: SeminarFile; waiting: WaitingWord[] } {
  const waiting: WaitingWord[] = []
  const people = file.people.map(person => {
    const lone = loneFields(person, file.source)
    for (const field of lone)
      for (const [language, body] of Object.entries(person[field] ?? {}))
        if (body) waiting.push({ key: person.key, field, language: language as Locale, body })
    return Object.fromEntries(Object.entries(person).filter(([name]) => !lone.some(field => field === name))) as Person
  })
  return { file: { ...file, people }, waiting }
}

/** Which texts of somebody are not in the source language yet. */
export const loneFields = (person: Partial<Pick<Person, WaitingField>>, source: Locale): WaitingField[] =>
  waitingFields.filter(field => person[field] !== undefined && person[field][source] === undefined)

export const wordsThatWait = (waiting: readonly WaitingWord[], key: string, field: WaitingField): FileWords =>
  Object.fromEntries(
    waiting.flatMap(one => (one.key === key && one.field === field ? [[one.language, one.body] as const] : [])),
  )
