import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { can } from '../rules/states.ts'
import { type By, isOtherwise, isOver, mailTo, onRegistration, type Remember, type SeenStates } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'
import { letGo } from './let-go.ts'

export type CancelOutcome = 'cancelled' | 'already-ended' | 'over' | 'meanwhile'

/**
 * Cancels a registration, by the person or by an organiser; a place that was offered is declined by it. A place it held
 * goes to the first in line, in the same transaction. The person is told by mail.
 *
 * @param given.was the state in which whoever cancels saw it, when it matters
 * @param given.reason in the organiser's words, for the person
 * @returns `meanwhile` when it is in another state by now: nothing was done; `already-ended` when there was
 *   nothing to cancel any more, `over` when the seminar is
 * @throws Refusal as `onRegistration`
 */
export function cancelRegistration(
  house: House,
  by: By,
  id: string,
  given: { reason?: string | null; was?: SeenStates; remember?: Remember<CancelOutcome> } = {},
): Promise<CancelOutcome> {
  return onRegistration(house, by, id, given.remember, async ({ tx, hall, seminar, registered, own }) => {
    if (isOtherwise(given.was, registered)) return { result: 'meanwhile', done: false }
    if (!can('cancel', registered.state)) return { result: 'already-ended', done: false }
    if (isOver(hall)) return { result: 'over', done: false }
    await letGo(tx, hall, [registered], { state: 'cancelled', reason: given.reason?.trim() || null })
    await queueMails(tx, [mailTo(registered, 'registration-cancelled', { by: own ? 'self' : 'organiser' })])
    await fillFreePlaces(tx, seminar.id, hall)
    return { result: 'cancelled', done: true }
  })
}
