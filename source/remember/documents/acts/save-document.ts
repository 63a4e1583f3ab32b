import { type Actor, as } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { todayAt } from '../../rules/days.ts'
import type { Fields } from '../../rules/typed.ts'
import { type AboutRef, notOfMemory, writeAbout } from '../../store/about.ts'
import { zoneOfMemory } from '../../store/memories.ts'
import {
  changeDocument,
  type DocumentToWrite,
  readDocumentFields,
  removeDocumentRow,
  writeTitle,
} from '../store/document-fields.ts'

type Once = { key: string | null; location: string }

export type DocumentSaved =
  | { result: 'saved' }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { result: 'stale'; now: Fields; version: string }
  | { result: 'strange'; about: AboutRef[] }

/**
 * Changes what is said of a document; its files take its circle with it.
 *
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export async function saveDocument(
  house: House,
  who: Actor,
  save: {
    space: string
    id: string
    document: DocumentToWrite
    title: Fields
    about: readonly AboutRef[]
    version: string | null
    once: Once
  },
): Promise<DocumentSaved> {
  const { space, id, document, about } = save
  return as(house.db, who, async tx => {
    const now = await readDocumentFields(tx, space, id, true)
    if (!now) throw notFound()
    const version = versionOf(now)
    if (version !== save.version) return { result: 'stale', now, version }
    const strange = await notOfMemory(tx, space, about)
    if (strange.length > 0) return { result: 'strange', about: strange }
    await changeDocument(tx, id, document)
    // The original stays the original: only its words change.
    await writeTitle(tx, id, isLocale(now.source) ? { ...save.title, source: now.source } : save.title)
    await writeAbout(tx, { table: 'memory_document', id, space }, about)
    await rememberSent(tx, save.once.key, save.once.location)
    return { result: 'saved' }
  })
}

/**
 * Removes a document, by somebody's hand: its history stays, with who removed it and why. One under legal hold stays. Once the
 * day until which it is kept is past, its files go for good; before that they stay for those inside, who may still read it as it
 * was on a past day.
 *
 * @returns false for a document under legal hold: nothing was removed
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export async function removeDocument(
  house: House,
  who: Actor,
  { space, id, reason, once }: { space: string; id: string; reason: string | null; once: Once },
): Promise<boolean> {
  return as(
    house.db,
    who,
    async tx => {
      const now = await readDocumentFields(tx, space, id, true)
      if (!now) throw notFound()
      if (now.legalHold === 'yes') return false
      const today = todayAt(house.clock, await zoneOfMemory(tx, space)).toString()
      const pastDue = (now.keepUntil ?? '') !== '' && (now.keepUntil ?? '') < today
      await removeDocumentRow(tx, space, id, pastDue)
      await noteAct(tx, space, pastDue ? 'document-past-due-removed' : 'document-removed', {
        document: id,
        ...(now.keepUntil ? { keepUntil: now.keepUntil } : {}),
      })
      await rememberSent(tx, once.key, once.location)
      return true
    },
    reason ?? undefined,
  )
}
