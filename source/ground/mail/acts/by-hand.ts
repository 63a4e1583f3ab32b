import { type Actor, as } from '#ground/database/actor.ts'
import type { MailState } from '#ground/database/tables.ts'
import type { House } from '#ground/house.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { canCancel, canRetry, canSendAgain } from '../rules/retry.ts'
import { cancelMail, makeDue } from '../store/by-hand.ts'
import { queueMail } from '../store/queue.ts'
import { findMail } from '../store/read.ts'

export type ByHand =
  /** Where to look at what came of it. */
  | { done: true; id: string }
  /** The mail is in a state that allows it no more, or its recipient is erased. */
  | { done: false; because: 'too-late' | 'erased' }

const states: readonly MailState[] = ['to_send', 'sending', 'waiting_retry', 'sent', 'failed', 'cancelled']

/**
 * Makes a mail that waits for its next try, or was given up, leave now.
 *
 * @throws Refusal `not-found` when there is no such mail for this actor
 */
export async function retryMail(house: House, actor: Actor, id: string): Promise<ByHand> {
  const result = await as(house.db, actor, async tx => {
    if (!(await findMail(tx, id))) throw notFound()
    return makeDue(tx, id, states.filter(canRetry))
  })
  house.mailsWritten()
  return result ? { done: true, id } : { done: false, because: 'too-late' }
}

/**
 * Keeps a mail that has not left from leaving.
 *
 * @throws Refusal `not-found` when there is no such mail for this actor
 */
export async function cancelByHand(house: House, actor: Actor, id: string): Promise<ByHand> {
  const result = await as(house.db, actor, async tx => {
    if (!(await findMail(tx, id))) throw notFound()
    return cancelMail(tx, id, states.filter(canCancel))
  })
  return result ? { done: true, id } : { done: false, because: 'too-late' }
}

/**
 * Writes a new mail with the same facts as one that left or was cancelled; the first stays as it was.
 *
 * @param once the key of the form: pressed twice, one mail
 * @param location where the new mail is looked at, from its id
 * @throws Refusal `not-found` when there is no such mail for this actor
 */
export async function sendAgain(
  house: House,
  actor: Actor,
  id: string,
  once: string | null,
  location: (id: string) => string,
): Promise<ByHand> {
  const result = await as(house.db, actor, async (tx): Promise<ByHand> => {
    const mail = await findMail(tx, id)
    if (!mail) throw notFound()
    if (!canSendAgain(mail.state)) return { done: false, because: 'too-late' }
    if (mail.person.email === null) return { done: false, because: 'erased' }
    const copy = await queueMail(tx, {
      spaceId: mail.space_id,
      personId: mail.person_id,
      template: mail.template,
      language: isLocale(mail.language) ? mail.language : 'en',
      data: mail.data,
    })
    await rememberSent(tx, once, location(copy))
    return { done: true, id: copy }
  })
  house.mailsWritten()
  return result
}
