import { rests } from '#convene/seminar/rules/life.ts'
import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { obstacles, take } from '../rules/places.ts'
import { can } from '../rules/states.ts'
import { changeStates, type StateChange } from '../store/change-state.ts'
import { findRegistrations } from '../store/find-registrations.ts'
import { saveHall } from '../store/hall.ts'
import { inSeminar, isOver, mailTo, type Remember } from './at-the-gate.ts'
import { mayPromote } from './fill-free-places.ts'

export type Approved = {
  id: string
  outcome: 'confirmed' | 'waiting' | 'not-requested' | 'not-found' | 'too-late' | 'resting' | 'over'
}

/**
 * Approves registrations that were examined: each gets a place when there is room in every quota that counts it, or
 * goes into the line where it would stand had it needed no approval. The first in the line are decided first.
 *
 * It can be done until the cut-off, also after the deadline of registration: nobody pays for the organiser's pace.
 * After the cut-off nobody gets a place any more, from the line or from here; while the seminar has no sure day or is
 * cancelled nobody does either (`resting`), and once it is over nothing is
 * decided any more (`over`).
 *
 * @returns one outcome for each id, in their order
 * @throws Refusal as `inSeminar`
 */
export function approveRegistrations(
  house: House,
  actor: Actor,
  slug: string,
  ids: readonly string[],
  remember?: Remember<Approved[]>,
): Promise<Approved[]> {
  return inSeminar(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const found = await findRegistrations(tx, seminar.id, ids.filter(isUuid))
    const inTime = mayPromote(hall)
    const late = isOver(hall) ? 'over' : rests(hall.admission.life) ? 'resting' : 'too-late'
    const outcomes = new Map<string, Approved['outcome']>()
    const confirmed: StateChange[] = []
    const waiting: StateChange[] = []
    for (const person of found) {
      if (!can('approve', person.state)) outcomes.set(person.id, 'not-requested')
      else if (!inTime) outcomes.set(person.id, late)
      else if (obstacles(hall.places, person).length > 0) {
        outcomes.set(person.id, 'waiting')
        waiting.push({ id: person.id, state: 'waiting' })
      } else {
        outcomes.set(person.id, 'confirmed')
        confirmed.push({ id: person.id, state: 'confirmed', ...take(hall.places, person) })
      }
    }
    // Room only shrinks here: whoever found none would find none after all who found some. So the log may tell it thus.
    await changeStates(tx, confirmed)
    await changeStates(tx, waiting)
    await queueMails(
      tx,
      found.flatMap(person => {
        const outcome = outcomes.get(person.id)
        return outcome === 'confirmed' || outcome === 'waiting' ? [mailTo(person, `registration-${outcome}`)] : []
      }),
    )
    await saveHall(tx, hall)
    const result = ids.map((id): Approved => ({ id, outcome: outcomes.get(id) ?? 'not-found' }))
    return { result, done: confirmed.length + waiting.length > 0 }
  })
}
