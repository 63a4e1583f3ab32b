import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { RegistrationState } from '../rules/states.ts'
import type { SeenStates } from './at-the-gate.ts'
import { endRegistrations } from './end-registrations.ts'

export type RefusedOne =
  | { id: string; outcome: 'refused' | 'not-possible' | 'not-found' | 'over' }
  /** Somebody else decided meanwhile: nothing was done. */
  | { id: string; outcome: 'meanwhile'; now: RegistrationState }

/**
 * Refuses registrations that were requested, wait or have an offer; whoever held a place gives it back, and those places
 * go to the first in line. Each is told by mail, with the reason. Not possible for one that is confirmed (it is cancelled)
 * or has ended; once the seminar is over nothing ends any more (`over`).
 *
 * @param was the state in which the organiser saw each, when it matters: one in another state by now is left alone
 * @param reason in the organiser's words, for the persons; empty for none
 * @returns one outcome for each id, in their order
 * @throws Refusal as `inSeminar`
 */
export async function refuseRegistrations(
  house: House,
  actor: Actor,
  slug: string,
  ids: readonly string[],
  reason: string,
  { was, remember }: { was?: SeenStates; remember?: { once: string | null; location: string } } = {},
): Promise<RefusedOne[]> {
  const ended = await endRegistrations(house, actor, slug, 'refuse', ids, { reason, was, remember })
  return ended.map(({ id, ...one }) =>
    one.outcome === 'meanwhile' ? { id, ...one } : { id, outcome: inWords[one.outcome] },
  )
}

const inWords = { ended: 'refused', 'not-possible': 'not-possible', 'not-found': 'not-found', over: 'over' } as const
