import { showOrHideDocuments } from '#convene/programme/store/show-documents.ts'
import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isAnybodyRegistered } from '../store/standing.ts'
import { writeVisibility } from '../store/write-life.ts'
import { type StepOptions, type StepTaken, takeStep } from './take-step.ts'

/** Whoever is registered was promised a seminar: it is then cancelled, and they are told. */
export type Withdrawn = StepTaken | { outcome: 'registered' }

/**
 * Makes a seminar a draft again, as long as nobody is registered, waits or has asked for a place. The organisations that its
 * page named stay public; the documents of its programme do not.
 *
 * @throws Refusal as `takeStep`
 */
export function withdrawSeminar(
  house: House,
  actor: Actor,
  slug: string,
  options: StepOptions = {},
): Promise<Withdrawn> {
  return takeStep<{ outcome: 'registered' }>(house, actor, slug, 'withdraw', options, async (tx, { id }) => {
    if (await isAnybodyRegistered(tx, id)) return { outcome: 'registered' }
    await writeVisibility(tx, id, 0)
    await showOrHideDocuments(tx, id)
    return 0
  })
}
