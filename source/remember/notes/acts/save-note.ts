import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Fields } from '../../rules/typed.ts'
import { type AboutRef, notOfMemory, writeAbout } from '../../store/about.ts'
import { isContactOf } from '../../store/choices.ts'
import { addNote, authorOf, changeNote, type NoteToWrite, readNoteFields, removeNoteRow } from '../store/notes.ts'

export type NoteSaved =
  | { result: 'saved'; id: string }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { result: 'stale'; now: Fields; version: string }
  | { result: 'strange'; about: AboutRef[]; toldBy: boolean }
  /** Only whoever wrote a note makes it confidential: anybody else could not read it any more. */
  | { result: 'not-author' }

/**
 * Makes or changes a note, in the name of who asks; a confidential one is then known to them and those it is shared with alone,
 * to search and history too.
 *
 * @throws Refusal `not-found` when there is none with this id, to be read by them, in this memory
 */
export async function saveNote(
  house: House,
  who: Actor,
  save: {
    space: string
    id: string | null
    note: NoteToWrite
    about: readonly AboutRef[]
    version: string | null
    once: { key: string | null; location: (id: string) => string }
  },
): Promise<NoteSaved> {
  const { space, note, about } = save
  return as(house.db, who, async tx => {
    if (save.id !== null) {
      const now = await readNoteFields(tx, space, save.id, true)
      if (!now) throw notFound()
      const version = versionOf(now)
      if (version !== save.version) return { result: 'stale', now, version }
      if (note.confidential && (await authorOf(tx, save.id)) !== personOf(who)) return { result: 'not-author' }
    }
    const strange = await notOfMemory(tx, space, about)
    const toldBy = note.told_by !== null && !(await isContactOf(tx, space, note.told_by))
    if (strange.length > 0 || toldBy) return { result: 'strange', about: strange, toldBy }
    const id = await write(tx, save, who)
    await writeAbout(tx, { table: 'note', id, space }, about)
    await rememberSent(tx, save.once.key, save.once.location(id))
    return { result: 'saved', id }
  })
}

async function write(tx: Tx, { space, id, note }: { space: string; id: string | null; note: NoteToWrite }, who: Actor) {
  if (id === null) return addNote(tx, space, note, personOf(who))
  await changeNote(tx, id, note)
  return id
}

const personOf = (who: Actor) => (who.kind === 'person' ? who.id : null)

/**
 * Removes a note; of what was never confidential the history stays.
 *
 * @throws Refusal `not-found` when there is none with this id, to be read by them, in this memory
 */
export async function removeNote(
  house: House,
  who: Actor,
  { space, id, once }: { space: string; id: string; once: { key: string | null; location: string } },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await removeNoteRow(tx, space, id))) throw notFound()
    await rememberSent(tx, once.key, once.location)
  })
}
