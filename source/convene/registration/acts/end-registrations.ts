import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { can, type RegistrationState } from '../rules/states.ts'
import { findRegistrations } from '../store/find-registrations.ts'
import { inSeminar, isOtherwise, isOver, mailTo, type Remember, type SeenStates } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'
import { letGo } from './let-go.ts'

/** How an organiser ends registrations: a request or a wait is refused, and whatever lives can be cancelled. */
export type Ending = 'refuse' | 'cancel'

export type EndedOne =
  | { id: string; outcome: 'ended' | 'not-possible' | 'not-found' | 'over' }
  /** Somebody else decided meanwhile: nothing was done. */
  | { id: string; outcome: 'meanwhile'; now: RegistrationState }

const states = { refuse: 'refused', cancel: 'cancelled' } as const

/**
 * Ends registrations in one transaction behind the gate. The places that they held are free together, and go to the
 * first in line; each person is told by mail, with the reason. Not possible for one that this ending does not fit
 * (rules/states.ts); once the seminar is over nothing ends any more (`over`).
 *
 * @param given.was the state in which the organiser saw each, when it matters: one in another state by now is left alone
 * @param given.reason in the organiser's words, for the persons; empty for none
 * @returns one outcome for each id, in their order
 * @throws Refusal as `inSeminar`
 */
export function endRegistrations(
  house: House,
  actor: Actor,
  slug: string,
  ending: Ending,
  ids: readonly string[],
  {
    reason,
    was,
    remember,
  }: { reason: string; was?: SeenStates | undefined; remember?: Remember<EndedOne[]> | undefined },
): Promise<EndedOne[]> {
  return inSeminar(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const found = await findRegistrations(tx, seminar.id, ids.filter(isUuid))
    const over = isOver(hall)
    const ended = over ? [] : found.filter(person => can(ending, person.state) && !isOtherwise(was, person))
    await letGo(tx, hall, ended, { state: states[ending], reason: reason.trim() || null })
    const data = ending === 'cancel' ? { by: 'organiser' } : {}
    await queueMails(
      tx,
      ended.map(person => mailTo(person, `registration-${states[ending]}`, data)),
    )
    if (ended.length > 0) await fillFreePlaces(tx, seminar.id, hall)
    const done = new Set(ended.map(({ id }) => id))
    const there = new Map(found.map(person => [person.id, person]))
    const result = ids.map((id): EndedOne => {
      const person = there.get(id)
      if (!person) return { id, outcome: 'not-found' }
      if (isOtherwise(was, person)) return { id, outcome: 'meanwhile', now: person.state }
      if (over && can(ending, person.state)) return { id, outcome: 'over' }
      return { id, outcome: done.has(id) ? 'ended' : 'not-possible' }
    })
    return { result, done: ended.length > 0 }
  })
}
