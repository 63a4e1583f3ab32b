import { meaning } from '#convene/seminar/rules/life.ts'
import { type Actor, as, job, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isLocale } from '#ground/languages/locales.ts'
import type { MailToQueue } from '#ground/mail/store/queue.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import {
  findRegistrations,
  looksAfterPeople,
  type Registered,
  seminarOfRegistration,
} from '../store/find-registrations.ts'
import { type Hall, openHall } from '../store/hall.ts'
import { findInvitation } from '../store/invitations.ts'
import { findSeminarToRegisterFor, type SeminarToRegisterFor } from '../store/seminar.ts'

/**
 * Who acts on a registration: whoever holds its own signed link, a person who looks after people, or the program.
 * Anybody else sees no registration.
 */
export type By = Actor

/** A sent form: its once key, and where it leads. Remembered with what was done, when something was. */
export type Remember<Result> = { once: string | null; location: string | ((result: Result) => string) }

/** What an act answers, and whether it did anything: only then is the form remembered. */
export type Done<Result> = { result: Result; done: boolean }

/** Where an act on the people of a seminar happens: behind the gate of its places. */
export type AtTheGate = { tx: Tx; hall: Hall; seminar: SeminarToRegisterFor }

/**
 * Runs an act of an organiser behind the gate of a seminar, in one transaction in their name.
 *
 * @throws Refusal `not-found` when they see no such seminar, `forbidden` when they do not look after its people
 */
export async function inSeminar<Result>(
  house: House,
  actor: Actor,
  slug: string,
  remember: Remember<Result> | undefined,
  work: (at: AtTheGate) => Promise<Done<Result>>,
): Promise<Result> {
  const result = await as(house.db, actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug })
    if (seminar === null) throw notFound()
    if (!(await looksAfterPeople(tx, seminar.id))) throw forbidden()
    return finish(tx, remember, await work({ tx, hall: await openHall(tx, seminar.id), seminar }))
  })
  house.mailsWritten()
  return result
}

/**
 * An invitation of a seminar as it stands behind its gate.
 *
 * @throws Refusal `not-found` for an invitation of another seminar
 */
export async function invitationOf(tx: Tx, seminarId: string, id: string) {
  const there = isUuid(id) ? await findInvitation(tx, seminarId, id) : null
  if (there === null) throw notFound()
  return there
}

/** Behind the gate, with the registration as it stands there. */
export type OneAtTheGate = AtTheGate & {
  registered: Registered
  /** Whether it is the person themself, by their link. */
  own: boolean
}

/**
 * Runs an act on one registration behind the gate of its seminar, in one transaction.
 *
 * By its own link it runs as a job: whoever frees a place gives it on to somebody whom a link may not see. The link has
 * been checked to be the one of this very registration, and what may be done with it is what the act does. A person
 * acts in their own name, so that row-level security answers what they may.
 *
 * @throws Refusal `not-found` for a link of another registration and for whoever does not see it, `forbidden` for a
 *   person who does not look after the people of its seminar
 */
export async function onRegistration<Result>(
  house: House,
  by: By,
  id: string,
  remember: Remember<Result> | undefined,
  work: (at: OneAtTheGate) => Promise<Done<Result>>,
): Promise<Result> {
  if (!isUuid(id) || (by.kind === 'link' && by.id !== id)) throw notFound()
  const actor = by.kind === 'link' ? byOwnLink : by
  const result = await as(house.db, actor, async tx => {
    const seminarId = await seminarOfRegistration(tx, id)
    if (seminarId === null) throw notFound()
    if (!(await looksAfterPeople(tx, seminarId))) throw forbidden()
    const hall = await openHall(tx, seminarId)
    const seminar = await findSeminarToRegisterFor(tx, { id: seminarId })
    const [registered] = await findRegistrations(tx, seminarId, [id])
    if (seminar === null || registered === undefined) throw notFound()
    return finish(tx, remember, await work({ tx, hall, seminar, registered, own: by.kind === 'link' }))
  })
  house.mailsWritten()
  return result
}

/** How the events of a place call somebody who acted by their own link. */
export const byOwnLink = job('own-link')

async function finish<Result>(tx: Tx, remember: Remember<Result> | undefined, { result, done }: Done<Result>) {
  if (done && remember) {
    const { once, location } = remember
    await rememberSent(tx, once, typeof location === 'string' ? location : location(result))
  }
  return result
}

/** A mail to the person of a registration, about it. */
export function mailTo(
  registered: Pick<Registered, 'id' | 'personId' | 'seminarId' | 'language'>,
  template: string,
  data: Readonly<Record<string, unknown>> = {},
): MailToQueue {
  const { id, personId, seminarId, language } = registered
  return {
    spaceId: seminarId,
    personId,
    template,
    language: isLocale(language) ? language : 'en',
    data: { registration: id, ...data },
  }
}

/** The state in which each registration was seen by who decided about it, by id. */
export type SeenStates = ReadonlyMap<string, Registered['state']>

/** Whether somebody else decided meanwhile. Asked behind the gate: nothing changes any more until this is done. */
export const isOtherwise = (seen: SeenStates | undefined, { id, state }: Pick<Registered, 'id' | 'state'>): boolean =>
  seen?.has(id) === true && seen.get(id) !== state

/** Whether the seminar is over: what was registered then stays as it was. One without a sure day has none that could be. */
export const isOver = ({ admission, now }: Hours): boolean =>
  meaning[admission.life].ownPage !== 'resting' && Temporal.Instant.compare(now, admission.endsAt) >= 0

type Hours = { admission: Pick<Hall['admission'], 'life' | 'endsAt'>; now: Temporal.Instant }

/** The same of a seminar as pages read it. */
export const isSeminarOver = (seminar: Hours['admission'] & Pick<Hours, 'now'>): boolean =>
  isOver({ admission: seminar, now: seminar.now })

/** Whether people may change by their own link what they have, apart from giving it back; each thing has its own moment besides. */
export const isChangedByLink = (hall: Pick<Hall, 'admission' | 'now'>): boolean =>
  meaning[hall.admission.life].ownPage === 'whole' && !isOver(hall)

/** Whether organisers may still correct what people answered: also while it has no sure day. */
export const isCorrected = (hall: Hours): boolean => meaning[hall.admission.life].ownPage !== 'ended' && !isOver(hall)

/** Whether organisers may still correct how people are called and written to, and nothing else; or why not. */
export const isContactCorrected = (hall: Hours): true | 'not-over' | 'too-late' =>
  meaning[hall.admission.life].ownPage === 'ended' ? 'too-late' : isOver(hall) ? true : 'not-over'
