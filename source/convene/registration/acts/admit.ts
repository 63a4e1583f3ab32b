import { randomUUID } from 'node:crypto'
import { job, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { type MailToQueue, queueMails } from '#ground/mail/store/queue.ts'
import { rememberAllSent } from '#ground/web/sent-once.ts'
import { foldEmail, identityWords } from '../rules/fold.ts'
import { type Applicant, type Crowd, isUsedUp, obstacles, rankBehind, take } from '../rules/places.ts'
import { checkAnswers } from '../rules/questions.ts'
import { windowState } from '../rules/window.ts'
import { countLately, type FoundRegistration, findEarlier, wasMailedLately } from '../store/find-earlier.ts'
import { type Hall, openHall, saveHall } from '../store/hall.ts'
import { invitationsByCode } from '../store/invitations.ts'
import { crowdsInLine } from '../store/line.ts'
import { currentQuestions } from '../store/questions.ts'
import { approvedReferences, localeOf } from '../store/references.ts'
import { currentConsents, findSeminarToRegisterFor, type SeminarToRegisterFor } from '../store/seminar.ts'
import { type NewRegistration, writeRegistrations } from '../store/write-registrations.ts'
import { mayPromote } from './fill-free-places.ts'
import { knownLately } from './known-lately.ts'
import { placeOf } from './place-of.ts'
import type { Refused, RegisterResult, RegistrationInput, Sending, SendingResult, Told } from './sending.ts'

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
 */
export async function admit(
  tx: Tx,
  house: House,
  slug: string,
  take: () => readonly Sending[],
): Promise<SendingResult[]> {
  const seminar = await findSeminarToRegisterFor(tx, { slug })
  if (seminar === null || seminar.visibility !== 2)
    return take().map(({ people }) => ({ results: people.map(() => refused('no-such-seminar')) }))
  const hall = await openHall(tx, seminar.id)
  const sendings = take()
  const desk = await openDesk(
    tx,
    house,
    seminar,
    hall,
    sendings.flatMap(({ people }) => people),
  )
  const answered: SendingResult[] = []
  for (const sending of sendings) answered.push(await admitOne(desk, sending))
  await writeRegistrations(tx, seminar.id, desk.added)
  await queueMails(tx, desk.mails)
  await rememberAllSent(tx, desk.sent)
  await saveHall(tx, hall)
  return answered
}

type Desk = Awaited<ReturnType<typeof openDesk>>

async function openDesk(
  tx: Tx,
  house: House,
  seminar: SeminarToRegisterFor,
  hall: Hall,
  everybody: readonly RegistrationInput[],
) {
  const identities = new Map(
    everybody.map(person => [person, house.keys.hash('registrant', identityWords(seminar.id, person))]),
  )
  return {
    tx,
    seminar,
    hall,
    identities,
    // The window is asked inside the gate: whoever waited at it is judged by the moment they came through.
    window: windowState(seminar, hall.now),
    consents: await currentConsents(tx, seminar.id),
    questions: await currentQuestions(tx, seminar.id),
    invitations: everybody.some(({ invitation }) => invitation) ? await invitationsByCode(tx, seminar.id) : new Map(),
    references: await approvedReferences(tx, seminar.id, {
      organisations: everybody,
      territories: [...new Set(everybody.flatMap(({ territoryId }) => territoryId ?? []))],
    }),
    earlier: await findEarlier(tx, seminar.id, {
      identities: [...identities.values()],
      keys: everybody.flatMap(({ idempotencyKey }) => idempotencyKey ?? []),
    }),
    lately: await countAll(
      tx,
      house,
      seminar.id,
      everybody.map(({ email }) => email),
    ),
    /** The line as it is, read when somebody first has to be told a rank; then kept up to date here. */
    line: null as Crowd[] | null,
    added: [] as NewRegistration[],
    mails: [] as MailToQueue[],
    sent: [] as { key: string; location: string }[],
  }
}

/** How often each address, as `foldEmail` sees it, was used within the hour: by who was new and by who was known. */
export async function countAll(tx: Tx, house: House, seminarId: string, emails: readonly string[]) {
  const found = new Map<string, number>()
  const written = await countLately(tx, seminarId, [...new Set(emails.map(email => email.trim().toLowerCase()))])
  for (const [email, n] of written) found.set(foldEmail(email), (found.get(foldEmail(email)) ?? 0) + n)
  for (const email of new Set(emails.map(foldEmail)))
    found.set(email, (found.get(email) ?? 0) + knownLately(house, seminarId, email))
  return found
}

async function admitOne(desk: Desk, sending: Sending): Promise<SendingResult> {
  // One person who is refused has changed nothing: only of several there may be something to take back.
  const before = sending.people.length === 1 ? null : snapshot(desk)
  const results: RegisterResult[] = []
  for (const person of sending.people) results.push(await admitPerson(desk, person, sending))
  if (before !== null && results.some(({ outcome }) => outcome === 'refused')) {
    desk.hall.places = before.places
    desk.line = before.line
    for (const undone of desk.added.splice(before.added)) {
      desk.earlier.delete(`identity:${undone.identity}`)
      desk.earlier.delete(`key:${undone.idempotencyKey}`)
    }
    desk.mails.splice(before.mails)
    return { results: results.map(result => (result.outcome === 'refused' ? result : refused('others-refused'))) }
  }
  const { remember } = sending
  if (remember?.once && results.every(({ outcome }) => outcome === 'registered' || outcome === 'known'))
    desk.sent.push({ key: remember.once, location: remember.location(results) })
  return { results }
}

const snapshot = (desk: Desk) => ({
  places: structuredClone(desk.hall.places),
  line: structuredClone(desk.line),
  added: desk.added.length,
  mails: desk.mails.length,
})

async function admitPerson(desk: Desk, person: RegistrationInput, sending: Sending): Promise<RegisterResult> {
  const { hall, seminar } = desk
  const identity = desk.identities.get(person) as string
  const key = person.idempotencyKey ?? null
  const byKey = key === null ? undefined : desk.earlier.get(`key:${key}`)
  // An answer that was given stays given, even when registration has closed since.
  if (byKey) return replay(desk, identity, byKey)
  if (desk.window !== 'open') return refused(desk.window)
  const missing = desk.consents.filter(consent => consent.required && !person.consents.includes(consent.key))
  if (missing.length > 0)
    return { outcome: 'refused', why: 'consent-missing', consents: missing.map(consent => consent.key) }
  const answers = checkAnswers(desk.questions, person.answers ?? {}, { category: person.category })
  if (!answers.ok) return { outcome: 'refused', why: 'answers', answers: answers.errors }
  const invitation = invitationOf(desk, person)
  if (typeof invitation === 'string') return refused(invitation)
  const about = { ...placeOf(desk, person), invitationId: invitation?.id ?? null }

  // One office registers its whole delegation from one mailbox; nobody fills a stranger's with our mails. Asked before
  // looking whether the person is known, and counted for both: else the limit would tell them apart.
  const address = foldEmail(person.email)
  const lately = desk.lately.get(address) ?? 0
  const most = Math.max(mostOfOneAddress, hall.admission.perForm)
  if (person.origin !== 'import' && lately >= most) return refused('too-many')
  desk.lately.set(address, lately + 1)

  const known = desk.earlier.get(`identity:${identity}`)
  if (known) return meetAgain(desk, known, about, invitation)

  const decided = await decide(desk, about, invitation)
  const { usesReserved } = decided.state === 'confirmed' ? take(hall.places, about) : { usesReserved: false }
  const added: NewRegistration = {
    ...about,
    id: randomUUID(),
    personId: randomUUID(),
    givenName: person.givenName,
    familyName: person.familyName,
    email: person.email,
    language: person.language,
    identity,
    idempotencyKey: key,
    territoryName: about.territoryId === null ? (person.territory ?? null) : null,
    role: person.role ?? null,
    languages: person.languages ?? [],
    priority: invitation?.priority ?? 0,
    usesReserved,
    delegationId: sending.delegationId,
    state: decided.state,
    origin: person.origin,
    consents: desk.consents.map(({ id, key }) => ({ id, given: person.consents.includes(key) })),
    statedBy: person.statedBy ?? 'self',
    needs: person.needs ?? null,
    answers: [...answers.answers].map(([id, value]) => ({ id, value })),
  }
  desk.added.push(added)
  if (decided.state === 'waiting') joinLine(desk, about, added.priority)
  const found = { ...about, ...added, line: Number.MAX_SAFE_INTEGER }
  desk.earlier.set(`identity:${identity}`, found)
  if (key !== null) desk.earlier.set(`key:${key}`, found)
  desk.mails.push({
    spaceId: seminar.id,
    personId: added.personId,
    template: templateFor[decided.state],
    language: person.language,
    data: { registration: added.id },
  })
  return { outcome: 'registered', id: added.id, told: { seminarId: seminar.id, ...decided } }
}

const templateFor = {
  confirmed: 'registration-confirmed',
  waiting: 'registration-waiting',
  requested: 'registration-requested',
} as const

type Invitation = { id: string; priority: number; withoutApproval: boolean; usable: boolean }

type InvitationRefused = 'invitation-unknown' | 'invitation-ended' | 'invitation-used-up'

function invitationOf(desk: Desk, person: RegistrationInput): Invitation | null | InvitationRefused {
  if (!person.invitation) return null
  const found: Invitation | undefined = desk.invitations.get(person.invitation)
  if (!found) return 'invitation-unknown'
  if (!found.usable) return 'invitation-ended'
  if (isUsedUp(desk.hall.places, found.id)) return 'invitation-used-up'
  return found
}

type Decided = { state: 'confirmed' | 'waiting' | 'requested'; rank: number | null }

/** What a newcomer gets: an examination, a place, or the end of the line. */
async function decide(
  desk: Desk,
  about: Applicant,
  invitation: { priority: number; withoutApproval: boolean } | null,
): Promise<Decided> {
  const { hall } = desk
  if (hall.admission.approvalFor.includes(about.category) && invitation?.withoutApproval !== true)
    return { state: 'requested', rank: null }
  if (obstacles(hall.places, about).length === 0 && !(await othersWereFirst(desk)))
    return { state: 'confirmed', rank: null }
  return { state: 'waiting', rank: await rankOfNewcomer(desk, about, invitation?.priority ?? 0) }
}

/**
 * Until the cut-off nobody waits who could have a place: whoever frees one gives it on. After it places stay free, and a
 * newcomer must not take what somebody in the line was not given.
 */
async function othersWereFirst(desk: Desk): Promise<boolean> {
  if (mayPromote(desk.hall)) return false
  return (await lineOf(desk)).some(crowd => obstacles(desk.hall.places, crowd).length === 0)
}

async function rankOfNewcomer(desk: Desk, about: Applicant, priority: number): Promise<number> {
  const ahead = (await lineOf(desk)).filter(crowd => crowd.priority >= priority)
  return rankBehind(desk.hall.places, about, ahead)
}

async function lineOf(desk: Desk): Promise<Crowd[]> {
  if (desk.line) return desk.line
  const organisations = desk.hall.places.perOrganisation !== null
  desk.line = await crowdsInLine(desk.tx, desk.seminar.id, { organisations })
  // Those of this batch who wait already are not written yet.
  for (const added of desk.added) if (added.state === 'waiting') joinLine(desk, added, added.priority)
  return desk.line
}

/** One more among those who are alike, when the line has been read: it stays as short as people are different. */
function joinLine({ line, hall }: Desk, who: Applicant, priority: number): void {
  const { category, region, territoryId, invitationId } = who
  const organisationKey = hall.places.perOrganisation === null ? '' : who.organisationKey
  const alike = line?.find(
    crowd =>
      crowd.category === category &&
      crowd.region === region &&
      crowd.territoryId === territoryId &&
      crowd.invitationId === invitationId &&
      crowd.organisationKey === organisationKey &&
      crowd.priority === priority,
  )
  if (alike) alike.people += 1
  else line?.push({ category, region, territoryId, invitationId, organisationKey, priority, people: 1 })
}

async function replay(desk: Desk, identity: string, earlier: FoundRegistration): Promise<RegisterResult> {
  // A key stands for one request: with another person in it, it is a mistake of the program that sends.
  if (earlier.identity !== identity) return refused('key-reused')
  const told = { seminarId: desk.seminar.id, ...(await standing(desk, earlier)) }
  return { outcome: 'replayed', id: earlier.id, told }
}

async function standing(desk: Desk, earlier: FoundRegistration): Promise<Pick<Told, 'state' | 'rank'>> {
  if (earlier.state !== 'waiting')
    return { state: earlier.state === 'requested' ? 'requested' : 'confirmed', rank: null }
  const { hall, tx, seminar } = desk
  const written = earlier.line !== Number.MAX_SAFE_INTEGER
  const organisations = hall.places.perOrganisation !== null
  const ahead = written ? await crowdsInLine(tx, seminar.id, { organisations, ahead: earlier }) : await lineOf(desk)
  const rank = rankBehind(hall.places, earlier, ahead) - (written ? 0 : 1)
  return { state: 'waiting', rank }
}

/**
 * The same person again. Whoever asks may be somebody else, so the answer is the one a newcomer would get now; the
 * person is told by mail, at most once an hour (docs/decisions/0010).
 */
async function meetAgain(
  desk: Desk,
  known: FoundRegistration,
  about: Applicant,
  invitation: Invitation | null,
): Promise<RegisterResult> {
  const template = 'already-registered'
  const written = known.line !== Number.MAX_SAFE_INTEGER
  const already = desk.mails.some(mail => mail.template === template && mail.personId === known.personId)
  if (!already && !(written && (await wasMailedLately(desk.tx, known.id, known.personId, template)))) {
    desk.mails.push({
      spaceId: desk.seminar.id,
      personId: known.personId,
      template,
      language: localeOf(known.language),
      data: { registration: known.id },
    })
  }
  const decided = await decide(desk, about, invitation)
  return { outcome: 'known', id: known.id, told: { seminarId: desk.seminar.id, ...decided } }
}

const refused = (why: Exclude<Refused['why'], 'consent-missing' | 'answers'>): RegisterResult => ({
  outcome: 'refused',
  why,
})

export const admission = job('registration')
