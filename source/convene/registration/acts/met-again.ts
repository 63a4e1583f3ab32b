import { type Applicant, rankBehind } from '../rules/places.ts'
import type { Answered } from '../store/answered.ts'
import { type FoundRegistration, wasMailedLately } from '../store/find-earlier.ts'
import { crowdsInLine } from '../store/line.ts'
import { localeOf } from '../store/references.ts'
import type { Desk } from './admission-desk.ts'
import { copyOf, decide, type Situation, settle } from './newcomer.ts'
import { placeOf } from './place-of.ts'
import type { Invitation, RegisterResult, RegistrationInput, Sending, Told } from './sending.ts'

/** One sending on its way through. */
export type Course = Pick<Sending, 'delegationId'> & {
  several: boolean
  /**
   * Counters and line as whoever sent it is told of them, once somebody known was met among several: the known person
   * counts as a newcomer there, else what the next one is told would tell them apart. Nothing of it is written.
   */
  pretended: Situation | null
  /** What is answered to each key. */
  answered: Map<string, Answered>
}

/**
 * What somebody is told who is not, or of whom it must not be seen whether they are, a newcomer: of several, worked out
 * where those who are known count as new.
 */
export async function asNewcomer(desk: Desk, about: Applicant, invitation: Invitation | null, course: Course) {
  if (!course.several) return decide(desk, desk.real, about, invitation)
  course.pretended ??= await copyOf(desk, desk.real)
  const decided = await decide(desk, course.pretended, about, invitation)
  settle(course.pretended, about, decided.state, invitation)
  return decided
}

/**
 * The very request again: the registration that it made, as it is now. Of somebody who was registered before it, what was
 * told then. Null for a request that was not answered yet, or so long ago that it is forgotten.
 */
export async function replay(
  desk: Desk,
  person: RegistrationInput,
  key: string,
  course: Course,
): Promise<RegisterResult | null> {
  const answered = desk.answered.get(key)
  if (answered === undefined) return null
  const made = desk.earlier.get(`id:${answered.id}`)
  if (answered.told === null && made === undefined) return null
  const told = answered.told ?? (await standing(desk, made as FoundRegistration))
  if (answered.known && course.several) {
    course.pretended ??= await copyOf(desk, desk.real)
    const invitation: Invitation | undefined = desk.invitations.get(person.invitation)
    const about = { ...placeOf(desk, person), invitationId: invitation?.id ?? null }
    settle(course.pretended, about, told.state, invitation ?? null)
  }
  return { outcome: 'replayed', id: answered.id, told: { seminarId: desk.seminar.id, ...told } }
}

async function standing(desk: Desk, earlier: FoundRegistration): Promise<Pick<Told, 'state' | 'rank'>> {
  if (earlier.state !== 'waiting') return { state: earlier.state, rank: null }
  const { tx, seminar, real } = desk
  const organisations = real.places.perOrganisation !== null
  const ahead = await crowdsInLine(tx, seminar.id, { organisations, ahead: earlier })
  return { state: 'waiting', rank: rankBehind(real.places, earlier, ahead) }
}

/** A mail to somebody who was registered once more, at most once an hour: whoever asked may be somebody else. */
export async function tellAgain(desk: Desk, known: FoundRegistration): Promise<void> {
  const template = 'already-registered'
  const { id, personId } = known
  if (desk.mails.some(mail => mail.template === template && mail.personId === personId)) return
  if (known.line !== notWritten && (await wasMailedLately(desk.tx, id, personId, template))) return
  desk.mails.push({
    spaceId: desk.seminar.id,
    personId,
    template,
    language: localeOf(known.language),
    data: { registration: id },
  })
}

// The line of somebody who is written at the end of this transaction.
export const notWritten = Number.MAX_SAFE_INTEGER
