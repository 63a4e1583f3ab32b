import { randomUUID } from 'node:crypto'
import { job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { foldEmail, identityWords } from '../rules/fold.ts'
import { can } from '../rules/states.ts'
import { changeStates } from '../store/change-state.ts'
import { findEarlier } from '../store/find-earlier.ts'
import { currentConsents } from '../store/seminar.ts'
import { readToHandOn, writeHandedOn } from '../store/write-changes.ts'
import { writeRegistrations } from '../store/write-registrations.ts'
import { countAll, mostOfOneAddress } from './admit.ts'
import { type By, byOwnLink, isOver, mailTo, onRegistration, type Remember } from './at-the-gate.ts'
import { noteKnown } from './known-lately.ts'

export type Colleague = { givenName: string; familyName: string; email: string; language: Locale }

export type HandedOn =
  | { outcome: 'handed-on'; id: string }
  /**
   * They have a registration of their own, and nothing happened. Whoever shows this to a link must not tell it apart from
   * what happens otherwise (docs/decisions/0010).
   */
  | { outcome: 'known' }
  | { outcome: 'not-possible' }

/**
 * Hands a confirmed place to a colleague of the same organisation, who gets a registration of their own: category,
 * organisation, territory and invitation stay, so that every counter stays as it is and nobody in the line is overtaken.
 * Needs and answers to questions are theirs to give. Both are told by mail.
 *
 * Whoever hands it on has said that the colleague agrees to what is required; what is optional is not agreed to until
 * they say so themselves.
 *
 * @throws Refusal `too-many` when the address was used for a dozen names within the hour, and as `onRegistration`
 */
export function handOn(
  house: House,
  by: By,
  id: string,
  colleague: Colleague,
  { remember }: { remember?: Remember<HandedOn> } = {},
): Promise<HandedOn> {
  return onRegistration<HandedOn>(house, by, id, remember, async ({ tx, hall, seminar, registered }) => {
    if (!can('hand-on', registered.state) || isOver(hall) || hall.cancelledAt !== null)
      return { result: { outcome: 'not-possible' }, done: false }
    // As in registering: nobody fills a stranger's mailbox with our mails, and the limit does not tell who is known.
    const used = await countAll(tx, house, seminar.id, [colleague.email])
    if ((used.get(foldEmail(colleague.email)) ?? 0) >= mostOfOneAddress) throw new Refusal('too-many', null, 3600)
    const identity = house.keys.hash('registrant', identityWords(seminar.id, colleague))
    const others = await findEarlier(tx, seminar.id, { identities: [identity], keys: [] })
    if (others.has(`identity:${identity}`)) {
      noteKnown(house, seminar.id, colleague.email)
      return { result: { outcome: 'known' }, done: true }
    }

    const before = await readToHandOn(tx, id)
    const consents = await currentConsents(tx, seminar.id)
    const next = { id: randomUUID(), personId: randomUUID(), seminarId: seminar.id, language: colleague.language }
    await changeStates(tx, [{ id, state: 'cancelled' }])
    // Nobody may write a person but the program.
    await goOnAs(tx, job('hand-on'))
    await writeRegistrations(tx, seminar.id, [
      {
        ...registered,
        ...before,
        ...colleague,
        ...next,
        identity,
        idempotencyKey: null,
        role: null,
        languages: [],
        state: 'confirmed',
        origin: 'form',
        consents: consents.map(consent => ({ id: consent.id, given: consent.required })),
        statedBy: 'delegate',
        needs: null,
        answers: [],
      },
    ])
    await goOnAs(tx, by.kind === 'link' ? byOwnLink : by)
    await writeHandedOn(tx, id, next.id)
    await queueMails(tx, [mailTo(next, 'handed-on'), mailTo(registered, 'handed-on-from')])
    return { result: { outcome: 'handed-on', id: next.id }, done: true }
  })
}
