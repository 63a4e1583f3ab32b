import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Fields } from '../../rules/typed.ts'
import { type AboutRef, notOfMemory, writeAbout } from '../../store/about.ts'
import type { Participant } from '../rules/kinds.ts'
import {
  changeInteraction,
  type InteractionToWrite,
  readInteractionFields,
  removeInteractionRow,
  writeParticipants,
} from '../store/journal-fields.ts'

export type SaveInteraction = {
  space: string
  id: string
  line: InteractionToWrite
  about: readonly AboutRef[]
  people: readonly Participant[]
  /** The version the form was filled from. */
  version: string | null
  once: { key: string | null; location: string }
}

export type Saved =
  | { result: 'saved' }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { result: 'stale'; now: Fields; version: string }
  /** It names what is not of this memory. Nothing was written. */
  | { result: 'strange'; about: AboutRef[]; people: AboutRef[] }

/**
 * Changes a line of the journal, in the name of who asks.
 *
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export async function saveInteraction(house: House, who: Actor, save: SaveInteraction): Promise<Saved> {
  const { space, id, line, about, people } = save
  return as(house.db, who, async tx => {
    const now = await readInteractionFields(tx, space, id, true)
    if (!now) throw notFound()
    const version = versionOf(now)
    if (version !== save.version) return { result: 'stale', now, version }
    const strangers = { about: await notOfMemory(tx, space, about), people: await notOfMemory(tx, space, people) }
    if (strangers.about.length + strangers.people.length > 0) return { result: 'strange', ...strangers }
    await changeInteraction(tx, id, line)
    await writeParticipants(tx, id, people)
    await writeAbout(tx, { table: 'interaction', id, space }, about)
    await rememberSent(tx, save.once.key, save.once.location)
    return { result: 'saved' }
  })
}

/**
 * Removes a line of the journal; its history stays, and so do the commitments that were made there.
 *
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export async function removeInteraction(
  house: House,
  who: Actor,
  { space, id, once }: { space: string; id: string; once: { key: string | null; location: string } },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await removeInteractionRow(tx, space, id))) throw notFound()
    await rememberSent(tx, once.key, once.location)
  })
}
