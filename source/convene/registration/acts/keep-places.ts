import type { Tx } from '#ground/database/actor.ts'
import { type InvitationPlaces, keptFor, overall } from '../rules/places.ts'
import type { Hall } from '../store/hall.ts'
import { endReserve } from '../store/invitations.ts'
import { fillFreePlaces } from './fill-free-places.ts'

/**
 * Keeps as many places out of the overall quota as an invitation asks for now, and lets go of those that it asked for
 * before. A seminar without a capacity has nothing to keep.
 *
 * @returns null when it is done in the hall; else how many more places are free to be kept
 */
export function keepPlaces({ places }: Hall, wanted: InvitationPlaces): { free: number } | null {
  const before = places.invitations.get(wanted.id)
  const more = keptFor(wanted) - (before ? keptFor(before) : 0)
  const quota = places.quotas.find(({ key }) => key === overall)
  if (quota) {
    const free = Math.max(0, quota.capacity - quota.taken - quota.held)
    if (more > free) return { free }
    quota.held += more
  }
  places.invitations.set(wanted.id, wanted)
  return null
}

/**
 * Lets go of the places that are kept for an invitation and gives them to the people who wait; an invitation that ends
 * lets nobody in any more. Whoever has a place by it keeps it.
 */
export async function letReserveGo(tx: Tx, hall: Hall, id: string, how: 'release' | 'end'): Promise<void> {
  const there = hall.places.invitations.get(id)
  if (there) keepPlaces(hall, { ...there, reserved: false })
  await endReserve(tx, id, how)
  await fillFreePlaces(tx, hall.seminarId, hall)
}
