import { randomUUID } from 'node:crypto'
import { job, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { rememberAllSent } from '#ground/web/sent-once.ts'
import { foldEmail } from '../rules/fold.ts'
import { isUsedUp } from '../rules/places.ts'
import { checkAnswers } from '../rules/questions.ts'
import { answeredRow } from '../store/answered.ts'
import { lookIn, openHall, saveHall } from '../store/hall.ts'
import { findSeminarToRegisterFor } from '../store/seminar.ts'
import { type NewRegistration, writeRegistrations } from '../store/write-registrations.ts'
import { type Desk, openDesk } from './admission-desk.ts'
import { notEntered, noteEntries, whoMayEnter } from './desk-entry.ts'
import { asNewcomer, type Course, notWritten, replay, tellAgain } from './met-again.ts'
import { decide, type Situation, settle } from './newcomer.ts'
import { placeOf } from './place-of.ts'
import type {
  DeskEntry,
  Invitation,
  Refused,
  RegisterResult,
  RegistrationInput,
  Sending,
  SendingResult,
  Told,
} from './sending.ts'

/** Registrations of one address in one hour, under different names. */
export const mostOfOneAddress = 12

/**
 * Admits the sendings that are there once the gate of the seminar is passed, in their order, in the caller's
 * transaction: it reads what it needs for all of them, decides by rules/places.ts, and writes everything in a handful of
 * statements.
 *
 * The transaction runs as a job: a visitor without an account may read no person and no registration, and must neither
 * see nor touch a counter; what this act may do for them is exactly what is written here.
 *
 * @param take called once, behind the gate: who has come meanwhile comes along
 * @param onlyForesee whether it only says what would become of them: outside the gate, and nothing is written
 */
export async function admit(
  tx: Tx,
  house: House,
  slug: string,
  take: () => readonly Sending[],
  { onlyForesee = false } = {},
): Promise<SendingResult[]> {
  const seminar = await findSeminarToRegisterFor(tx, { slug })
  if (seminar === null || seminar.visibility !== 2)
    return take().map(({ people }) => ({ results: people.map(() => refused('no-such-seminar')) }))
  const hall = await (onlyForesee ? lookIn : openHall)(tx, seminar.id)
  const sendings = take()
  const desk = await openDesk(
    tx,
    house,
    seminar,
    hall,
    sendings.flatMap(({ people }) => people),
  )
  const trusted = await whoMayEnter(tx, seminar.id, sendings, admission)
  const answered: SendingResult[] = []
  for (const [index, sending] of sendings.entries()) {
    const { people, entry } = sending
    // Outside the gate there is time to let others work: a list may have 20,000 people.
    if (onlyForesee && index % 250 === 249) await new Promise(resolve => setImmediate(resolve))
    if (entry && !trusted.has(entry.by)) answered.push({ results: people.map(() => refused('may-not')) })
    else answered.push(await admitOne(desk, sending))
  }
  if (onlyForesee) return answered
  await writeRegistrations(tx, seminar.id, desk.added)
  await queueMails(tx, desk.mails)
  await rememberAllSent(tx, desk.sent)
  await saveHall(tx, Object.assign(hall, { places: desk.real.places }))
  await noteEntries(tx, seminar.id, sendings, answered, admission)
  return answered
}

async function admitOne(desk: Desk, sending: Sending): Promise<SendingResult> {
  const several = sending.people.length > 1
  const course: Course = { delegationId: sending.delegationId, several, pretended: null, answered: new Map() }
  // One person who is refused has changed nothing: only of several there may be something to take back.
  const before = several ? snapshot(desk) : null
  const results: RegisterResult[] = []
  for (const person of sending.people) results.push(await admitPerson(desk, person, course, sending.entry ?? null))
  if (before !== null && results.some(({ outcome }) => outcome === 'refused')) {
    desk.real = before.real
    for (const undone of desk.added.splice(before.added)) desk.earlier.delete(`identity:${undone.identity}`)
    for (const key of course.answered.keys()) desk.answered.delete(key)
    desk.mails.splice(before.mails)
    return { results: results.map(result => (result.outcome === 'refused' ? result : refused('others-refused'))) }
  }
  for (const [key, answered] of course.answered) desk.sent.push(answeredRow(key, answered))
  const { remember } = sending
  const isNews = ({ outcome }: RegisterResult) => outcome === 'registered' || outcome === 'known'
  if (remember?.once && results.every(result => result.outcome !== 'refused') && results.some(isNews))
    desk.sent.push({ key: remember.once, location: remember.location(results) })
  return { results }
}

const snapshot = (desk: Desk) => ({
  real: structuredClone(desk.real),
  added: desk.added.length,
  mails: desk.mails.length,
})

async function admitPerson(
  desk: Desk,
  person: RegistrationInput,
  course: Course,
  entry: DeskEntry | null,
): Promise<RegisterResult> {
  const { hall, seminar } = desk
  const identity = desk.identities.get(person) as string
  const key = desk.keys.get(person) ?? null
  // Before all else: what was answered is answered again, even when registration has closed since.
  const again = key === null ? null : await replay(desk, person, key, course)
  if (again) return again
  const why = entry ? notEntered(seminar.life) : desk.window
  if (why !== null && why !== 'open') return refused(why)
  // Nobody agrees for another: whoever was entered says it on their own page, and answers there what was left open.
  const missing = entry ? [] : desk.consents.filter(({ required, key }) => required && !person.consents.includes(key))
  if (missing.length > 0)
    return { outcome: 'refused', why: 'consent-missing', consents: missing.map(consent => consent.key) }
  const questions = entry ? desk.questions.map(question => ({ ...question, required: false })) : desk.questions
  const answers = checkAnswers(questions, person.answers ?? {}, { category: person.category })
  if (!answers.ok) return { outcome: 'refused', why: 'answers', answers: answers.errors }
  const invitation = invitationOf(desk, person, course.pretended ?? desk.real)
  if (typeof invitation === 'string') return refused(invitation)
  const about = { ...placeOf(desk, person), invitationId: invitation?.id ?? null }

  // One office registers its whole delegation from one mailbox; nobody fills a stranger's with our mails. Asked before
  // looking whether the person is known, and counted for both: else the limit would tell them apart.
  const address = foldEmail(person.email)
  const lately = desk.lately.get(address) ?? 0
  const most = Math.max(mostOfOneAddress, hall.admission.perForm)
  if (!entry && person.origin !== 'import' && lately >= most) return refused('too-many')
  desk.lately.set(address, lately + 1)

  const answer = (
    outcome: 'registered' | 'known',
    id: string,
    decided: Pick<Told, 'state' | 'rank'>,
  ): RegisterResult => {
    if (key !== null) {
      const answered = { id, known: outcome === 'known', told: decided }
      course.answered.set(key, answered)
      desk.answered.set(key, answered)
    }
    return { outcome, id, told: { seminarId: seminar.id, ...decided } }
  }
  const known = desk.earlier.get(`identity:${identity}`)
  if (known) {
    if (!entry) await tellAgain(desk, known)
    return answer('known', known.id, await asNewcomer(desk, about, invitation, course))
  }

  const decided = await decide(desk, desk.real, about, invitation)
  const { usesReserved } = settle(desk.real, about, decided.state, invitation)
  const told = course.pretended === null ? decided : await asNewcomer(desk, about, invitation, course)
  const added: NewRegistration = {
    ...about,
    id: randomUUID(),
    personId: randomUUID(),
    givenName: person.givenName,
    familyName: person.familyName,
    email: person.email,
    language: person.language,
    identity,
    // A key that was forgotten may come again: the row that had it keeps it.
    idempotencyKey: key !== null && desk.earlier.has(`key:${key}`) ? null : key,
    territoryName: about.territoryId === null ? (person.territory ?? null) : null,
    role: person.role ?? null,
    languages: person.languages ?? [],
    priority: invitation?.priority ?? 0,
    usesReserved,
    delegationId: course.delegationId,
    state: decided.state,
    origin: person.origin,
    guestListId: entry?.guestListId ?? null,
    consents: entry ? [] : desk.consents.map(({ id, key }) => ({ id, given: person.consents.includes(key) })),
    statedBy: person.statedBy ?? 'self',
    needs: person.needs ?? null,
    answers: [...answers.answers].map(([id, value]) => ({ id, value })),
  }
  desk.added.push(added)
  desk.earlier.set(`identity:${identity}`, { ...about, ...added, line: notWritten })
  if (entry?.tell !== false)
    desk.mails.push({
      spaceId: seminar.id,
      personId: added.personId,
      template: templateFor[decided.state],
      language: person.language,
      data: { registration: added.id },
    })
  return answer('registered', added.id, told)
}

const templateFor = {
  confirmed: 'registration-confirmed',
  waiting: 'registration-waiting',
  requested: 'registration-requested',
} as const

type InvitationRefused = 'invitation-unknown' | 'invitation-ended' | 'invitation-used-up'

function invitationOf(
  desk: Desk,
  person: RegistrationInput,
  { places }: Situation,
): Invitation | null | InvitationRefused {
  if (!person.invitation) return null
  const found: Invitation | undefined = desk.invitations.get(person.invitation)
  if (!found) return 'invitation-unknown'
  if (!found.usable) return 'invitation-ended'
  if (isUsedUp(places, found.id)) return 'invitation-used-up'
  return found
}

const refused = (why: Exclude<Refused['why'], 'consent-missing' | 'answers'>): RegisterResult => ({
  outcome: 'refused',
  why,
})

export const admission = job('registration')
