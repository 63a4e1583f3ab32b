import { rests } from '#convene/seminar/rules/life.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { openHall } from '../store/hall.ts'
import { reservesRunOut, seminarsWithReservesRunOut } from '../store/invitations.ts'
import { inEachSeminar } from './in-each-seminar.ts'
import { letReserveGo } from './keep-places.ts'

/**
 * Lets the places go that were kept for an invitation until a moment that has come; also once its code lets nobody in
 * any more, since nobody could use them. Nothing is let go while the seminar rests. Runs as a job, like the end of an offer.
 *
 * @returns how many invitations
 */
export function releaseReserved(house: House): Promise<number> {
  return inEachSeminar(house, seminarsWithReservesRunOut, releaseIn)
}

async function releaseIn(tx: Tx, seminarId: string): Promise<number> {
  const hall = await openHall(tx, seminarId)
  if (rests(hall.admission.life)) return 0
  const ended = await reservesRunOut(tx, seminarId)
  for (const id of ended) await letReserveGo(tx, hall, id, 'release')
  return ended.length
}
