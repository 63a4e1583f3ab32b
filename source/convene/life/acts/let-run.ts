import { fillFreePlaces } from '#convene/registration/acts/fill-free-places.ts'
import { admissionOf } from '#convene/registration/store/admission.ts'
import type { Tx } from '#ground/database/actor.ts'
import { resumeOffers } from '../store/write-life.ts'
import { asTheProgram } from './as-the-program.ts'

/**
 * Lets offers and the line of a seminar run again once it has a day, or another one: offers have as much time left as when
 * they came to rest, and what came free meanwhile is given on.
 *
 * @param restedSince null when it did not rest
 */
export function letRun(tx: Tx, seminarId: string, restedSince: Temporal.Instant | null): Promise<void> {
  return asTheProgram(tx, async () => {
    const { promoteUntil } = await admissionOf(tx, seminarId)
    await resumeOffers(tx, seminarId, restedSince, promoteUntil)
    await fillFreePlaces(tx, seminarId)
  })
}
