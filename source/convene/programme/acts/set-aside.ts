import { mayDecide } from '#convene/life/store/who-acts.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { findingsOf } from '../store/findings-of.ts'
import { addSetAside, type FindingName } from '../store/set-aside.ts'

/** How long a reason may be, in characters. */
export const longestReason = 1000

/** `already`: somebody else was quicker, and their reason stands. `gone`: the draft has nothing like it. */
export type AsideOutcome = 'set-aside' | 'already' | 'gone'

/**
 * Sets a finding in the draft of a programme aside, with the reason why it may stay as it is: for everybody who prepares
 * the seminar, until it is brought back or the draft says something else.
 *
 * @param finding with its reason: not empty, `longestReason` characters at most
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` without the right to edit it
 */
export function setAside(
  house: House,
  actor: Actor,
  slug: string,
  { code, subject, reason }: FindingName & { reason: string },
  sent?: { once: string | null; location: string },
): Promise<AsideOutcome> {
  return as(house.db, actor, async tx => {
    const found = await findingsOf(tx, slug)
    if (!found) throw notFound()
    const seminarId = found.seminar.id
    if (!(await mayDecide(tx, seminarId, ['edit']))) throw forbidden()
    const all = [...found.open, ...found.aside.map(({ finding }) => finding)]
    if (!all.some(finding => finding.code === code && finding.subject === subject)) return 'gone'
    const setBy = actor.kind === 'person' ? actor.id : null
    const done = await addSetAside(tx, { seminarId, code, subject, reason, setBy })
    if (sent) await rememberSent(tx, sent.once, sent.location)
    return done ? 'set-aside' : 'already'
  })
}
