import { apiRefusals } from '#convene/messages/api-refusals.ts'
import { lifeWords } from '#convene/messages/life.ts'
import { registration } from '#convene/messages/registration.ts'
import { lifeOf } from '#convene/seminar/rules/life.ts'
import { as, asPublic, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { json } from '#ground/web/answer.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { register } from '../acts/register.ts'
import { answersSchema } from '../rules/answers.ts'
import { counts, overall } from '../rules/places.ts'
import { readQuotas } from '../store/hall-view.ts'
import { crowdsInLine } from '../store/line.ts'
import { findSeminarToRegisterFor } from '../store/seminar.ts'
import { guessedTooOften, oneMore, tooManyByApiSaid, wrongCodesSaid } from './brakes.ts'

type ApiError = { field: string; code: string; message: string }

/**
 * POST /api/v1/seminars/{slug}/registrations: 201 `{id, state, rank}`, also for a person seen before; `state` is
 * `confirmed`, `waiting` (then with a rank) or `requested`. The same key with the same person again: the registration as
 * it is now, in any state. 409 `{code, message, errors}` when registration is not open; 422 with every error at once. Like
 * the form, it does not tell whether somebody was registered already.
 *
 * A program without a cookie of ours speaks for the person, who stated the consents to it. Somebody who is signed in and
 * registers others states them in their name, and the person's mail says so.
 */
export async function postRegistration(visit: Visit): Promise<Response> {
  const m = registration[visit.locale]
  const refuse = (status: 409 | 422, code: string, message: string, errors: ApiError[] = []) =>
    json(visit, { code, message, errors }, status)
  // An organiser's own tool is let through, in their own seminar.
  const wait = (await looksAfterItsPeople(visit)) ? null : await oneMore(visit, 'api')
  if (wait !== null) throw new Refusal('too-many', tooManyByApiSaid(visit), wait)
  const body = await readJson(visit)
  if (body === null) return refuse(422, 'no-json', m.api.noJson)
  const key = visit.request.headers.get('idempotency-key')
  if (key !== null && !/^[\x20-\x7e]{1,200}$/.test(key)) return refuse(422, 'idempotency-key', m.api.keyForm)

  const answers = answersSchema.safeParse(body)
  if (!answers.success) {
    const words: Record<string, string> = m.errors
    const errors = answers.error.issues.map(issue => ({
      field: issue.path.join('.'),
      code: issue.message,
      message: words[issue.message] ?? issue.message,
    }))
    return refuse(422, 'invalid', m.api.invalid, errors)
  }
  if (answers.data.invitation) await refuseGuessing(visit, answers.data.invitation)
  const result = await register(visit.house, {
    ...answers.data,
    seminar: visit.param('slug'),
    origin: 'api',
    statedBy: visit.signedIn === null ? 'self' : 'delegate',
    idempotencyKey: key === null ? null : `api:${key}`,
  })
  if (result.outcome !== 'refused') {
    return json(visit, { id: result.id, state: result.told.state, rank: result.told.rank }, 201)
  }
  const more = apiRefusals[visit.locale]
  const invalid = (why: string, errors: ApiError[]) => refuse(422, why, m.api.invalid, errors)
  switch (result.why) {
    case 'no-such-seminar':
      throw notFound()
    case 'too-many':
      throw new Refusal('too-many', more['too-many'], 3600)
    case 'consent-missing':
      return invalid(
        result.why,
        result.consents.map(key => ({ field: `consents.${key}`, code: 'consent', message: m.errors.consent })),
      )
    case 'answers':
      return invalid(
        'invalid',
        Object.entries(result.answers).map(([key, code]) => ({
          field: `answers.${key}`,
          code,
          message: more.answers[code],
        })),
      )
    case 'invitation-unknown':
    case 'invitation-ended':
    case 'invitation-used-up':
      return invalid('invalid', [{ field: 'invitation', code: result.why, message: more[result.why] }])
    case 'may-not':
    case 'over':
      // Said of people whom somebody else enters.
      throw new Error('a registration by the API was refused as one that an organiser enters')
    case 'others-refused':
      // Said of a delegation only, and this address registers one person.
      throw new Error('a single registration was refused for another one')
    case 'postponed':
      return refuse(409, result.why, lifeWords[visit.locale].api.postponed)
    default:
      return refuse(409, result.why, m.api[result.why])
  }
}

const seminarOf = (visit: Visit) =>
  asPublic(visit.house.db, tx => findSeminarToRegisterFor(tx, { slug: visit.param('slug') }))

async function looksAfterItsPeople(visit: Visit): Promise<boolean> {
  const spaces = visit.signedIn?.may.get('people')
  if (spaces === undefined || spaces.size === 0) return false
  const seminar = await seminarOf(visit)
  return seminar !== null && spaces.has(seminar.id)
}

/** @throws Refusal `too-many` after too many wrong invitation codes */
async function refuseGuessing(visit: Visit, code: string): Promise<void> {
  const seminar = await seminarOf(visit)
  if (seminar === null) throw notFound()
  const wait = await guessedTooOften(visit, { seminarId: seminar.id, code })
  if (wait !== null) throw new Refusal('too-many', wrongCodesSaid(visit), wait)
}

async function readJson(visit: Visit): Promise<object | null> {
  try {
    const body: unknown = await visit.request.json()
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : null
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof Error && error.cause instanceof Refusal) throw error.cause
    return null
  }
}

/**
 * GET …/places: `[{quota, capacity, taken, seminar, waiting}]`; `seminar` is what it is now, as docs/life.md tells it. The counters are read in the public role. Only the line is counted
 * as a job: nobody else may see the registrations that it is made of, and numbers are all that leaves. `waiting` is the
 * people in line whom this quota counts; who waits for several quotas is told in each of them.
 */
export async function getPlaces(visit: Visit): Promise<Response> {
  // Public and the same for everybody: pages of other sites may show it.
  visit.headers.set('access-control-allow-origin', '*')
  const { db } = visit.house
  const found = await asPublic(db, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    return seminar && { seminar, quotas: await readQuotas(tx, seminar.id) }
  })
  if (!found) throw notFound()
  const line = await as(db, job('places'), tx => crowdsInLine(tx, found.seminar.id, { organisations: false }))
  const whole = found.quotas.find(({ key }) => key === overall) ?? null
  const life = lifeOf(found.seminar, whole, found.seminar.now)
  return json(
    visit,
    found.quotas.map(quota => ({
      quota: quota.key,
      capacity: quota.capacity,
      taken: quota.taken,
      seminar: life,
      waiting: line.reduce((sum, crowd) => sum + (counts(quota, crowd) ? crowd.people : 0), 0),
    })),
  )
}
