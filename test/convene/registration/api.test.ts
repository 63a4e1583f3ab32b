import { expect, test } from 'vitest'
import { house, openHouse } from './house.ts'
import { answers, count, makeSeminar, query, rooms, signedIn, type TestSeminar } from './support.ts'

openHouse(rooms)

const post = async (seminar: TestSeminar, body: unknown, headers: Record<string, string> = {}) => {
  const response = await house.ask(`/api/v1/seminars/${seminar.slug}/registrations`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'accept-language': 'es', ...headers },
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const input = (seminar: TestSeminar, given = {}) => {
  const { seminar: _slug, origin: _origin, ...body } = answers(seminar, given)
  return body
}

test('201 with id, state and rank; places agree; the same key and person give the same answer', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const first = await post(seminar, input(seminar), { 'idempotency-key': 'k' })
  expect(first).toEqual({
    status: 201,
    body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), state: 'confirmed', rank: null },
  })
  expect(await post(seminar, input(seminar, { email: 'b@example.org' }))).toMatchObject({
    status: 201,
    body: { state: 'waiting', rank: 1 },
  })
  expect(await post(seminar, input(seminar), { 'idempotency-key': 'k' })).toEqual(first)
  const places = await house.ask(`/api/v1/seminars/${seminar.slug}/places`)
  expect(await places.json()).toEqual([{ quota: 'overall', capacity: 1, taken: 1, waiting: 1, seminar: 'full' }])
  expect(await post(seminar, input(seminar, { email: 'c@example.org' }), { 'idempotency-key': 'k' })).toMatchObject({
    status: 201,
    body: { state: 'waiting', rank: 2 },
  })
  expect(await count(house, seminar.id)).toEqual({ taken: 1, confirmed: 1, waiting: 2, mails: 3, people: 3 })
})

test('422 with every error, in the language asked for; 409 when closed; 404 when there is no such seminar', async () => {
  const seminar = await makeSeminar(house)
  const wrong = await post(seminar, {
    ...input(seminar),
    email: 'x',
    country: 'Brasil',
    givenName: undefined,
    consents: 'data',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toMatchObject({ code: 'invalid', message: 'Faltan respuestas, o algunas no son correctas.' })
  expect(
    (wrong.body.errors as { field: string; code: string }[]).map(({ field, code }) => [field, code]).sort(),
  ).toEqual([
    ['consents', 'consents'],
    ['country', 'country'],
    ['email', 'emailForm'],
    ['givenName', 'givenName'],
  ])
  expect(await post(seminar, input(seminar, { consents: [] }))).toMatchObject({
    status: 422,
    body: { code: 'consent-missing', errors: [{ field: 'consents.data', code: 'consent' }] },
  })
  for (const broken of ['', '[]', 'null', '{"givenName":']) {
    expect(await post(seminar, broken)).toMatchObject({ status: 422, body: { code: 'no-json' } })
  }
  expect(await post(seminar, input(seminar), { 'idempotency-key': '' })).toMatchObject({ status: 422 })
  expect(await post(seminar, `{"x":"${'x'.repeat(300_000)}"}`)).toMatchObject({ status: 413 })
  await house.setClock('2018-06-18T00:00:00+02:00')
  expect(await post(seminar, input(seminar))).toMatchObject({ status: 409, body: { code: 'closed' } })
  expect(await post({ ...seminar, slug: 'none' }, input(seminar))).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  })
  const internal = await makeSeminar(house, { visibility: 0 })
  expect((await house.ask(`/api/v1/seminars/${internal.slug}/places`)).status).toBe(404)
  expect(await count(house, seminar.id)).toMatchObject({ people: 0, mails: 0 })
})

test('consents that a program sends are the person’s own; those that somebody signed in sends are said for them', async () => {
  const seminar = await makeSeminar(house)
  const stated = async (email: string, headers: Record<string, string> = {}) => {
    const { status, body } = await post(seminar, input(seminar, { email }), headers)
    expect(status).toBe(201)
    const rows = await query<{ by: string }>(
      house,
      'select distinct stated_by as by from perenne.registration_consent where registration_id = $1',
      [body.id],
    )
    return rows.map(({ by }) => by)
  }
  expect(await stated('program@example.org')).toEqual(['self'])
  const organiser = await signedIn(house, 'organiser', seminar.id)
  expect(await stated('organiser@example.org', { cookie: organiser.cookie })).toEqual(['delegate'])
  const anybody = await signedIn(house, null, seminar.id)
  expect(await stated('anybody@example.org', { cookie: anybody.cookie })).toEqual(['delegate'])
})
