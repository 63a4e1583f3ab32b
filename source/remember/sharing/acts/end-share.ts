import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { endShare } from '../store/shares.ts'

/** Ends a share at once; false when it has ended already, or is nobody's to end. The line stays: it tells what was shown. */
export function endShareNow(house: House, who: Actor, space: string, id: string): Promise<boolean> {
  return as(house.db, who, tx => endShare(tx, space, id, house.clock.now()), 'end a share')
}
