import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { can, type RegistrationState } from '../rules/states.ts'
import { findRegistrations } from '../store/find-registrations.ts'
import { inSeminar, isOtherwise, isOver, mailTo, type Remember, type SeenStates } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'
import { letGo } from './let-go.ts'

export type RefusedOne =
  | { id: string; outcome: 'refused' | 'not-possible' | 'not-found' }
  /** Somebody else decided meanwhile: nothing was done. */
  | { id: string; outcome: 'meanwhile'; now: RegistrationState }

/**
 * Refuses registrations; whoever held a place gives it back, and those places go to the first in line. Each is told by
 * mail, with the reason. Not possible for one that has ended, nor once the seminar is over.
 *
 * @param was the state in which the organiser saw each, when it matters: one in another state by now is left alone
 * @param reason in the organiser's words, for the persons; empty for none
 * @returns one outcome for each id, in their order
 * @throws Refusal as `inSeminar`
 */
export function refuseRegistrations(
  house: House,
  actor: Actor,
  slug: string,
  ids: readonly string[],
  reason: string,
  { was, remember }: { was?: SeenStates; remember?: Remember<RefusedOne[]> } = {},
): Promise<RefusedOne[]> {
  return inSeminar(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const found = await findRegistrations(tx, seminar.id, ids.filter(isUuid))
    const refused = isOver(hall) ? [] : found.filter(person => can('refuse', person.state) && !isOtherwise(was, person))
    await letGo(tx, hall, refused, { state: 'refused', reason: reason.trim() || null })
    await queueMails(
      tx,
      refused.map(person => mailTo(person, 'registration-refused')),
    )
    if (refused.length > 0) await fillFreePlaces(tx, seminar.id, hall)
    const outcomeOf = (id: string) => {
      if (refused.some(person => person.id === id)) return 'refused'
      return found.some(person => person.id === id) ? 'not-possible' : 'not-found'
    }
    const result = ids.map((id): RefusedOne => {
      const other = found.find(person => person.id === id && isOtherwise(was, person))
      return other ? { id, outcome: 'meanwhile', now: other.state } : { id, outcome: outcomeOf(id) }
    })
    return { result, done: refused.length > 0 }
  })
}
