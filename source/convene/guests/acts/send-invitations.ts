import { randomUUID } from 'node:crypto'
import { foldEmail } from '#convene/registration/rules/fold.ts'
import { looksAfterPeople } from '#convene/registration/store/find-registrations.ts'
import { findSeminarToRegisterFor, type SeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { meaning } from '#convene/seminar/rules/life.ts'
import { type Actor, as, job, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Invitee } from '../rules/address-lines.ts'
import {
  addInvitedPersons,
  alreadySentTo,
  findInvitationToSend,
  type InvitationToSend,
  invitedPersons,
  type NewInvited,
  oneSenderAtOnce,
  personOfSending,
  writeSendings,
} from '../store/invitations-sent.ts'

/** Why an invitation cannot be sent now. */
export type NotSent = 'not-announced' | 'over' | 'cancelled' | 'postponed' | 'closed' | 'ended' | 'used-up'

export type InvitationsSent =
  /** To so many; `already` are those who had been sent it before and were left alone. */
  { outcome: 'sent'; sent: number; already: number } | { outcome: 'not-now'; why: NotSent }

export type OpenedInvitation = { seminar: SeminarToRegisterFor; invitation: InvitationToSend; notNow: NotSent | null }

/**
 * An invitation of a seminar, in the caller's transaction, and whether it can be sent.
 *
 * @throws Refusal `not-found`, `forbidden` as `inSeminar`
 */
export async function openInvitation(tx: Tx, slug: string, id: string): Promise<OpenedInvitation> {
  const seminar = await findSeminarToRegisterFor(tx, { slug })
  if (seminar === null) throw notFound()
  if (!(await looksAfterPeople(tx, seminar.id))) throw forbidden()
  const invitation = isUuid(id) ? await findInvitationToSend(tx, seminar.id, id) : null
  if (invitation === null) throw notFound()
  return { seminar, invitation, notNow: whyNot(seminar, invitation) }
}

function whyNot({ life }: SeminarToRegisterFor, { usable, places, taken }: InvitationToSend): NotSent | null {
  if (life === 'draft') return 'not-announced'
  if (life === 'over' || life === 'cancelled' || life === 'postponed') return life
  // One may be invited before registration opens; whom it cannot let in any more is not sent for.
  if (meaning[life].form === 'closed') return 'closed'
  if (!usable) return 'ended'
  return places !== null && taken >= places ? 'used-up' : null
}

/**
 * Sends an invitation to addresses: a mail to each, in their language, that leads to the form with the code in it. Once to
 * each address for each invitation, unless it is asked to send it again.
 *
 * Persons are written as a job: nobody may write one but the program. Who was invited to this seminar before is the same
 * person; who registers becomes another one, since an address is not yet a person who is known.
 *
 * @throws Refusal as `openInvitation`
 */
export async function sendInvitations(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  to: readonly Omit<Invitee, 'line'>[],
  {
    again,
    remember,
  }: { again: boolean; remember: { once: string | null; location: (sent: InvitationsSent) => string } },
): Promise<InvitationsSent> {
  if (actor.kind !== 'person') throw forbidden()
  const result = await as(house.db, actor, async (tx): Promise<InvitationsSent> => {
    const { seminar, invitation, notNow } = await openInvitation(tx, slug, id)
    if (notNow !== null) return { outcome: 'not-now', why: notNow }
    await goOnAs(tx, job('invitations'))
    // Before it is asked who was sent it: of several who send at once, each sees what the one before has written.
    await oneSenderAtOnce(tx, seminar.id)
    const people = new Map(to.map(one => [addressOf(one.email), one]))
    const addresses = [...people.keys()]
    const before = await alreadySentTo(tx, id, addresses)
    const known = await invitedPersons(tx, seminar.id, addresses)
    const added: NewInvited[] = []
    const sendings = [...people].flatMap(([address, one]) => {
      const sent = before.get(address)
      if (sent) return again ? [{ id: sent.sentId, personId: sent.personId, language: one.language }] : []
      const personId = known.get(address) ?? randomUUID()
      if (!known.has(address)) added.push({ ...one, id: personId })
      return [{ id: randomUUID(), personId, language: one.language }]
    })
    await addInvitedPersons(tx, added)
    await goOnAs(tx, actor)
    await writeSendings(tx, invitation, sendings, actor.id)
    const done = { outcome: 'sent', sent: sendings.length, already: people.size - sendings.length } as const
    if (sendings.length > 0) await noteAct(tx, seminar.id, 'invitations-sent', { invitation: id, sent: done.sent })
    await rememberSent(tx, remember.once, remember.location(done))
    return done
  })
  house.mailsWritten()
  return result
}

// As the database folds it: by that the same address is found again.
const addressOf = (email: string) => email.trim().toLowerCase()

/** Which of these addresses were sent this invitation already. */
export async function sentAlready(tx: Tx, id: string, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await alreadySentTo(tx, id, emails.map(addressOf))
  return new Set([...found.keys()].map(foldEmail))
}

/**
 * Erases the name and address of somebody who was invited and is nothing else here, because they asked an organiser, or
 * by their own link. The sending stays, without anybody in it.
 *
 * @param by an organiser of the seminar, or whoever holds the link of this very sending
 * @returns `more` when the person is more than invited: then there is more to erase, and another place for it
 * @throws Refusal `not-found`, `forbidden`
 */
export async function eraseInvited(
  house: House,
  by: Actor,
  sentId: string,
  at: { slug: string; invitationId: string } | null,
  remember?: { once: string | null; location: string },
): Promise<'erased' | 'already' | 'more'> {
  if (!isUuid(sentId)) throw notFound()
  const own = by.kind === 'link' && by.id === sentId
  if (!own && (by.kind !== 'person' || at === null)) throw notFound()
  return as(house.db, own ? job('invited-erasure') : by, async tx => {
    if (!own && at !== null) await openInvitation(tx, at.slug, at.invitationId)
    const found = await personOfSending(tx, sentId)
    if (found === null || (at !== null && found.invitationId !== at.invitationId)) throw notFound()
    if (found.erased) return 'already'
    if (found.isMore) return 'more'
    if (!own) await noteAct(tx, found.seminarId, 'invited-person-erased', { sent: sentId })
    await goOnAs(tx, job('invited-erasure'))
    await erasePersons(tx, [found.id], { bySeminar: !own })
    if (remember) await rememberSent(tx, remember.once, remember.location)
    return 'erased'
  })
}
