import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { NewDay } from '../rules/new-day.ts'
import type { Reason } from '../store/notices.ts'
import { writePostponed } from '../store/write-life.ts'
import { move, type NotMoved } from './move.ts'
import { type StepOptions, type StepTaken, takeStep } from './take-step.ts'
import { tell } from './tell.ts'

/**
 * Postpones a seminar, and tells everyone concerned, once. Without a new day it rests: no form, no line, no reminder, and
 * offers stand still. With one it is moved to it at once.
 *
 * @param given.reason as everyone is told it, in the languages it is written in
 * @throws Refusal as `takeStep`
 */
export function postponeSeminar(
  house: House,
  actor: Actor,
  slug: string,
  given: { reason: Reason; newDay?: NewDay | null },
  options: StepOptions = {},
): Promise<StepTaken | NotMoved> {
  const { reason, newDay = null } = given
  const step = newDay === null ? 'postpone' : 'move'
  return takeStep<NotMoved>(house, actor, slug, step, options, async (tx, standing) => {
    if (newDay !== null) return move(tx, standing, newDay, reason)
    await writePostponed(tx, standing.id)
    return tell(tx, standing.id, { kind: 'postponed', heldOn: standing.heldOn, reason })
  })
}
