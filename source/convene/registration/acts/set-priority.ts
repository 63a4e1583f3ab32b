import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { can } from '../rules/states.ts'
import { findRegistrations } from '../store/find-registrations.ts'
import { writePriority } from '../store/write-changes.ts'
import { inSeminar, isOver, type Remember } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'

/** `not-waiting`: of somebody who has a place, or has ended, it would say nothing. `over`: the seminar is. */
export type PrioritySet = 'set' | 'not-waiting' | 'over'

/**
 * Moves somebody who waits forward or back in the line: a higher priority comes first, whoever registered first. It
 * gives nobody a place that is not free. Who is being examined takes theirs along into the line.
 *
 * @param priority −100 to 100; 0 unless somebody said otherwise
 * @throws Refusal `unprocessable` for another number, `not-found` for a registration of another seminar, and as `inSeminar`
 */
export async function setPriority(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  priority: number,
  remember?: Remember<PrioritySet>,
): Promise<PrioritySet> {
  if (!Number.isInteger(priority) || Math.abs(priority) > 100) throw new Refusal('unprocessable')
  return inSeminar<PrioritySet>(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const [registered] = await findRegistrations(tx, seminar.id, isUuid(id) ? [id] : [])
    if (registered === undefined) throw notFound()
    if (!can('prioritise', registered.state)) return { result: 'not-waiting', done: false }
    if (isOver(hall)) return { result: 'over', done: false }
    if (registered.priority !== priority) await writePriority(tx, id, priority)
    await fillFreePlaces(tx, seminar.id, hall)
    return { result: 'set', done: true }
  })
}
