import { randomUUID } from 'node:crypto'
import { job, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { foldEmail, identityWords } from '../rules/fold.ts'
import { can } from '../rules/states.ts'
import { changeStates } from '../store/change-state.ts'
import { type FoundRegistration, findEarlier, wasMailedLately } from '../store/find-earlier.ts'
import type { Registered } from '../store/find-registrations.ts'
import { currentConsents } from '../store/seminar.ts'
import { readToHandOn, writeHandedOn } from '../store/write-changes.ts'
import { writeRegistrations } from '../store/write-registrations.ts'
import { countAll } from './admission-desk.ts'
import { mostOfOneAddress } from './admit.ts'
import { type By, byOwnLink, isChangedByLink, mailTo, onRegistration, type Remember } from './at-the-gate.ts'
import { noteKnown } from './known-lately.ts'

export type Colleague = { givenName: string; familyName: string; email: string; language: Locale }

export type HandedOn =
  | { outcome: 'handed-on'; id: string }
  /** They have a registration of their own, and the place stays whose it was. */
  | { outcome: 'known' }
  | { outcome: 'not-possible' }

/**
 * Hands a confirmed place to a colleague of the same organisation, who gets a registration of their own: category,
 * organisation, territory and invitation stay, so that every counter stays as it is and nobody in the line is overtaken.
 * Needs and answers to questions are theirs to give. Both are told by mail, also when the colleague is registered already
 * and nothing changes; of that, whoever has a place may learn (docs/decisions/0010 says why).
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
  return onRegistration<HandedOn>(house, by, id, remember, async ({ tx, hall, seminar, registered, own }) => {
    if (!can('hand-on', registered.state) || !isChangedByLink(hall))
      return { result: { outcome: 'not-possible' }, done: false }
    // As in registering: nobody fills a stranger's mailbox with our mails, and the limit does not tell who is known.
    const used = await countAll(tx, house, seminar.id, [colleague.email])
    if ((used.get(foldEmail(colleague.email)) ?? 0) >= mostOfOneAddress) throw new Refusal('too-many', null, 3600)
    const identity = house.keys.hash('registrant', identityWords(seminar.id, colleague))
    const others = await findEarlier(tx, seminar.id, { identities: [identity], keys: [] })
    const there = others.get(`identity:${identity}`)
    if (there) {
      noteKnown(house, seminar.id, colleague.email)
      await tellBoth(tx, registered, there, own)
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

/**
 * Nothing changed, and both hear of it: the colleague at most once an hour, since whoever named them may name them again;
 * who holds the place for each thing that was done with their link.
 */
async function tellBoth(tx: Tx, registered: Registered, colleague: FoundRegistration, own: boolean): Promise<void> {
  const again = 'already-registered'
  const isSelf = colleague.id === registered.id
  const told = isSelf || (await wasMailedLately(tx, colleague.id, colleague.personId, again))
  await queueMails(tx, [
    ...(told ? [] : [mailTo({ ...colleague, seminarId: registered.seminarId }, again, { by: 'hand-on' })]),
    ...(own ? [mailTo(registered, 'not-handed-on')] : []),
  ])
}
