import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { remember } from '../store/actor-fields.ts'

/** Takes organisations that seminars of the same space name into its memory. @returns how many were not there yet */
export async function takeOver(
  house: House,
  who: Actor,
  { space, ids, once }: { space: string; ids: readonly string[]; once: { key: string | null; location: string } },
): Promise<number> {
  return as(house.db, who, async tx => {
    const taken = await remember(tx, space, ids)
    await rememberSent(tx, once.key, once.location)
    return taken
  })
}
