import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Reason } from '../store/notices.ts'
import { writeCancelled } from '../store/write-life.ts'
import { type StepOptions, type StepTaken, takeStep } from './take-step.ts'
import { tell } from './tell.ts'

/**
 * Cancels a seminar, and tells everyone concerned, once. Registrations stay as they are, so that it can be held after all.
 *
 * @param reason as everyone is told it, in the languages it is written in
 * @throws Refusal as `takeStep`
 */
export function cancelSeminar(
  house: House,
  actor: Actor,
  slug: string,
  reason: Reason,
  options: StepOptions = {},
): Promise<StepTaken> {
  return takeStep<never>(house, actor, slug, 'cancel', options, async (tx, { id, heldOn }) => {
    await writeCancelled(tx, id)
    return tell(tx, id, { kind: 'cancelled', heldOn, reason })
  })
}
