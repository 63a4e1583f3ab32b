import type { Database } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { foldEmail } from '../rules/fold.ts'

const hour = { hours: 1 }
const mostAddresses = 20_000
const met = new WeakMap<Database, Map<string, Temporal.Instant[]>>()

/**
 * Notes that somebody who is registered already was registered again, for the limit of one address: were only new ones
 * counted, whoever tries names would see from the limit which of them are known. Kept in the memory of this server, like
 * every brake, and an hour long; who is new is counted in the database.
 */
export function noteKnown(house: House, seminarId: string, email: string): void {
  const ofHouse = met.get(house.db) ?? new Map<string, Temporal.Instant[]>()
  met.set(house.db, ofHouse)
  const now = house.clock.now()
  const key = keyOf(seminarId, email)
  const times = [...within(ofHouse.get(key), now), now]
  // Put in again at the end: the first ones are those that were longest without news.
  ofHouse.delete(key)
  ofHouse.set(key, times)
  if (ofHouse.size > mostAddresses) ofHouse.delete(ofHouse.keys().next().value as string)
}

/** How often somebody known was registered again at this address within the last hour. */
export function knownLately(house: House, seminarId: string, email: string): number {
  return within(met.get(house.db)?.get(keyOf(seminarId, email)), house.clock.now()).length
}

const keyOf = (seminarId: string, email: string) => `${seminarId} ${foldEmail(email)}`

const within = (times: readonly Temporal.Instant[] | undefined, now: Temporal.Instant) =>
  (times ?? []).filter(time => Temporal.Instant.compare(time, now.subtract(hour)) > 0)
