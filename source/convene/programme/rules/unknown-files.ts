import type { FileWords } from '../../seminar/rules/file-values.ts'
import { fileIn } from './file-address.ts'

/** A document of a slot whose address is that of a file which its seminar does not have: it opens nothing. */
export type UnknownFile = {
  /** Key of the slot. */
  slot: string
  /** Of the document, counted from one. */
  place: number
  title: FileWords
  url: string
}
type WithDocuments = { key: string; documents: readonly { title: FileWords; url: string }[] }

/** Whether an address is that of a file here, whoever's it is. */
export const namesFile = (slots: readonly WithDocuments[]): boolean =>
  slots.some(({ documents }) => documents.some(({ url }) => fileIn(url) !== null))

/**
 * The documents that lead nowhere: a file was uploaded to another seminar, or to another installation, and its address came
 * along in a file or a copy. A file belongs to the seminar it was uploaded to, and nobody reads it through another one.
 *
 * @param own ids of the files that the seminar has
 */
export function unknownFiles(slots: readonly WithDocuments[], own: ReadonlySet<string>): UnknownFile[] {
  return slots.flatMap(({ key, documents }) =>
    documents.flatMap(({ title, url }, index) => {
      const id = fileIn(url)
      return id === null || own.has(id) ? [] : [{ slot: key, place: index + 1, title, url }]
    }),
  )
}
