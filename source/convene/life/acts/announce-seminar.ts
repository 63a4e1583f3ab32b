import { releaseFirst } from '#convene/programme/acts/release-within.ts'
import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { hasTitle } from '../store/has-title.ts'
import { showOrganisations, writeVisibility } from '../store/write-life.ts'
import { type StepOptions, type StepTaken, takeStep } from './take-step.ts'

/** A page without a title is nothing that anybody could find. */
export type Announced = StepTaken | { outcome: 'no-title' }

/**
 * Announces a seminar: its page is public from now on, with the organisations it names. Registration opens at its own moment,
 * or at once when none was said. Its programme is released with it, when it has one and none was released. Nobody is
 * written to.
 *
 * @throws Refusal as `takeStep`, and `forbidden` when an organisation it names is not public and not the actor's to change
 */
export function announceSeminar(
  house: House,
  actor: Actor,
  slug: string,
  options: StepOptions = {},
): Promise<Announced> {
  return takeStep<{ outcome: 'no-title' }>(house, actor, slug, 'announce', options, async (tx, { id }) => {
    if (!(await hasTitle(tx, id))) return { outcome: 'no-title' }
    if (!(await showOrganisations(tx, id))) throw forbidden()
    await writeVisibility(tx, id, 2)
    await releaseFirst(tx, slug)
    return 0
  })
}
