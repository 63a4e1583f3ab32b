import { rests } from '#convene/seminar/rules/life.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { can } from '../rules/states.ts'
import { changeStates } from '../store/change-state.ts'
import { type By, mailTo, onRegistration, type Remember } from './at-the-gate.ts'

export type OfferAnswered = 'confirmed' | 'expired' | 'resting' | 'not-offered'

/**
 * Accepts a place that was offered, before the offer ends; the place is held already, so no counter changes. Declining
 * is cancelling.
 *
 * @returns `expired` from the moment the offer ends, also while nobody has taken it back yet; `resting` while the seminar has no
 *   sure day or is cancelled: the offer then stands still
 * @throws Refusal as `onRegistration`
 */
export function acceptOffer(
  house: House,
  by: By,
  id: string,
  { remember }: { remember?: Remember<OfferAnswered> } = {},
): Promise<OfferAnswered> {
  return onRegistration<OfferAnswered>(house, by, id, remember, async ({ tx, hall, registered }) => {
    const { state, offeredUntil, usesReserved } = registered
    if (state === 'expired') return { result: 'expired', done: false }
    if (!can('accept', state) || offeredUntil === null) return { result: 'not-offered', done: false }
    if (rests(hall.admission.life)) return { result: 'resting', done: false }
    if (Temporal.Instant.compare(hall.now, offeredUntil) >= 0) return { result: 'expired', done: false }
    await changeStates(tx, [{ id, state: 'confirmed', usesReserved }])
    await queueMails(tx, [mailTo(registered, 'registration-confirmed')])
    return { result: 'confirmed', done: true }
  })
}
