import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { restedSince } from '../rules/rested-since.ts'
import type { Reason } from '../store/notices.ts'
import { writeHeldAgain } from '../store/write-life.ts'
import { letRun } from './let-run.ts'
import { type StepOptions, type StepTaken, takeStep } from './take-step.ts'
import { tell } from './tell.ts'

/** The day it had has come: it needs another one (`setNewDay`). */
export type HeldAgain = StepTaken | { outcome: 'day-past' }

/**
 * Lets a seminar that was postponed or cancelled take place after all, on the day it had: everything is as before, and
 * everyone concerned is told, once.
 *
 * @param reason what everyone is told besides, in the languages it is written in; null for nothing
 * @throws Refusal as `takeStep`
 */
export function holdAgain(
  house: House,
  actor: Actor,
  slug: string,
  reason: Reason = null,
  options: StepOptions = {},
): Promise<HeldAgain> {
  return takeStep<{ outcome: 'day-past' }>(house, actor, slug, 'hold-again', options, async (tx, standing) => {
    const { id, heldOn, startsAt, now } = standing
    if (Temporal.Instant.compare(startsAt, now) <= 0) return { outcome: 'day-past' }
    await writeHeldAgain(tx, id)
    const told = await tell(tx, id, { kind: 'held-again', heldOn, reason })
    await letRun(tx, id, restedSince(standing))
    return told
  })
}
