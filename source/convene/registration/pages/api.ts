import { apiRefusals } from '#convene/messages/api-refusals.ts'
import { registration } from '#convene/messages/registration.ts'
import { as, asPublic, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { json } from '#ground/web/answer.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { register } from '../acts/register.ts'
import { answersSchema } from '../rules/answers.ts'
import { counts } from '../rules/places.ts'
import { readQuotas } from '../store/hall-view.ts'
import { crowdsInLine } from '../store/line.ts'
import { findSeminarToRegisterFor } from '../store/seminar.ts'
import { guessedTooOften, oneMore, tooManyByApiSaid, wrongCode, wrongCodesSaid } from './brakes.ts'

type ApiError = { field: string; code: string; message: string }

/**
 * POST /api/v1/seminars/{slug}/registrations: 201 `{id, state, rank}`, also for a key or a person seen before; `state`
 * is `confirmed`, `waiting` (then with a rank) or `requested`. 409 `{code, message, errors}` when registration is not
 * open or the key was used for another person; 422 with every error at once. Like the form, it does not tell whether
 * somebody was registered already.
 */
export async function postRegistration(visit: Visit): Promise<Response> {
  const m = registration[visit.locale]
  const refuse = (status: 409 | 422, code: string, message: string, errors: ApiError[] = []) =>
    json(visit, { code, message, errors }, status)
  // Who is signed in is known, and looks after people: an organiser's own tool.
  const wait = visit.signedIn === null ? await oneMore(visit, 'api') : null
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
  if (answers.data.invitation) await refuseGuessing(visit)
  const result = await register(visit.house, {
    ...answers.data,
    seminar: visit.param('slug'),
    origin: 'api',
    idempotencyKey: key === null ? null : `api:${key}`,
  })
  if (result.outcome !== 'refused') {
    return json(visit, { id: result.id, state: result.told.state, rank: result.told.rank }, 201)
  }
  if (result.why === 'invitation-unknown') await wrongCode(visit)
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
    case 'others-refused':
      // Said of a delegation only, and this address registers one person.
      throw new Error('a single registration was refused for another one')
    case 'key-reused':
      return refuse(409, 'idempotency-key-reused', m.api.keyReused)
    default:
      return refuse(409, result.why, m.api[result.why])
  }
}

/** @throws Refusal `too-many` after too many wrong invitation codes */
async function refuseGuessing(visit: Visit): Promise<void> {
  const wait = await guessedTooOften(visit)
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
 * GET …/places: `[{quota, capacity, taken, waiting}]`. The counters are read in the public role. Only the line is counted
 * as a job: nobody else may see the registrations that it is made of, and numbers are all that leaves. `waiting` is the
 * people in line whom this quota counts; who waits for several quotas is told in each of them.
 */
export async function getPlaces(visit: Visit): Promise<Response> {
  // Public and the same for everybody: pages of other sites may show it.
  visit.headers.set('access-control-allow-origin', '*')
  const { db } = visit.house
  const found = await asPublic(db, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    return seminar && { id: seminar.id, quotas: await readQuotas(tx, seminar.id) }
  })
  if (!found) throw notFound()
  const line = await as(db, job('places'), tx => crowdsInLine(tx, found.id, { organisations: false }))
  return json(
    visit,
    found.quotas.map(quota => ({
      quota: quota.key,
      capacity: quota.capacity,
      taken: quota.taken,
      waiting: line.reduce((sum, crowd) => sum + (counts(quota, crowd) ? crowd.people : 0), 0),
    })),
  )
}
