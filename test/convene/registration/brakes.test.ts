import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { register } from '#convene/registration/index.ts'
import { invitationProblems } from '#convene/registration/rules/invitation-problems.ts'
import { job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { formRooms, sendForm } from './form-support.ts'
import { fieldsOf, holderOf, ownRooms } from './own-support.ts'
import { answers, count, makeSeminar, signedIn, type TestSeminar } from './support.ts'

// A house for each test: what is counted is counted for the whole of it.
let house: TestHouse
const rooms = [...formRooms, ...ownRooms].map(room => ({ ...room }))
const known = new Set<string>()
for (const room of rooms) {
  room.routes = (room.routes ?? []).filter(({ method, path }) => {
    const first = !known.has(`${method} ${path}`)
    known.add(`${method} ${path}`)
    return first
  })
}
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
beforeEach(async () => {
  await house.close()
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-05T10:00:00Z')
})
afterAll(() => house.close())

const fields = {
  label: 'Partner',
  places: null,
  reserved: false,
  reservedUntil: null,
  validUntil: null,
  priority: 0,
  withoutApproval: false,
}
const invite = (seminar: TestSeminar, code: string) =>
  makeInvitation(house, job('test'), seminar.slug, { ...fields, code })
const post = (seminar: TestSeminar, given: Record<string, unknown>, headers: Record<string, string> = {}) =>
  house.ask(`/api/v1/seminars/${seminar.slug}/registrations`, {
    method: 'POST',
    body: JSON.stringify({ ...answers(seminar), ...given }),
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
  })

test('codes cannot be guessed: after ten wrong ones the right one is not tried either, by the form and by the API', async () => {
  const seminar = await makeSeminar(house)
  await invite(seminar, 'PARTNER1')
  for (let i = 0; i < 5; i++) {
    const wrong = await sendForm(house, seminar, { email: `f${i}@example.org`, invitation: `WRONG00${i}` })
    expect(wrong.status).toBe(422)
    expect((await post(seminar, { email: `a${i}@example.org`, invitation: `WRONG01${i}` })).status).toBe(422)
  }
  const late = await sendForm(house, seminar, { email: 'late@example.org', invitation: 'PARTNER1' })
  expect(late.status).toBe(429)
  expect(late.html).toContain('Too many invitation codes that do not exist were tried from here.')
  expect(late.html).toContain('value="late@example.org"')
  const program = await post(seminar, { email: 'late@example.org', invitation: 'PARTNER1' })
  expect(program.status).toBe(429)
  expect(Number(program.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await program.json()).toMatchObject({ message: expect.stringContaining('Too many invitation codes') })
  // Whoever has none is not held back.
  expect((await sendForm(house, seminar, { email: 'free@example.org' })).status).toBe(303)
  expect(await count(house, seminar.id)).toMatchObject({ people: 1 })
})

test('eighty codes at once get no further than eighty in a row; right ones are held back by nothing', async () => {
  const seminar = await makeSeminar(house, { capacity: 500 })
  await invite(seminar, 'PARTNER1')
  const statuses = (answered: readonly { status: number }[]) => {
    const found: Record<number, number> = {}
    for (const { status } of answered) found[status] = (found[status] ?? 0) + 1
    return found
  }
  const each = <T>(what: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 40 }, (_, n) => what(n)))
  const right = await each(n =>
    Promise.all([
      post(seminar, { email: `a${n}@example.org`, invitation: 'PARTNER1' }),
      sendForm(house, seminar, { email: `f${n}@example.org`, invitation: 'PARTNER1' }),
    ]),
  )
  expect(statuses(right.flat())).toEqual({ 201: 40, 303: 40 })
  const wrong = await each(n =>
    Promise.all([
      post(seminar, { email: `b${n}@example.org`, invitation: `WRONG0${n}0` }),
      sendForm(house, seminar, { email: `g${n}@example.org`, invitation: `WRONG1${n}0` }),
    ]),
  )
  expect(statuses(wrong.flat())).toEqual({ 422: 10, 429: 70 })
  expect((await post(seminar, { email: 'late@example.org', invitation: 'PARTNER1' })).status).toBe(429)
})

test('nor from one’s own page', async () => {
  const seminar = await makeSeminar(house)
  await invite(seminar, 'PARTNER1')
  const made = await register(house, answers(seminar))
  if (made.outcome === 'refused') throw new Error(made.why)
  const holder = holderOf(house, made.id)
  const change = async (code: string) => {
    const body = fieldsOf((await holder.open('/change')).html)
    body.set('invitation', code)
    const origin = house.settings.publicUrl.origin
    return house.ask(holder.at('/change'), { method: 'POST', body, headers: { origin } })
  }
  for (let i = 0; i < 10; i++) expect((await change(`WRONG00${i}`)).status).toBe(422)
  const late = await change('PARTNER1')
  expect(late.status).toBe(429)
  expect(late.headers.get('retry-after')).not.toBeNull()
  expect(await late.text()).toContain('Too many invitation codes that do not exist were tried from here.')
})

test('one network address registers 300 people by the API in ten minutes, and no more', async () => {
  const seminar = await makeSeminar(house)
  // What is not right counts too: it is work all the same.
  for (let i = 0; i < 300; i++) expect((await post(seminar, { email: 'no address' })).status).toBe(422)
  const late = await post(seminar, { email: 'late@example.org' })
  expect(late.status).toBe(429)
  expect(await late.json()).toMatchObject({ message: expect.stringContaining('within ten minutes') })
  expect((await sendForm(house, seminar, { email: 'form@example.org' })).status).toBe(303)
})

test('whoever looks after the people of a seminar is not counted there, and is counted elsewhere; nobody else is spared', async () => {
  const seminar = await makeSeminar(house)
  const own = await signedIn(house, 'organiser', seminar.id)
  const elsewhere = await signedIn(house, 'organiser', (await makeSeminar(house)).id)
  const nobody = await signedIn(house, null, seminar.id)
  const evaluator = await signedIn(house, 'evaluator', seminar.id)
  const wrong = { email: 'no address' }
  for (let i = 0; i < 300; i++) expect((await post(seminar, wrong)).status).toBe(422)
  const status = async (who: { cookie: string } | null) =>
    (await post(seminar, wrong, who === null ? {} : { cookie: who.cookie })).status
  expect([await status(null), await status(elsewhere), await status(nobody), await status(evaluator)]).toEqual([
    429, 429, 429, 429,
  ])
  for (let i = 0; i < 3; i++) expect(await status(own)).toBe(422)
})

test('a code has eight letters and figures at least', () => {
  const problems = (code: string) =>
    invitationProblems({ ...fields, code }, Temporal.Instant.from('2018-06-05T10:00:00Z'))
  expect(problems('PARTNER')).toEqual([{ field: 'code', code: 'form' }])
  expect(problems('PARTNER1')).toEqual([])
})
