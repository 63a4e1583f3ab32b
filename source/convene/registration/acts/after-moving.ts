import type { Tx } from '#ground/database/actor.ts'
import { type MailToQueue, replaceUnsent } from '#ground/mail/store/queue.ts'
import type { Registered } from '../store/find-registrations.ts'
import { partUnsentMailings, writeLastAgain, writeMailingsAgain } from '../store/write-again.ts'

/**
 * What follows when the person of a registration has another address: what did not arrive is written again.
 *
 * @param mails that tell of the change: what has not left goes to the new address by itself, and would be there twice
 */
export async function afterMoving(
  tx: Tx,
  { id, seminarId, personId }: Pick<Registered, 'id' | 'seminarId' | 'personId'>,
  mails: readonly MailToQueue[],
): Promise<void> {
  const templates = mails.map(({ template }) => template)
  await replaceUnsent(tx, { spaceId: seminarId, personId, templates, about: { registration: id } })
  await partUnsentMailings(tx, { id, personId })
  await writeMailingsAgain(tx, { id, seminarId, personId })
  await writeLastAgain(tx, { id, seminarId, personId })
}
