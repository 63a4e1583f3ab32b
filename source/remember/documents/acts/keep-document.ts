import { randomUUID } from 'node:crypto'
import { type Actor, as } from '#ground/database/actor.ts'
import { type FileProblem, type StoredFile, storeFile } from '#ground/files/index.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { formatOf } from '#ground/reading/index.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Fields } from '../../rules/typed.ts'
import { type AboutRef, notOfMemory, writeAbout } from '../../store/about.ts'
import {
  addDocument,
  addVersion,
  type DocumentToWrite,
  dropFile,
  isNewest,
  readDocumentFields,
  writeTitle,
} from '../store/document-fields.ts'

export type GivenFile = { name: string; content: Blob }

export type KeepDocument = {
  space: string
  document: DocumentToWrite
  /** As WordsFields sends it, or the name of the file, taken for words of a language. */
  title: { fields: Fields } | { ofFileIn: Locale }
  about: readonly AboutRef[]
  file: GivenFile
  once: { key: string | null; location: (id: string) => string } | null
}

export type Kept =
  | { result: 'kept'; id: string }
  | { result: 'not-stored'; problem: FileProblem }
  /** It names what is not of this memory. Nothing was kept. */
  | { result: 'strange'; about: AboutRef[] }

/**
 * Keeps a document with its first file, in the name of who asks. Its words are read later, by the job.
 *
 * @throws Refusal `forbidden` when the actor may not edit the memory, `no-room` when the disk is full
 */
export async function keepDocument(house: House, who: Actor, keep: KeepDocument): Promise<Kept> {
  const { space, document, about, file } = keep
  const id = randomUUID()
  // Seen by nobody outside until the document says so, in one transaction with it.
  const stored = await storeFile(house, who, { spaceId: space, recordId: id, ...file, visibility: 0 })
  if (!stored.ok) return { result: 'not-stored', problem: stored.problem }
  return withFile(house, who, stored.file, async tx => {
    const strange = await notOfMemory(tx, space, about)
    if (strange.length > 0) return { result: 'strange', about: strange }
    await addDocument(tx, space, id, document)
    await addVersion(tx, id, { file: stored.file.id, addedBy: personOf(who), readable: isReadable(stored.file) })
    await writeTitle(tx, id, 'fields' in keep.title ? keep.title.fields : titleOfFile(stored.file, keep.title.ofFileIn))
    await writeAbout(tx, { table: 'memory_document', id, space }, about)
    if (keep.once) await rememberSent(tx, keep.once.key, keep.once.location(id))
    return { result: 'kept', id }
  })
}

export type VersionKept =
  | { result: 'kept'; number: number }
  /** The newest file is this one already: nothing was written. */
  | { result: 'same' }
  | { result: 'not-stored'; problem: FileProblem }

/**
 * Keeps a new file of a document, as its next version.
 *
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export async function keepVersion(
  house: House,
  who: Actor,
  given: { space: string; id: string; file: GivenFile; once: { key: string | null; location: string } },
): Promise<VersionKept> {
  const { space, id, file, once } = given
  if (!(await as(house.db, who, tx => readDocumentFields(tx, space, id)))) throw notFound()
  const stored = await storeFile(house, who, { spaceId: space, recordId: id, ...file, visibility: 0 })
  if (!stored.ok) return { result: 'not-stored', problem: stored.problem }
  return withFile(house, who, stored.file, async tx => {
    if (!(await readDocumentFields(tx, space, id, true))) throw notFound()
    if (await isNewest(tx, id, stored.file.sha256)) return { result: 'same' }
    const number = await addVersion(tx, id, {
      file: stored.file.id,
      addedBy: personOf(who),
      readable: isReadable(stored.file),
    })
    await rememberSent(tx, once.key, once.location)
    return { result: 'kept', number }
  })
}

// The row of a file is written before the document it belongs to: when that comes to nothing, the row goes again.
async function withFile<R extends { result: string }>(
  house: House,
  who: Actor,
  file: StoredFile,
  work: Parameters<typeof as<R>>[2],
): Promise<R> {
  let done: R | null = null
  try {
    done = await as(house.db, who, work)
    return done
  } finally {
    if (done?.result !== 'kept') await as(house.db, who, tx => dropFile(tx, file.id))
  }
}

const personOf = (who: Actor) => (who.kind === 'person' ? who.id : null)
const isReadable = (file: StoredFile) => formatOf(file.mediaType) !== null

const titleOfFile = (file: StoredFile, language: Locale): Fields => ({
  source: language,
  [`title-${language}`]: file.name.replace(/\.[a-z0-9]{1,5}$/i, '') || file.name,
})
