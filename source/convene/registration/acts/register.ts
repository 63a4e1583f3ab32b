import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { queueMail } from '#ground/mail/store/queue.ts'
import { regionOf } from '#ground/people/rules/region.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Answers } from '../rules/answers.ts'
import { identityWords } from '../rules/fold.ts'
import { type WindowState, windowState } from '../rules/window.ts'
import { countPlaces, countWaiting, takePlace } from '../store/places.ts'
import {
  addConsents,
  addRegistrant,
  addRegistration,
  countLately,
  type FoundRegistration,
  findEarlier,
  lockRegistration,
  removeRegistrant,
  wasMailedLately,
} from '../store/registrations.ts'
import { currentConsents, findSeminarToRegisterFor } from '../store/seminar.ts'
import { fillFreePlaces } from './fill-free-places.ts'

export type RegistrationInput = Answers & {
  /** Slug of the seminar. */
  seminar: string
  origin: 'form' | 'api' | 'import'
  /** The same key, the same registration: of one sending of a form, or the `Idempotency-Key` of the API. */
  idempotencyKey?: string | null
  /** For a form: its once key, and where each answer leads. */
  remember?: { once: string | null; location: (told: Told) => string }
}

/** What is told to whoever asked. `rank` is the people ahead in the line plus one; null for a place that is confirmed. */
export type Told = { seminarId: string; state: 'confirmed' | 'waiting'; rank: number | null }

export type RegisterResult =
  /**
   * `known`: this person is registered already; `told` is what a newcomer would be told now, and a mail tells them
   * where they stand. `replayed`: this very request was answered before.
   */
  | { outcome: 'registered' | 'known' | 'replayed'; id: string; told: Told }
  | { outcome: 'refused'; why: Exclude<WindowState, 'open'> | 'no-such-seminar' }
  | { outcome: 'refused'; why: 'consent-missing'; consents: string[] }
  | { outcome: 'refused'; why: 'key-reused' }

/**
 * Registers one person for a public seminar: confirmed while there are places, else waiting, with the mail that says so,
 * all in one transaction. Whether registration is open is decided by `perenne.now()` inside it, so a request that began
 * in the last second is accepted though it ends later.
 *
 * Runs as a job: a visitor without an account may read no person and no registration, and must neither see nor touch
 * the counter; what this act may do for them is exactly what is written here.
 *
 * @param input answers that went through `answersSchema`
 * @throws Refusal `too-many` when one address was used for a dozen names within the hour
 */
export async function register(house: House, input: RegistrationInput): Promise<RegisterResult> {
  const result = await as(house.db, job('registration'), tx => registerIn(tx, house, input))
  if (result.outcome === 'registered' || result.outcome === 'known') house.mailsWritten()
  return result
}

async function registerIn(tx: Tx, house: House, input: RegistrationInput): Promise<RegisterResult> {
  const seminar = await findSeminarToRegisterFor(tx, { slug: input.seminar })
  if (seminar === null || seminar.visibility !== 2) return { outcome: 'refused', why: 'no-such-seminar' }
  const identity = house.keys.hash('registrant', identityWords(seminar.id, input))
  const idempotencyKey = input.idempotencyKey ?? null
  const asked = { seminarId: seminar.id, identity, idempotencyKey }

  const earlier = await findEarlier(tx, seminar.id, asked)
  // An answer that was given stays given, even when registration has closed since.
  if (earlier && isReplay(earlier, asked)) return replay(tx, asked, earlier)
  const window = windowState(seminar, seminar.now)
  if (window !== 'open') return { outcome: 'refused', why: window }
  const consents = await currentConsents(tx, seminar.id)
  const missing = consents.filter(consent => consent.required && !input.consents.includes(consent.key))
  if (missing.length > 0) return { outcome: 'refused', why: 'consent-missing', consents: missing.map(c => c.key) }
  if (earlier) return meetAgain(tx, input, asked, earlier)

  // One office registers its whole delegation from one mailbox; nobody fills a stranger's with our mails.
  if (input.origin !== 'import' && (await countLately(tx, seminar.id, input.email)) >= mostOfOneAddress) {
    throw new Refusal('too-many', null, 3600)
  }
  const personId = await addRegistrant(tx, input)
  const place = await takeOrGiveToTheLine(tx, seminar.id)
  const state = place ? 'confirmed' : 'waiting'
  const added = await addRegistration(tx, {
    ...asked,
    personId,
    category: input.category,
    organisation: input.organisation,
    country: input.country,
    region: regionOf(input.country),
    language: input.language,
    state,
    origin: input.origin,
  })
  if (added === null) {
    // Somebody with the same identity, or the same key, came between our look and our write. Nothing was taken.
    if (place) await countPlaces(tx, seminar.id, -1)
    await removeRegistrant(tx, personId)
    const other = await findEarlier(tx, seminar.id, asked)
    if (other === null) throw new Error('a registration was refused as double, and its double is gone')
    return isReplay(other, asked) ? replay(tx, asked, other) : meetAgain(tx, input, asked, other)
  }
  await addConsents(
    tx,
    added.id,
    consents.map(consent => ({ id: consent.id, given: input.consents.includes(consent.key) })),
  )
  await queueMail(tx, {
    spaceId: seminar.id,
    personId,
    template: state === 'confirmed' ? 'registration-confirmed' : 'registration-waiting',
    language: input.language,
    data: { registration: added.id },
  })
  const told = await tell(tx, seminar.id, state, added.line)
  await remember(tx, input, told)
  return { outcome: 'registered', id: added.id, told }
}

