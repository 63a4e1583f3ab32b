import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { keepChangeUntil, writeWindow } from '../store/write-life.ts'
import { type StepOptions, type StepTaken, takeStep } from './take-step.ts'

/**
 * Closes registration now. The line goes on until its cut-off, and people change their answers as long as they were told they
 * could: that ends with registration only where nothing else was said, so the former deadline is kept for it.
 *
 * @throws Refusal as `takeStep`
 */
export function closeRegistration(
  house: House,
  actor: Actor,
  slug: string,
  options: StepOptions = {},
): Promise<StepTaken> {
  return takeStep<never>(
    house,
    actor,
    slug,
    'close',
    options,
    async (tx, { id, now, opensAt, closesAt, changeUntil }) => {
      // The deadline is a whole second, which counts to its end: the last one is over.
      const last = now.round({ smallestUnit: 'second', roundingMode: 'floor' }).subtract({ seconds: 1 })
      const opened = opensAt !== null && Temporal.Instant.compare(opensAt, last) >= 0
      await writeWindow(tx, id, { opensAt: opened ? last.subtract({ seconds: 1 }) : opensAt, closesAt: last })
      if (changeUntil === null) await keepChangeUntil(tx, id, closesAt)
      return 0
    },
  )
}
