import { type Actor, as } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { forbidden, notFound } from '../../web/refusal.ts'
import { rememberSent } from '../../web/sent-once.ts'
import {
  addMembership,
  changeMembership,
  listMembershipsOf,
  type Membership,
  removeMembership,
} from '../store/memberships.ts'
import { versionOf } from './save-space.ts'

export const membershipVersion = (one: Membership) =>
  versionOf({ starts_on: one.starts_on ?? '', ends_on: one.ends_on ?? '' })

export type SaveMembership = {
  territoryId: string
  /** Null makes a new one. */
  id: string | null
  networkId: string
  startsOn: string | null
  endsOn: string | null
  remove: boolean
  version: string | null
  once: { key: string | null; location: string }
}

/**
 * Writes when a territory belonged to a network; in the name of who asks.
 *
 * @returns what is there now when somebody saved meanwhile, and nothing was written; null when it is done
 */
export function saveMembership(house: House, who: Actor, save: SaveMembership): Promise<Membership | null> {
  return as(house.db, who, async tx => {
    const days = { starts_on: save.startsOn, ends_on: save.endsOn }
    if (save.id === null) {
      await addMembership(tx, save.territoryId, { space_id: save.networkId, ...days })
    } else {
      const there = (await listMembershipsOf(tx, save.territoryId)).find(one => one.id === save.id)
      if (!there) throw notFound()
      if (membershipVersion(there) !== save.version) return there
      const done = save.remove ? await removeMembership(tx, save.id) : await changeMembership(tx, save.id, days)
      if (!done) throw forbidden()
    }
    await rememberSent(tx, save.once.key, save.once.location)
    return null
  })
}
