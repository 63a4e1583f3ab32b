import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { locales } from '#ground/languages/locales.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { isOpen, mailingState } from '../rules/mailing-state.ts'
import { bodiesOf, type TextProblem, textProblems } from '../rules/texts.ts'
import { countAudience, type StartedMailing, writeMails } from '../store/audience.ts'
import { type Mailing, markStarted } from '../store/mailings.ts'
import { heldMailing, type Remember } from './in-office.ts'
import { wordsVersion } from './save-mail-words.ts'

export type Started =
  | ({ outcome: 'started' } & StartedMailing)
  /** It had begun before: nobody is written to a second time. */
  | { outcome: 'begun' }
  | { outcome: 'cancelled' }
  /** Its words, its audience or its time are not those that were shown: nothing left. */
  | { outcome: 'stale' }
  /** Not as many people as were told: nothing left. */
  | { outcome: 'other-number'; people: number }
  | { outcome: 'nobody' }
  /** Words that cannot leave as they are. */
  | { outcome: 'invalid'; problems: TextProblem[] }

/** A mailing as a page showed it: its version, null when the page did not say, and how many people it told of. */
export type ShownMailing = { version: string | null; people: number }

/**
 * The version of a mailing together with its words: who looks after texts changes those on a page of their own, and the
 * mailing's row knows nothing of it.
 */
export const shownVersion = (mailing: Mailing): string => `${mailing.version}-${wordsVersion(mailing)}`

/**
 * Lets a mailing leave, to everybody who is in its audience now; who registers later does not get it. In one transaction
 * that holds the mailing: whoever else starts it at the same moment (a second click, another organiser, the job, another
 * server) waits, and finds it begun. The people are written down by the database in one statement, however many they are.
 *
 * @param shown what the page said; of another version, or with another number of people, nothing leaves
 * @throws Refusal as `heldMailing` says
 */
export async function startMailing(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  shown: ShownMailing,
  remember?: Remember & { location: string },
): Promise<Started> {
  const result = await as(house.db, actor, async (tx): Promise<Started> => {
    const { mailing, seminar } = await heldMailing(tx, { slug }, id)
    if (mailing.startedAt) return { outcome: 'begun' }
    if (!isOpen(mailingState({ ...mailing, waiting: 0 }, seminar.now))) return { outcome: 'cancelled' }
    if (shownVersion(mailing) !== shown.version) return { outcome: 'stale' }
    const problems = problemsToStart(mailing)
    if (problems.length > 0) return { outcome: 'invalid', problems }
    const { people } = await countAudience(tx, seminar.id, mailing.audience)
    if (people === 0) return { outcome: 'nobody' }
    if (people !== shown.people) return { outcome: 'other-number', people }
    const written = await start(tx, mailing)
    if (remember) await rememberSent(tx, remember.once, remember.location)
    return { outcome: 'started', ...written }
  })
  if (result.outcome === 'started') house.mailsWritten()
  return result
}

/** Writes the mails of a mailing that the caller holds and that has not begun, and notes it. */
export async function start(tx: Tx, mailing: Mailing): Promise<StartedMailing> {
  const written = await writeMails(tx, mailing, mailing.daysBefore === null ? 'mailing' : 'reminder')
  await markStarted(tx, mailing.id, written.mails)
  await noteAct(tx, mailing.seminarId, mailing.daysBefore === null ? 'mailing-started' : 'reminder-started', {
    mailing: mailing.id,
    ...written,
  })
  return written
}

/** What keeps the words of a mailing from leaving: somebody may have changed them since they were checked. */
export function problemsToStart({ subject, body }: Pick<Mailing, 'subject' | 'body'>): TextProblem[] {
  const source = body?.source ?? subject?.source ?? null
  return textProblems({ subject: bodiesOf(subject), body: bodiesOf(body) }, locales, source)
}
