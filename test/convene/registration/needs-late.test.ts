import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOn } from '#convene/registration/acts/hand-on.ts'
import { stateNeeds } from '#convene/registration/acts/state-needs.ts'
import { link } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { mailsAbout, makeSeminar, ownOf, query, registered } from './acts-support.ts'
import { fieldsOf, holderOf, ownRooms } from './own-support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(ownRooms)
})
afterAll(() => house.close())

const own = (id: string) => ownOf(house, id)
const send = (id: string, body: URLSearchParams) => holderOf(house, id).post('/change', body)
async function ask(seminarId: string, key: string, given: { condition?: object; required?: boolean } = {}) {
  await query(
    house,
    `insert into perenne.question (seminar_id, key, kind, required, position, condition) values ($1, $2, 'text', $3, 1, $4)`,
    [seminarId, key, given.required ?? false, given.condition ? JSON.stringify(given.condition) : null],
  )
}

test('who got a place after the deadline says what they need until the seminar begins, and nothing else changes', async () => {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house)
  await ask(seminar.id, 'wish')
  await ask(seminar.id, 'office', { condition: { category: ['elected'] } })
  const first = await registered(house, seminar)
  await house.setClock('2018-07-01T10:00:00Z')
  const colleague = { givenName: 'Bento', familyName: 'Lima', email: 'bento@example.org', language: 'pt' as const }
  const handed = await handOn(house, link(first), first, colleague)
  if (handed.outcome !== 'handed-on') throw new Error(handed.outcome)
  const { id } = handed
  const holder = holderOf(house, id)
  expect((await holder.open()).html).toContain('Say what I need')
  const { html } = await holder.open('/change')
  expect(html).toContain('You can still say what you need')
  expect(html).not.toMatch(/name="(givenName|category|organisation|q-office)"/)
  const before = await own(id)
  const body = fieldsOf(html)
  body.append('accessibility[]', 'captions')
  body.set('note', 'Near the door')
  body.set('q-wish', 'Time to talk')
  // What is not asked is not taken either.
  body.set('category', 'elected')
  body.set('country', 'FR')
  expect((await send(id, body)).status).toBe(303)
  const after = await own(id)
  expect(after.answers).toEqual({
    ...before.answers,
    needs: { accessibility: ['captions'], diet: [], note: 'Near the door' },
    answers: { wish: 'Time to talk' },
  })
  expect(after.version).toBe(2)
  expect(await mailsAbout(house, id)).toEqual(['handed-on', 'registration-changed'])
  // Once more with the old version: what is there now, both texts, and still nothing but these fields.
  body.delete('_once')
  body.set('note', 'By the window')
  const stale = await send(id, body)
  const shown = await stale.text()
  expect(stale.status).toBe(409)
  for (const words of ['Near the door', 'By the window']) expect(shown).toContain(words)
  expect(shown).not.toMatch(/name="(givenName|category|country)"/)
  body.set('note', 'y'.repeat(5000))
  const long = await send(id, body)
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('y'.repeat(5000))

  // The whole form, filled in time and sent too late, changes nothing.
  const whole = new URLSearchParams({ givenName: 'Bento', note: 'x', role: 'Late', _version: '2' })
  expect(await holder.follow(await send(id, whole))).not.toContain('Your answers are saved')
  expect((await own(id)).version).toBe(2)
  const [seen] = await query<{ starts: string }>(
    house,
    `select ((held_on + hours_from) at time zone time_zone)::text as starts from perenne.seminar where id = $1`,
    [seminar.id],
  )
  await house.setClock(Temporal.Instant.from((seen?.starts ?? '').replace(' ', 'T')).toString())
  const given = { version: 2, needs: { accessibility: [], diet: [], note: '' }, answers: {} }
  expect(await stateNeeds(house, link(id), id, given)).toEqual({ outcome: 'too-late' })
  expect((await holder.open()).html).not.toContain('Say what I need')
  expect(await stateNeeds(house, link(first), first, given)).toEqual({ outcome: 'ended' })
  await expect(stateNeeds(house, link(first), id, given)).rejects.toMatchObject({ kind: 'not-found' })
})

test('a question that must be answered is asked for; the answer of another version is stale', async () => {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  await ask(seminar.id, 'must', { required: true })
  await house.setClock('2018-07-01T10:00:00Z')
  const needs = { accessibility: [], diet: ['vegan' as const], note: '' }
  expect(await stateNeeds(house, link(id), id, { version: 1, needs, answers: {} })).toEqual({
    outcome: 'refused',
    why: 'answers',
    answers: { must: 'required' },
  })
  expect(await stateNeeds(house, link(id), id, { version: 7, needs, answers: {} })).toMatchObject({ outcome: 'stale' })
  expect(await stateNeeds(house, link(id), id, { version: 1, needs, answers: { must: 'Yes' } })).toEqual({
    outcome: 'stated',
    mailed: true,
  })
  expect(await stateNeeds(house, link(id), id, { version: 2, needs, answers: { must: 'Yes' } })).toEqual({
    outcome: 'stated',
    mailed: false,
  })
})

test('a question to the person’s category stands there without a condition: no field is left to fulfil it', async () => {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  await ask(seminar.id, 'staff-only', { required: true, condition: { category: ['staff'] } })
  await ask(seminar.id, 'elected-only', { required: true, condition: { category: ['elected'] } })
  await house.setClock('2018-07-01T10:00:00Z')
  const { html } = await holderOf(house, id).open('/change')
  expect(html).toContain('name="q-staff-only"')
  expect(html).not.toMatch(/conditional-question|q-elected-only|Only for/)
  const body = fieldsOf(html)
  const missing = await send(id, body)
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain('<a href="#field-q-staff-only">Answer the question “staff-only”.</a>')
  body.set('q-staff-only', 'Here')
  const saved = await send(id, body)
  expect(await holderOf(house, id).follow(saved)).toContain('Your answers are saved')
  expect((await own(id)).answers.answers).toEqual({ 'staff-only': 'Here' })
})
