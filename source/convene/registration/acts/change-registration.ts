import { type Life, meaning } from '#convene/seminar/rules/life.ts'
import { job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { foldEmail, foldOrganisation, identityWords } from '../rules/fold.ts'
import { type Applicant, isUsedUp, moveTo, type Obstacle, obstacles, take } from '../rules/places.ts'
import { type AnswerCode, checkAnswers } from '../rules/questions.ts'
import { isSamePerson } from '../rules/renaming.ts'
import { can, holdsPlace } from '../rules/states.ts'
import { changeStates, type StateChange } from '../store/change-state.ts'
import { findEarlier } from '../store/find-earlier.ts'
import type { Registered } from '../store/find-registrations.ts'
import type { Hall } from '../store/hall.ts'
import { cameByHandOn } from '../store/held.ts'
import { invitationsByCode } from '../store/invitations.ts'
import { type OwnAnswers, readOwn } from '../store/own.ts'
import { changePerson } from '../store/person-of.ts'
import { renamedByLink } from '../store/place-events.ts'
import { currentQuestions } from '../store/questions.ts'
import { approvedReferences } from '../store/references.ts'
import { replaceAnswers, writeChange } from '../store/write-changes.ts'
import { writeNeeds } from '../store/write-registrations.ts'
import { afterMoving } from './after-moving.ts'
import {
  type By,
  byOwnLink,
  isChangedByLink,
  isCorrected,
  mailTo,
  type OneAtTheGate,
  onRegistration,
  type Remember,
} from './at-the-gate.ts'
import { fillFreePlaces, mayPromote } from './fill-free-places.ts'
import { placeOf } from './place-of.ts'
import { isSameAnswers } from './same-answers.ts'

/** Everything a person answers, as it is to be from now on. */
export type ChangedAnswers = OwnAnswers & {
  /** The code of another invitation, folded; left out, the one they came with stays. */
  invitation?: string | null
}

export type RegistrationChanged =
  /** `mailed`: whether the person is written to, which they are when anything is other than it was. */
  | { outcome: 'changed'; mailed: boolean }
  /** The place they have is kept as it was, and nothing was changed. */
  | { outcome: 'no-room'; full: Obstacle[] }
  /** Somebody saved meanwhile: what is there now. */
  | { outcome: 'stale'; now: OwnAnswers; version: number }
  | { outcome: 'too-late' | 'ended' }
  /** Another living registration has this name at this address. */
  | { outcome: 'taken' }
  | { outcome: 'refused'; why: 'invitation-unknown' | 'invitation-ended' | 'invitation-used-up' | 'address-stays' }
  /** By their link: organisers make this change, into a category that they examine. */
  | { outcome: 'refused'; why: 'needs-approval' }
  /** By their link: this is somebody else's name; a place is handed on to them. */
  | { outcome: 'refused'; why: 'another-person' }
  /** By their link: a colleague handed the place on, within one organisation, and organisers alone change that. */
  | { outcome: 'refused'; why: 'handed-on-within' }
  /** By the key of the question. */
  | { outcome: 'refused'; why: 'answers'; answers: Record<string, AnswerCode> }

/**
 * Changes what a person answered: they themselves until the moment the seminar says, organisers until it is over; names,
 * address and language of a person after it (`correctContact`).
 *
 * What decides about the place is decided again before the old place is let go: who holds one needs room only in the
 * counters that did not count them, and without it nothing changes. Who waits keeps their rank. Who is being examined
 * and needs no approval any more is admitted as of their first request. Then the line is filled: what the old place
 * counted for may be free.
 *
 * By their own link nobody changes the address: whoever holds a stolen link could make off with the place unnoticed.
 * Organisers correct it, and a place can be handed on to another address, which both are told.
 * Nor do they get past an examination (whoever has a place or a rank asks the organisers for a category that is examined),
 * nor put somebody else in their place (rules/renaming.ts), nor take a place that was handed to them to another
 * organisation. Organisers may do all of it.
 *
 * @param given.version of the registration when the form was filled
 * @throws Refusal as `onRegistration`
 */
export function changeRegistration(
  house: House,
  by: By,
  id: string,
  given: { version: number; answers: ChangedAnswers },
  { remember }: { remember?: Remember<RegistrationChanged> } = {},
): Promise<RegistrationChanged> {
  return onRegistration<RegistrationChanged>(house, by, id, remember, async at => {
    const { tx, hall, seminar, registered, own } = at
    const obstacle = whyNot(at)
    if (obstacle !== null) return { result: { outcome: obstacle }, done: false }
    const before = await readOwn(tx, id)
    if (before === null) return { result: { outcome: 'ended' }, done: false }
    if (given.version !== registered.version)
      return { result: { outcome: 'stale', now: before.answers, version: registered.version }, done: false }
    const prepared = await prepare(house, at, before.answers, given.answers)
    if ('result' in prepared) return prepared
    const { changed, answers, questions, examined } = prepared
    const decided = decide(hall, registered, changed, examined)
    if (decided.full.length > 0) return { result: { outcome: 'no-room', full: decided.full }, done: false }

    await writeChange(tx, id, { ...changed, usesReserved: decided.usesReserved })
    await changeStates(tx, decided.state)
    await replaceAnswers(tx, id, questions, answers)
    await writeNeeds(tx, [{ registrationId: id, needs: given.answers.needs ?? noNeeds }])
    // Nobody may write on another's person, not even who looks after them.
    await goOnAs(tx, job('change-registration'))
    await changePerson(tx, registered.personId, given.answers)
    await goOnAs(tx, by.kind === 'link' ? byOwnLink : by)
    const told = { ...registered, language: given.answers.language }
    const newState = decided.state[0]?.state
    const after = await readOwn(tx, id)
    const moved = foldEmail(given.answers.email) !== foldEmail(before.answers.email)
    const isOther =
      after === null ||
      !isSameAnswers(after.answers, before.answers) ||
      changed.invitationId !== registered.invitationId
    const mails = newState
      ? [mailTo(told, `registration-${newState}`)]
      : // Whoever the mails never reached needs the first one: where they stand, and the only link that is still valid.
        moved
        ? [mailTo(told, firstMail(registered.state, hall.admission.life))]
        : isOther
          ? [mailTo(told, 'registration-changed', { by: own ? 'self' : 'organiser' })]
          : []
    if (moved) await afterMoving(tx, registered, mails)
    await queueMails(tx, mails)
    await fillFreePlaces(tx, seminar.id, hall)
    return { result: { outcome: 'changed', mailed: mails.length > 0 }, done: true }
  })
}

/** What somebody is told first: where they stand, or that it rests. */
function firstMail(state: Registered['state'], life: Life): string {
  if (!meaning[life].mails.standing) return 'seminar-postponed'
  return state === 'offered' ? 'place-offered' : `registration-${state}`
}

function whyNot({ hall, registered, own }: OneAtTheGate): 'ended' | 'too-late' | null {
  if (!can('change', registered.state)) return 'ended'
  const { changeUntil } = hall.admission
  // As with the deadline of registration, the whole of the last second counts.
  const closed = own && Temporal.Instant.compare(hall.now, changeUntil.add({ seconds: 1 })) >= 0
  const may = own ? isChangedByLink : isCorrected
  return closed || !may(hall) ? 'too-late' : null
}

const noNeeds = { accessibility: [], diet: [], note: '' }

type Halt = { result: RegistrationChanged; done: false }
const halt = (result: RegistrationChanged): Halt => ({ result, done: false })

/** What is to be written, checked; or why it is not. */
async function prepare(
  house: House,
  { tx, hall, seminar, registered, own }: OneAtTheGate,
  before: OwnAnswers,
  given: ChangedAnswers,
) {
  if (own && foldEmail(given.email) !== foldEmail(before.email))
    return halt({ outcome: 'refused', why: 'address-stays' })
  const questions = await currentQuestions(tx, seminar.id)
  const checked = checkAnswers(questions, given.answers, { category: given.category })
  if (!checked.ok) return halt({ outcome: 'refused', why: 'answers', answers: checked.errors })

  const invitations = await invitationsByCode(tx, seminar.id)
  const came = [...invitations.values()].find(one => one.id === registered.invitationId)
  const named = given.invitation ? invitations.get(given.invitation) : came
  if (given.invitation && named === undefined) return halt({ outcome: 'refused', why: 'invitation-unknown' })
  const isOther = named !== undefined && named.id !== came?.id
  if (isOther && !named.usable) return halt({ outcome: 'refused', why: 'invitation-ended' })
  if (isOther && isUsedUp(hall.places, named.id)) return halt({ outcome: 'refused', why: 'invitation-used-up' })
  const isExamined = (category: Registered['category'], invitation: typeof came) =>
    hall.admission.approvalFor.includes(category) && !(invitation?.withoutApproval && invitation.usable)
  const examined = isExamined(given.category, named)
  const wasExamined = given.category === registered.category && isExamined(registered.category, came)
  if (own && registered.state !== 'requested' && examined && !wasExamined)
    return halt({ outcome: 'refused', why: 'needs-approval' })

  const identity = house.keys.hash('registrant', identityWords(seminar.id, given))
  const others = await findEarlier(tx, seminar.id, { identities: [identity], keys: [] })
  const same = others.get(`identity:${identity}`)
  if (same && same.id !== registered.id) return halt({ outcome: 'taken' })

  // A name that was typed and stays keeps what it stood for: whoever corrects their role is not moved.
  const stays =
    before.organisationId === null && foldOrganisation(given.organisation) === foldOrganisation(before.organisation)
  const references = await approvedReferences(tx, seminar.id, {
    organisations: given.organisationId || !stays ? [given] : [],
    territories: given.territoryId ? [given.territoryId] : [],
  })
  const place = placeOf({ references }, given)
  if (own) {
    const otherOrganisation = !stays && place.organisationKey !== registered.organisationKey
    if (otherOrganisation && (await cameByHandOn(tx, registered.id)))
      return halt({ outcome: 'refused', why: 'handed-on-within' })
    const renamed = await renamedByLink(tx, registered.id)
    if (!isSamePerson(fullName(before), fullName(given), { renamed, otherOrganisation }))
      return halt({ outcome: 'refused', why: 'another-person' })
  }
  const changed = {
    ...place,
    ...(stays ? { organisationKey: registered.organisationKey } : {}),
    territoryName: given.territoryName,
    identity,
    role: given.role,
    languages: given.languages,
    language: given.language,
    invitationId: named?.id ?? registered.invitationId,
    // Another invitation may bring somebody forward, never back.
    priority: isOther ? Math.max(registered.priority, named.priority) : registered.priority,
  }
  return { changed, questions, answers: checked.answers, examined }
}

const fullName = ({ givenName, familyName }: OwnAnswers) => `${givenName} ${familyName}`

type Decided = { full: Obstacle[]; usesReserved: boolean; state: StateChange[] }

/** What becomes of the place. The hall is changed only when there is room. */
function decide(hall: Hall, registered: Registered, changed: Applicant, examined: boolean): Decided {
  if (holdsPlace(registered.state)) {
    const move = moveTo(hall.places, registered, changed)
    if (move.obstacles.length === 0) hall.places = move.after
    return { full: move.obstacles, usesReserved: move.usesReserved, state: [] }
  }
  if (registered.state !== 'requested' || examined) return { full: [], usesReserved: false, state: [] }
  const { id } = registered
  if (!mayPromote(hall) || obstacles(hall.places, changed).length > 0)
    return { full: [], usesReserved: false, state: [{ id, state: 'waiting' }] }
  const taken = take(hall.places, changed)
  return { full: [], usesReserved: false, state: [{ id, state: 'confirmed', ...taken }] }
}
