import { rests } from '#convene/seminar/rules/life.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { offersRunOut, seminarsWithOffersRunOut } from '../store/find-registrations.ts'
import { openHall } from '../store/hall.ts'
import { mailTo } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'
import { inEachSeminar } from './in-each-seminar.ts'
import { letGo } from './let-go.ts'

/**
 * Takes back the offers that have run out: the place goes to the next in line, and whoever let it pass is told. Offers
 * that ended at the same moment come back together, others in the order in which they ended. After the cut-off a place
 * comes back too, and nobody is promoted any more. Offers of a
 * seminar that has no sure day, or is cancelled, stand still. Runs as a job: time has run out, whoever is there.
 *
 * @returns how many offers were taken back
 */
export function expireOffers(house: House): Promise<number> {
  return inEachSeminar(house, seminarsWithOffersRunOut, expireIn)
}

async function expireIn(tx: Tx, seminarId: string): Promise<number> {
  const hall = await openHall(tx, seminarId)
  if (rests(hall.admission.life)) return 0
  const ended = await offersRunOut(tx, seminarId)
  for (const together of Map.groupBy(ended, ({ offeredUntil }) => offeredUntil?.epochNanoseconds).values()) {
    await letGo(tx, hall, together, { state: 'expired' })
    await queueMails(
      tx,
      together.map(person => mailTo(person, 'offer-expired')),
    )
    await fillFreePlaces(tx, seminarId, hall)
  }
  return ended.length
}
