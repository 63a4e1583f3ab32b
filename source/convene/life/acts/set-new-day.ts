import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { NewDay } from '../rules/new-day.ts'
import type { Reason } from '../store/notices.ts'
import { move, type NotMoved } from './move.ts'
import { type StepOptions, type StepTaken, takeStep } from './take-step.ts'

/**
 * Gives a day to a seminar that was postponed or cancelled: places, offers and the line run on, calendar entries come back with
 * the new day, and everyone concerned is told, once.
 *
 * @param given.reason what everyone is told besides, in the languages it is written in; null for nothing
 * @throws Refusal as `takeStep`
 */
export function setNewDay(
  house: House,
  actor: Actor,
  slug: string,
  given: { newDay: NewDay; reason?: Reason },
  options: StepOptions = {},
): Promise<StepTaken | NotMoved> {
  return takeStep<NotMoved>(house, actor, slug, 'new-day', options, (tx, standing) =>
    move(tx, standing, given.newDay, given.reason ?? null),
  )
}
