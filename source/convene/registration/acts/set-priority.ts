import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { findRegistrations } from '../store/find-registrations.ts'
import { writePriority } from '../store/write-changes.ts'
import { inSeminar, type Remember } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'

/**
 * Moves somebody who waits forward or back in the line: a higher priority comes first, whoever registered first. It
 * gives nobody a place that is not free.
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
  remember?: Remember<'set' | 'not-waiting'>,
): Promise<'set' | 'not-waiting'> {
  if (!Number.isInteger(priority) || Math.abs(priority) > 100) throw new Refusal('unprocessable')
  return inSeminar<'set' | 'not-waiting'>(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const [registered] = await findRegistrations(tx, seminar.id, isUuid(id) ? [id] : [])
    if (registered === undefined) throw notFound()
    if (registered.state !== 'waiting') return { result: 'not-waiting', done: false }
    if (registered.priority !== priority) await writePriority(tx, id, priority)
    await fillFreePlaces(tx, seminar.id, hall)
    return { result: 'set', done: true }
  })
}
