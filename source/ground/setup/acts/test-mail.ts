import { as } from '#ground/database/actor.ts'
import type { House, SignedIn } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { queueMail } from '#ground/mail/store/queue.ts'
import { installationSpace } from '#ground/people/index.ts'
import { rememberSent } from '#ground/web/sent-once.ts'

/**
 * Writes a mail to oneself, which the sender takes at once: by the same way as every other mail, so that what it shows
 * is what participants will meet.
 *
 * @returns the id of the mail
 */
export async function sendTestMail(
  house: House,
  to: Pick<SignedIn, 'personId'>,
  language: Locale,
  sent: { once: string | null; location: (id: string) => string },
): Promise<string> {
  const id = await as(house.db, { kind: 'person', id: to.personId }, async tx => {
    const mail = { spaceId: installationSpace, personId: to.personId, template: 'mail-test', language, data: {} }
    const written = await queueMail(tx, mail)
    await tx
      .insertInto('noted_act')
      .values({ space_id: installationSpace, what: 'mail-test', detail: JSON.stringify({ mail: written }) })
      .execute()
    await rememberSent(tx, sent.once, sent.location(written))
    return written
  })
  house.mailsWritten()
  return id
}
