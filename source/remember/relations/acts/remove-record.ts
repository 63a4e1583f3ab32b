import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Place } from '../../rules/typed.ts'
import { type RecordKind, records } from '../store/records.ts'

/**
 * Removes a relationship, an agreement, or a part of one, with what hangs under it, in the name of who asks. Its history stays,
 * from which it can be put back.
 *
 * @throws Refusal `not-found` when there is none in this memory
 */
export async function removeRecord(
  house: House,
  who: Actor,
  removal: { kind: RecordKind; at: Place; once: { key: string | null; location: string } },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await records[removal.kind].remove(tx, removal.at))) throw notFound()
    await rememberSent(tx, removal.once.key, removal.once.location)
  })
}
