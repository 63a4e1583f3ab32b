import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { deskRooms, filled, settle } from './desk-support.ts'
import { answers, makeSeminar, query, type TestSeminar } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(deskRooms)
})
afterAll(() => house.close())

async function post(seminar: TestSeminar, given: Parameters<typeof answers>[1]) {
  const { seminar: _slug, origin: _origin, ...body } = answers(seminar, given)
  const response = await house.ask(`/api/v1/seminars/${seminar.slug}/registrations`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const places = async (seminar: TestSeminar) =>
  (await house.ask(`/api/v1/seminars/${seminar.slug}/places`)).json() as Promise<unknown>

test('places: each quota with the people in line whom it counts', async () => {
  const { seminar, personId } = await filled(house)
  expect(await places(seminar)).toEqual([
    { quota: 'overall', capacity: 4, taken: 3, seminar: 'full', waiting: 1 },
    { quota: 'universities', capacity: 1, taken: 1, seminar: 'full', waiting: 1 },
  ])
  expect(await post(seminar, { email: 'staff@example.org', familyName: 'Staff' })).toMatchObject({
    status: 201,
    body: { state: 'waiting', rank: 2 },
  })
  expect(await places(seminar)).toEqual([
    { quota: 'overall', capacity: 4, taken: 3, seminar: 'full', waiting: 2 },
    { quota: 'universities', capacity: 1, taken: 1, seminar: 'full', waiting: 1 },
  ])
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas: quotas.map(quota => ({ ...quota, capacity: 9 })),
    admission,
  }))
  expect(await places(seminar)).toEqual([
    { quota: 'overall', capacity: 9, taken: 5, seminar: 'open', waiting: 0 },
    { quota: 'universities', capacity: 9, taken: 2, seminar: 'open', waiting: 0 },
  ])
})

test('a category that is examined first is told as requested, without a rank', async () => {
  const { seminar } = await filled(house)
  expect(await post(seminar, { email: 'other2@example.org', familyName: 'Two', category: 'other' })).toMatchObject({
    status: 201,
    body: { state: 'requested', rank: null },
  })
})

test('invitations that do not let in: 422 with field, code and words', async () => {
  const { seminar, ids } = await filled(house)
  const refused = async (invitation: string, email: string) => {
    const { status, body } = await post(seminar, { invitation, email, familyName: 'Guest' })
    expect(status).toBe(422)
    return (body.errors as { field: string; code: string; message: string }[])[0]
  }
  expect(await refused('NOSUCHCODE', 'a@example.org')).toEqual({
    field: 'invitation',
    code: 'invitation-unknown',
    message: 'This invitation code is not known for this seminar.',
  })
  await query(house, 'update perenne.invitation set ended_at = perenne.now() where id = $1', [ids.invitation])
  expect(await refused('villes 2018', 'b@example.org')).toMatchObject({
    field: 'invitation',
    code: 'invitation-ended',
    message: 'This invitation has ended.',
  })
})

test('answers to the organiser’s questions that cannot stand: 422 beside each question', async () => {
  const seminar = await makeSeminar(house)
  await query(
    house,
    `insert into perenne.question (seminar_id, key, kind, required, position)
     values ($1, 'theme', 'text', true, 1), ($1, 'nights', 'number', false, 2), ($1, 'arrival', 'date', false, 3)`,
    [seminar.id],
  )
  const { status, body } = await post(seminar, { answers: { nights: 'two', arrival: 'soon', unknown: 'x' } })
  expect(status).toBe(422)
  expect(body).toMatchObject({
    code: 'invalid',
    errors: expect.arrayContaining([
      { field: 'answers.theme', code: 'required', message: 'This question must be answered.' },
      { field: 'answers.nights', code: 'number', message: 'The answer must be a number.' },
      { field: 'answers.arrival', code: 'date', message: 'The answer must be a date, as year-month-day.' },
    ]),
  })
  expect(await post(seminar, { answers: { theme: 'x'.repeat(2001) } })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'answers.theme', code: 'text-too-long' }] },
  })
  expect(await post(seminar, { answers: { theme: 'Water', nights: 2 } })).toMatchObject({ status: 201 })
})
