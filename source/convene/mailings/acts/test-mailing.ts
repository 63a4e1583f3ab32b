import { type Actor, as } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { queueMail } from '#ground/mail/store/queue.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { TextProblem } from '../rules/texts.ts'
import { heldMailing, type Remember } from './in-office.ts'
import { problemsToStart } from './start-mailing.ts'

export type Tested = { outcome: 'sent' } | { outcome: 'invalid'; problems: TextProblem[] }

/**
 * Sends a mailing to whoever asks, and to nobody else: with their own name, marked as a test in its subject. Noted, since it
 * leaves no other trace among the people of the seminar.
 *
 * @throws Refusal as `heldMailing` says, and `forbidden` for whoever is no person
 */
export async function testMailing(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  language: Locale,
  remember?: Remember & { location: string },
): Promise<Tested> {
  if (actor.kind !== 'person') throw forbidden()
  const result = await as(house.db, actor, async (tx): Promise<Tested> => {
    const { mailing, seminar } = await heldMailing(tx, { slug }, id)
    const problems = problemsToStart(mailing)
    if (problems.length > 0) return { outcome: 'invalid', problems }
    await queueMail(tx, {
      spaceId: seminar.id,
      personId: actor.id,
      template: 'mailing',
      language,
      data: { mailing: mailing.id, test: true },
    })
    await noteAct(tx, seminar.id, 'mailing-tested', { mailing: mailing.id, language })
    if (remember) await rememberSent(tx, remember.once, remember.location)
    return { outcome: 'sent' }
  })
  house.mailsWritten()
  return result
}