/** Registrations of one address in one hour, under different names. */
const mostOfOneAddress = 12

type Asked = { seminarId: string; identity: string; idempotencyKey: string | null }

const isReplay = (earlier: FoundRegistration, asked: Asked) =>
  asked.idempotencyKey !== null && earlier.idempotencyKey === asked.idempotencyKey

async function replay(tx: Tx, asked: Asked, earlier: FoundRegistration): Promise<RegisterResult> {
  // A key stands for one request: with another person in it, it is a mistake of the program that sends.
  if (earlier.identity !== asked.identity) return { outcome: 'refused', why: 'key-reused' }
  const state = earlier.state === 'waiting' ? 'waiting' : 'confirmed'
  return { outcome: 'replayed', id: earlier.id, told: await tell(tx, asked.seminarId, state, earlier.line) }
}

/**
 * The same person again. Whoever asks may be somebody else, so the answer is the one a newcomer would get now; the
 * person is told by mail, at most once an hour (docs/decisions/0010).
 */
async function meetAgain(
  tx: Tx,
  input: RegistrationInput,
  asked: Asked,
  earlier: FoundRegistration,
): Promise<RegisterResult> {
  // The counter before the registration, as everywhere: two orders would be a deadlock one day.
  const place = await takePlace(tx, asked.seminarId)
  if (place.taken) await countPlaces(tx, asked.seminarId, -1)
  await lockRegistration(tx, earlier.id)
  if (!(await wasMailedLately(tx, earlier.id, earlier.personId, 'already-registered'))) {
    await queueMail(tx, {
      spaceId: asked.seminarId,
      personId: earlier.personId,
      template: 'already-registered',
      language: languageOf(earlier),
      data: { registration: earlier.id },
    })
  }
  const told = await tell(tx, asked.seminarId, place.taken ? 'confirmed' : 'waiting')
  await remember(tx, input, told)
  return { outcome: 'known', id: earlier.id, told }
}

const languageOf = (earlier: FoundRegistration): Locale => (isLocale(earlier.language) ? earlier.language : 'en')

/** A place; if some are free while people wait, they get theirs first and we take what is left. */
async function takeOrGiveToTheLine(tx: Tx, seminarId: string): Promise<boolean> {
  const place = await takePlace(tx, seminarId)
  if (place.taken || place.free === 0) return place.taken
  await fillFreePlaces(tx, seminarId)
  return (await takePlace(tx, seminarId)).taken
}

async function tell(tx: Tx, seminarId: string, state: 'confirmed' | 'waiting', line?: number): Promise<Told> {
  return { seminarId, state, rank: state === 'waiting' ? (await countWaiting(tx, seminarId, line)) + 1 : null }
}

async function remember(tx: Tx, input: RegistrationInput, told: Told): Promise<void> {
  if (input.remember) await rememberSent(tx, input.remember.once, input.remember.location(told))
}
