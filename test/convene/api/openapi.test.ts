import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusals, refusedWith } from '#convene/api/rules/refusals.ts'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { answersSchema } from '#convene/registration/rules/answers.ts'
import { countryCodes } from '#convene/registration/rules/countries.ts'
import { job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { answers, makeSeminar, query, type TestSeminar } from '../registration/support.ts'
import { contract, type Described, rooms } from './support.ts'

const registrations = '/api/v1/seminars/{slug}/registrations'
const places = '/api/v1/seminars/{slug}/places'
const checks = '/api/v1/seminars/{slug}/checks'

let house: TestHouse
let document: Described
beforeAll(async () => {
  house = await openTestHouse(rooms)
  document = (await (await house.ask('/api/v1/openapi.json')).json()) as Described
})
beforeEach(() => house.setClock('2018-06-05T10:00:00Z'))
afterAll(() => house?.close())

const body = (seminar: TestSeminar, given: Record<string, unknown> = {}) => {
  const { seminar: _slug, origin: _origin, ...rest } = answers(seminar)
  return { ...rest, ...given }
}
const post = (seminar: Pick<TestSeminar, 'slug'>, sent: unknown, headers: Record<string, string> = {}) =>
  house.ask(registrations.replace('{slug}', seminar.slug), {
    method: 'POST',
    body: typeof sent === 'string' ? sent : JSON.stringify(sent),
    headers: { 'content-type': 'application/json', ...headers },
  })
const read = (path: string, slug: string) => house.ask(path.replace('{slug}', slug))

describe('the document', () => {
  test('is valid OpenAPI 3.1, and tells the three addresses', async () => {
    const validator = new Validator()
    const result = await validator.validate(structuredClone(document))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(validator.version).toBe('3.1')
    expect(() => validator.resolveRefs()).not.toThrow()
    expect(Object.keys(document.paths)).toEqual([registrations, places, checks])
  })
  test('a document that is wrong is not valid: the validator looks', async () => {
    const wrong = structuredClone(document) as Described & { info: { title?: string } }
    delete wrong.info.title
    expect((await new Validator().validate(wrong)).valid).toBe(false)
  })
  test('the body is the schema of the program, each property with words', () => {
    const schema = document.components.schemas.RegistrationRequest as {
      properties: Record<string, { description?: string }>
      required: string[]
    }
    const shape = answersSchema.shape
    expect(Object.keys(schema.properties)).toEqual(Object.keys(shape))
    expect(schema.required).toEqual(
      Object.entries(shape).flatMap(([name, of]) => (of.safeParse(undefined).success ? [] : [name])),
    )
    for (const [name, property] of Object.entries(schema.properties)) expect(property.description, name).toBeTruthy()
  })
  test('its example is accepted, and every country has the form that is told', () => {
    const content = document.paths[registrations]?.post?.requestBody?.content['application/json']
    expect(answersSchema.safeParse(content?.example).success).toBe(true)
    contract(document).validate(content?.schema ?? {}, content?.example, 'the example')
    for (const code of countryCodes) expect(code).toMatch(/^[A-Z]{2}$/)
  })
  test('may be read by pages of other sites', async () => {
    const response = await house.ask('/api/v1/openapi.json', { headers: { origin: 'https://elsewhere.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })
})

describe('answers are as described', () => {
  test('registered, waiting, sent again', async () => {
    const { expectAsDescribed } = contract(document)
    const seminar = await makeSeminar(house, { capacity: 1 })
    const first = await post(seminar, body(seminar), { 'idempotency-key': 'one' })
    expect(first.status).toBe(201)
    expect(await expectAsDescribed(registrations, 'post', first)).toMatchObject({ state: 'confirmed', rank: null })
    const second = await post(seminar, body(seminar, { email: 'b@example.org' }))
    expect(second.status).toBe(201)
    expect(await expectAsDescribed(registrations, 'post', second)).toMatchObject({ state: 'waiting', rank: 1 })
    const again = await post(seminar, body(seminar), { 'idempotency-key': 'one' })
    expect(again.status).toBe(201)
    await expectAsDescribed(registrations, 'post', again.clone())
    await cancelRegistration(house, job('test'), ((await again.clone().json()) as { id: string }).id, { reason: 'x' })
    const cancelled = await post(seminar, body(seminar), { 'idempotency-key': 'one' })
    expect(await expectAsDescribed(registrations, 'post', cancelled)).toMatchObject({ state: 'cancelled', rank: null })
    const all = await read(places, seminar.slug)
    expect(all.status).toBe(200)
    expect(await expectAsDescribed(places, 'get', all)).toMatchObject([{ quota: 'overall', capacity: 1, taken: 1 }])
  })

  test('each refusal has its code, its status and its form', async () => {
    const { expectAsDescribed } = contract(document)
    const seminar = await makeSeminar(house)
    const seen = new Set<string>()
    const expectRefusal = async (response: Response, status: number, code: string) => {
      const told = (await expectAsDescribed(registrations, 'post', response)) as { code: string; message: string }
      expect([response.status, told.code]).toEqual([status, code])
      expect(told.message).not.toBe('')
      seen.add(code)
    }
    await expectRefusal(await post(seminar, '[]'), 422, 'no-json')
    await expectRefusal(await post(seminar, body(seminar), { 'idempotency-key': 'é' }), 422, 'idempotency-key')
    await expectRefusal(await post(seminar, {}), 422, 'invalid')
    await expectRefusal(await post(seminar, body(seminar, { consents: [] })), 422, 'consent-missing')
    await expectRefusal(await post({ slug: 'none' }, body(seminar)), 404, 'not-found')
    await expectRefusal(await post(seminar, body(seminar), { 'sec-fetch-site': 'cross-site' }), 403, 'forbidden')
    await expectRefusal(await post(seminar, { note: 'x'.repeat(300_000) }), 413, 'too-large')
    const later = await makeSeminar(house, { opens: '2018-06-10T08:00:00Z' })
    await expectRefusal(await post(later, body(later)), 409, 'not-yet-open')
    const cancelled = await makeSeminar(house, { cancelled: '2018-06-01T00:00:00Z' })
    await expectRefusal(await post(cancelled, body(cancelled)), 409, 'cancelled')
    const postponed = await makeSeminar(house)
    await postponeSeminar(house, job('test'), postponed.slug, { reason: null })
    await expectRefusal(await post(postponed, body(postponed)), 409, 'postponed')
    const resting = await read(places, postponed.slug)
    expect(await expectAsDescribed(places, 'get', resting)).toMatchObject([{ quota: 'overall', seminar: 'postponed' }])
    const closed = await makeSeminar(house, { closes: '2018-06-04T21:59:59Z' })
    await expectRefusal(await post(closed, body(closed)), 409, 'closed')

    const busy = await makeSeminar(house)
    let last = await post(busy, body(busy))
    for (let n = 1; n < 30 && last.status === 201; n++)
      last = await post(busy, body(busy, { givenName: `Ana ${'abcdefghijklmnopqrstuvwxyzabcdefghij'[n]}` }))
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    await expectRefusal(last, 429, 'too-many')

    expect([...seen].filter(code => code in refusals).sort(), 'a code nobody has met').toEqual(
      Object.keys(refusals).sort(),
    )
    expect([...refusedWith(409), ...refusedWith(422)].sort()).toEqual(Object.keys(refusals).sort())
  })

  test('what is wrong with one answer has a code that is told', async () => {
    const { expectAsDescribed } = contract(document)
    const { properties } = document.components.schemas.FieldError as { properties: { code: { examples: string[] } } }
    const seminar = await makeSeminar(house)
    const invite = (code: string, places: number | null, until: string | null) =>
      query(
        house,
        'insert into perenne.invitation (seminar_id, code, label, places, valid_until) values ($1, $2, $3, $4, $5)',
        [seminar.id, code, 'Partner', places, until],
      )
    await invite('ENDED', null, '2018-06-01T00:00:00Z')
    await invite('SMALL', 1, null)
    await query(
      house,
      "insert into perenne.question (seminar_id, key, kind, required, position) values ($1, 'year', 'number', false, 1)",
      [seminar.id],
    )
    expect((await post(seminar, body(seminar, { invitation: 'sm-all' }))).status).toBe(201)
    const wrong: [given: Record<string, unknown>, field: string, code: string][] = [
      [{ email: 'x' }, 'email', 'emailForm'],
      [{ country: 'Brasil' }, 'country', 'country'],
      [{ consents: [] }, 'consents.data', 'consent'],
      [{ answers: { year: 'soon' } }, 'answers.year', 'number'],
      [{ invitation: 'NOBODY' }, 'invitation', 'invitation-unknown'],
      [{ invitation: 'ENDED' }, 'invitation', 'invitation-ended'],
      [{ invitation: 'SMALL' }, 'invitation', 'invitation-used-up'],
    ]
    for (const [given, field, code] of wrong) {
      const response = await post(seminar, body(seminar, { email: 'b@example.org', ...given }))
      expect(response.status, code).toBe(422)
      const { errors } = (await expectAsDescribed(registrations, 'post', response)) as {
        errors: { field: string; code: string; message: string }[]
      }
      expect(errors).toEqual([{ field, code, message: expect.stringMatching(/./) }])
      expect(properties.code.examples).toContain(code)
    }
  })

  test('no places and no checks of a seminar that is not there, or not public', async () => {
    const { expectAsDescribed } = contract(document)
    const internal = await makeSeminar(house, { visibility: 0 })
    const network = await makeSeminar(house, { visibility: 1 })
    for (const path of [places, checks]) {
      for (const slug of ['none', internal.slug, network.slug]) {
        const response = await read(path, slug)
        expect(response.status, `${path} ${slug}`).toBe(404)
        expect(await expectAsDescribed(path, 'get', response)).toMatchObject({ code: 'not-found' })
      }
    }
  })
})
