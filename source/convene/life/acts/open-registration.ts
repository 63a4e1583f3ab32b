import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { writeWindow } from '../store/write-life.ts'
import { type StepOptions, type StepTaken, takeStep } from './take-step.ts'

export type RegistrationOpened =
  | StepTaken
  /** Registration has closed, and was to be opened without a new deadline; or with one that has passed. */
  | { outcome: 'closes-missing' | 'closes-past' }
  | { outcome: 'closes-after-end' }

/**
 * Opens registration now: before its moment, or again after it was closed.
 *
 * @param given.closes the last second in which a registration is accepted; needed when the former deadline has passed
 * @throws Refusal as `takeStep`
 */
export function openRegistration(
  house: House,
  actor: Actor,
  slug: string,
  given: { closes?: Temporal.Instant | null } = {},
  options: StepOptions = {},
): Promise<RegistrationOpened> {
  type Refused = Exclude<RegistrationOpened, StepTaken>
  return takeStep<Refused>(
    house,
    actor,
    slug,
    'open',
    options,
    async (tx, { id, life, now, closesAt, endsAt, opensAt }) => {
      const closes = given.closes ?? null
      if (closes === null && life === 'closed') return { outcome: 'closes-missing' }
      if (closes !== null && Temporal.Instant.compare(closes, now) <= 0) return { outcome: 'closes-past' }
      if (closes !== null && Temporal.Instant.compare(closes, endsAt) > 0) return { outcome: 'closes-after-end' }
      // One that opened at a moment that has come keeps it.
      const opened = opensAt === null || Temporal.Instant.compare(opensAt, now) <= 0
      await writeWindow(tx, id, { opensAt: opened ? opensAt : now, closesAt: closes ?? closesAt })
      return 0
    },
  )
}
