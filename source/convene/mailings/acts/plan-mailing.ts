import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { isOpen, mailingState } from '../rules/mailing-state.ts'
import type { TextProblem } from '../rules/texts.ts'
import { changeMailing, type MailingChange } from '../store/mailings.ts'
import { heldMailing, type Remember } from './in-office.ts'
import { problemsToStart, shownVersion } from './start-mailing.ts'

export type Planned =
  | { outcome: 'planned' }
  | { outcome: 'past' }
  /** Its words, its audience or its time are not those that were shown: nothing was planned. */
  | { outcome: 'stale' }
  | { outcome: 'invalid'; problems: TextProblem[] }
  /** It has left, or was cancelled, meanwhile. */
  | { outcome: 'gone' }

type Form = Remember & { location: string }

/**
 * Says when a mailing leaves by itself; a time that was said before is replaced. Words and audience that are saved later
 * are those that leave.
 *
 * @param version of the mailing that was shown; null when the page did not say
 * @throws Refusal as `heldMailing` says
 */
export function scheduleMailing(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  { at, version }: { at: Temporal.Instant; version: string | null },
  remember?: Form,
): Promise<Planned> {
  return onOpen(house, actor, slug, id, remember, (mailing, now) => {
    if (shownVersion(mailing) !== version) return { outcome: 'stale' }
    if (Temporal.Instant.compare(at, now) <= 0) return { outcome: 'past' }
    const problems = problemsToStart(mailing)
    return problems.length > 0 ? { outcome: 'invalid', problems } : { sendAt: at }
  })
}

/** Takes its time away: it is a draft again. @throws Refusal as `heldMailing` says */
export const unscheduleMailing = (house: House, actor: Actor, slug: string, id: string, remember?: Form) =>
  onOpen(house, actor, slug, id, remember, () => ({ sendAt: null }))

/** Gives a mailing up that has not begun; it stays in the list. @throws Refusal as `heldMailing` says */
export const cancelMailing = (house: House, actor: Actor, slug: string, id: string, remember?: Form) =>
  onOpen(house, actor, slug, id, remember, () => ({ cancelled: true }))

function onOpen(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  remember: Form | undefined,
  decide: (
    mailing: Awaited<ReturnType<typeof heldMailing>>['mailing'],
    now: Temporal.Instant,
  ) => MailingChange | Exclude<Planned, { outcome: 'planned' }>,
): Promise<Planned> {
  return as(house.db, actor, async (tx): Promise<Planned> => {
    const { mailing, seminar } = await heldMailing(tx, { slug }, id)
    if (!isOpen(mailingState({ ...mailing, waiting: 0 }, seminar.now))) return { outcome: 'gone' }
    const decided = decide(mailing, seminar.now)
    if ('outcome' in decided) return decided
    await changeMailing(tx, id, decided)
    if (remember) await rememberSent(tx, remember.once, remember.location)
    return { outcome: 'planned' }
  })
}
