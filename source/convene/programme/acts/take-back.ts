import { mayDecide } from '#convene/life/store/who-acts.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { type FindingName, removeSetAside } from '../store/set-aside.ts'

/**
 * Brings a finding back that was set aside. Two who do it at once bring it back once, and both are told so.
 *
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` without the right to edit it
 */
export function takeBack(
  house: House,
  actor: Actor,
  slug: string,
  finding: FindingName,
  sent?: { once: string | null; location: string },
): Promise<void> {
  return as(house.db, actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug })
    if (!seminar) throw notFound()
    if (!(await mayDecide(tx, seminar.id, ['edit']))) throw forbidden()
    await removeSetAside(tx, seminar.id, finding)
    if (sent) await rememberSent(tx, sent.once, sent.location)
  })
}
