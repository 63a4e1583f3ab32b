import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Fields } from '../../rules/typed.ts'
import { type AboutRef, notOfMemory } from '../../store/about.ts'
import {
  type CommitmentToWrite,
  readCommitmentFields,
  removeCommitmentRow,
  settleCommitment,
  writeCommitment,
} from '../store/commitments.ts'
import { readInteractionFields } from '../store/journal-fields.ts'

type Once = { key: string | null; location: string }

export type CommitmentSaved =
  | { result: 'saved'; id: string }
  | { result: 'stale'; now: Fields; version: string }
  | { result: 'strange'; fields: string[] }

/**
 * Makes or changes a commitment, in the name of who asks.
 *
 * @param save.interaction where it was made; for a new one only
 * @throws Refusal `not-found` when there is none with this id, or no such interaction, in this memory
 */
export async function saveCommitment(
  house: House,
  who: Actor,
  save: {
    space: string
    id: string | null
    given: CommitmentToWrite
    interaction?: string | null
    version: string | null
    once: Once
  },
): Promise<CommitmentSaved> {
  const { space, id, given } = save
  return as(house.db, who, async tx => {
    if (id !== null) {
      const now = await readCommitmentFields(tx, space, id, true)
      if (!now) throw notFound()
      const version = versionOf(now)
      if (version !== save.version) return { result: 'stale', now, version }
    } else if (save.interaction && !(await readInteractionFields(tx, space, save.interaction))) {
      throw notFound()
    }
    const strange = await strangeIn(tx, space, given)
    if (strange.length > 0) return { result: 'strange', fields: strange }
    const written = await writeCommitment(
      tx,
      space,
      id,
      id === null ? { ...given, interaction_id: save.interaction ?? null } : given,
    )
    await rememberSent(tx, save.once.key, save.once.location)
    return { result: 'saved', id: written }
  })
}

// A foreign key knows no space.
async function strangeIn(tx: Tx, space: string, given: CommitmentToWrite): Promise<string[]> {
  const named = [
    ['relationship', given.relationship_id],
    ['contact', given.contact_id],
    ['organisation', given.organisation_id],
  ] as const
  const refs: AboutRef[] = named.flatMap(([table, id]) => (id === null ? [] : [{ table, id }]))
  return (await notOfMemory(tx, space, refs)).map(ref => ref.table)
}

/**
 * Says what became of a commitment, or (null) that it is open again.
 *
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export async function settle(
  house: House,
  who: Actor,
  given: {
    space: string
    id: string
    settled: { outcome: 'kept' | 'dropped'; on: string; reason: string | null } | null
    once: Once
  },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await settleCommitment(tx, given.space, given.id, given.settled))) throw notFound()
    await rememberSent(tx, given.once.key, given.once.location)
  })
}

/** @throws Refusal `not-found` when there is none with this id in this memory */
export async function removeCommitment(
  house: House,
  who: Actor,
  { space, id, once }: { space: string; id: string; once: Once },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await removeCommitmentRow(tx, space, id))) throw notFound()
    await rememberSent(tx, once.key, once.location)
  })
}
