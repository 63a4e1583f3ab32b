import { type Actor, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { foldEmail, identityWords } from '../rules/fold.ts'
import { can } from '../rules/states.ts'
import { findEarlier } from '../store/find-earlier.ts'
import { type OwnAnswers, readOwn } from '../store/own.ts'
import { changePerson } from '../store/person-of.ts'
import { writeContact } from '../store/write-changes.ts'
import { afterMoving } from './after-moving.ts'
import { isContactCorrected, mailTo, onRegistration, type Remember } from './at-the-gate.ts'
import { isSameAnswers } from './same-answers.ts'

/** How somebody is called and written to. */
export type Contact = Pick<OwnAnswers, 'givenName' | 'familyName' | 'email' | 'language'>

export type ContactCorrected =
  /** `mailed`: whether the person is written to, which they are when anything is other than it was. */
  | { outcome: 'changed'; mailed: boolean }
  /** Somebody saved meanwhile: what is there now. */
  | { outcome: 'stale'; now: OwnAnswers; version: number }
  /** `not-over`: until then everything is corrected together (`changeRegistration`). `too-late`: it is cancelled, or it is asked by a link. */
  | { outcome: 'not-over' | 'too-late' | 'ended' }
  /** Another living registration has this name at this address. */
  | { outcome: 'taken' }

/**
 * Corrects a person's names, address and language once the seminar is over: letters and notices still have to arrive, and
 * bear a name. What was settled with the seminar (the place, and all that decided about it) is not touched, and nobody
 * comes up. As long as there is a person: one who was erased has no name any more (`ended`).
 *
 * Another address gets the mails that did not arrive at the one before, as in `changeRegistration`.
 *
 * @param given.version of the registration when the form was filled
 * @throws Refusal as `onRegistration`
 */
export function correctContact(
  house: House,
  by: Actor,
  id: string,
  given: { version: number; contact: Contact },
  { remember }: { remember?: Remember<ContactCorrected> } = {},
): Promise<ContactCorrected> {
  return onRegistration<ContactCorrected>(house, by, id, remember, async ({ tx, hall, seminar, registered, own }) => {
    const halt = (result: ContactCorrected) => ({ result, done: false })
    if (!can('change', registered.state)) return halt({ outcome: 'ended' })
    // Their own link may lie in the wrong letter box: it changes no address, and people no longer change anything here.
    const may = own ? 'too-late' : isContactCorrected(hall)
    if (may !== true) return halt({ outcome: may })
    const before = await readOwn(tx, id)
    if (before === null) return halt({ outcome: 'ended' })
    if (given.version !== registered.version)
      return halt({ outcome: 'stale', now: before.answers, version: registered.version })
    const { givenName, familyName, email, language } = given.contact
    const identity = house.keys.hash('registrant', identityWords(seminar.id, { givenName, familyName, email }))
    const others = await findEarlier(tx, seminar.id, { identities: [identity], keys: [] })
    const same = others.get(`identity:${identity}`)
    if (same && same.id !== id) return halt({ outcome: 'taken' })

    await writeContact(tx, id, { identity, language })
    // Nobody may write on another's person, not even who looks after them.
    await goOnAs(tx, job('correct-contact'))
    await changePerson(tx, registered.personId, { givenName, familyName, email, language })
    await goOnAs(tx, by)
    const after = await readOwn(tx, id)
    const mailed = after === null || !isSameAnswers(after.answers, before.answers)
    const mails = mailed ? [mailTo({ ...registered, language }, 'registration-changed', { by: 'organiser' })] : []
    if (foldEmail(email) !== foldEmail(before.answers.email)) await afterMoving(tx, registered, mails)
    await queueMails(tx, mails)
    return { result: { outcome: 'changed', mailed }, done: true }
  })
}
