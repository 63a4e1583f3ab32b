import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { notFound } from '#ground/web/refusal.ts'
import { moveTo, type Obstacle } from '../rules/places.ts'
import { holdsPlace } from '../rules/states.ts'
import { findRegistrations } from '../store/find-registrations.ts'
import { giveTerritory, knownTerritory, registrationsUnder } from '../store/typed-territories.ts'
import { inSeminar, isCorrected, type Remember } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'

export type TerritoryNamed =
  | {
      outcome: 'named'
      /** How many now belong to the territory. */
      people: number
      /** Who keeps their place as it was, since a quota that would count them is full: they still have the typed name. */
      full: { id: string; obstacles: Obstacle[] }[]
    }
  /** Nobody has typed this name any more, or somebody else has just said what it is. */
  | { outcome: 'gone' }
  /** The seminar is over: what was registered stays as it was. */
  | { outcome: 'too-late' }

/**
 * Says which territory people meant who typed one that was not known: for everybody who wrote it, in any spelling that
 * folds to the same. Their region becomes the territory's, so other quotas may count them: what decides about a place is
 * decided again for each, in the order of the line, by the rules of `changeRegistration`. Who holds a place needs room in
 * the counters that did not count them, and without it stays as they were, and is told; who waits keeps their rank. Then
 * the line is filled: what they counted for may be free.
 *
 * Nobody is written to: it is what they said, in our words.
 *
 * @param key the folded name (`TypedTerritory.key`)
 * @throws Refusal `not-found` for a territory that is none people may name, and as `inSeminar`
 */
export function nameTerritory(
  house: House,
  actor: Actor,
  slug: string,
  key: string,
  territoryId: string,
  remember?: Remember<TerritoryNamed>,
): Promise<TerritoryNamed> {
  return inSeminar<TerritoryNamed>(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    if (!isCorrected(hall)) return { result: { outcome: 'too-late' }, done: false }
    const territory = isUuid(territoryId) ? await knownTerritory(tx, territoryId) : null
    if (territory === null) throw notFound()
    const found = await findRegistrations(tx, seminar.id, await registrationsUnder(tx, seminar.id, key))
    if (found.length === 0) return { result: { outcome: 'gone' }, done: false }
    const named: string[] = []
    const full: { id: string; obstacles: Obstacle[] }[] = []
    const reserved = new Map<string, boolean>()
    for (const person of found) {
      if (holdsPlace(person.state)) {
        const move = moveTo(hall.places, person, { ...person, territoryId: territory.id, region: territory.region })
        if (move.obstacles.length > 0) {
          full.push({ id: person.id, obstacles: move.obstacles })
          continue
        }
        hall.places = move.after
        reserved.set(person.id, move.usesReserved)
      }
      named.push(person.id)
    }
    await giveTerritory(tx, named, territory, reserved)
    await fillFreePlaces(tx, seminar.id, hall)
    return { result: { outcome: 'named', people: named.length, full }, done: named.length > 0 }
  })
}
