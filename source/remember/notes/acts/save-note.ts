import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Fields } from '../../rules/typed.ts'
import { type AboutRef, notOfMemory, writeAbout } from '../../store/about.ts'
import { isOfMemory } from '../../store/form-row.ts'
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
 * to search and history too, and what others had shown of it ends (trigger `shares_end_with_confidence`). One that is opened
 * is read by the others from then on: what it said before stays with whoever wrote it.
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
    const toldBy = note.told_by !== null && !(await isOfMemory(tx, 'contact', space, note.told_by))
    if (strange.length > 0 || toldBy) return { result: 'strange', about: strange, toldBy }
    // What it is about is written while it is confidential, if it is at all: what leaves it when it opens was never told.
    const opens = save.id !== null && !note.confidential
    if (save.id !== null && opens) await writeAbout(tx, { table: 'note', id: save.id, space }, about)
    const id = await write(tx, save, who)
    if (!opens) await writeAbout(tx, { table: 'note', id, space }, about)
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
 * Removes a note. Of one that was open at last the history stays, but for what it said while it was confidential: that is for
 * whoever wrote it. Of one that was confidential at last nobody finds anything any more.
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
