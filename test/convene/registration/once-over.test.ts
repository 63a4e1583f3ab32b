import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveRegistrations } from '#convene/registration/acts/approve-registrations.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { correctContact } from '#convene/registration/acts/correct-contact.ts'
import { endRegistrations } from '#convene/registration/acts/end-registrations.ts'
import { setPriority } from '#convene/registration/acts/set-priority.ts'
import { readOwn } from '#convene/registration/store/own.ts'
import { as, job, link, person } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { disagreements, query, stateOf } from './acts-support.ts'
import { ask, deskRooms, filled, send, wordsOn } from './desk-support.ts'
import { fieldsOf } from './own-support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(deskRooms)
})
afterAll(() => house.close())

type Filled = Awaited<ReturnType<typeof filled>>
const dayAfter = '2018-07-06T10:00:00Z'
const deskOf = ({ seminar }: Filled) => `/en/desk/seminars/${seminar.slug}`
const at = (there: Filled, id: string) => `${deskOf(there)}/registrations/${id}`
const own = async (id: string) => {
  const found = await as(house.db, job('test'), tx => readOwn(tx, id))
  if (!found) throw new Error('nobody there')
  return found
}
const mailsTo = (id: string) =>
  query<{ template: string; language: string; state: string }>(
    house,
    `select m.template, m.language, m.state from perenne.mail m
     join perenne.registration r on r.person_id = m.person_id where r.id = $1 order by m.created_at, m.id`,
    [id],
  )
const formOn = async (path: string, cookie: string) => {
  const { status, html } = await ask(house, path, cookie)
  const body: Record<string, string[]> = {}
  for (const [name, value] of fieldsOf(html)) body[name] = [...(body[name] ?? []), value]
  return { status, html, body }
}

test('the day after, the page offers what is still done, and nothing else', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const decisions = /name="do" value="(approve|refuse|cancel|priority)"|form="priorities"/
  const before = (await ask(house, at(there, ids.behind), cookie)).html
  expect(before).toMatch(decisions)
  expect(before).toContain('Correct what was answered')
  await house.setClock(dayAfter)
  for (const id of [ids.behind, ids.waiting, ids.requested]) {
    const { status, html } = await ask(house, at(there, id), cookie)
    expect(status).toBe(200)
    expect(html).not.toMatch(decisions)
    const said = wordsOn(html)
    expect(said).toContain('The seminar is over: its registrations stay as they are.')
    expect(said).toContain('Correct the name, the address or the language')
    expect(said).not.toContain('Correct what was answered')
  }
  for (const list of ['/registrations', '/waiting-list']) {
    const { html } = await ask(house, deskOf(there) + list, cookie)
    expect(html).not.toMatch(decisions)
    expect(wordsOn(html)).toContain('The seminar is over: its registrations stay as they are.')
  }
  // People can still be written to.
  expect((await ask(house, `${deskOf(there)}/registrations`, cookie)).html.match(/value="write"/g)).toHaveLength(2)
  await query(house, `update perenne.seminar set cancelled_at = perenne.now() where id = $1`, [there.seminar.id])
  // Of a cancelled one nothing is corrected: nothing leads there.
  expect((await ask(house, at(there, ids.behind), cookie)).html).not.toContain(`${at(there, ids.behind)}/change`)
})

test('asked all the same, each decision says that the seminar is over, and changes nothing', async () => {
  const there = await filled(house)
  const { cookie, ids, seminar, personId } = there
  await house.setClock(dayAfter)
  const said = async (path: string, fields: Record<string, string | string[]>) => {
    const sent = await send(house, path, cookie, fields)
    expect(sent.status).toBe(303)
    return wordsOn((await ask(house, sent.location ?? '', sent.cookie)).html)
  }
  const left = 'The seminar is over: 1 registration was left as it is.'
  for (const [id, decision] of [
    [ids.behind, 'cancel'],
    [ids.waiting, 'refuse'],
    [ids.requested, 'approve'],
  ] as const) {
    expect(await said(at(there, id), { do: decision })).toContain(left)
    expect(await said(`${deskOf(there)}/registrations`, { do: decision, 'id[]': [id] })).toContain(left)
  }
  const all = `${deskOf(there)}/registrations?state=waiting`
  expect(await said(all, { do: 'cancel', whom: 'matching', sure: 'yes' })).toContain(left)
  const nobody = 'nobody gets a place from the waiting list any more'
  expect(await said(at(there, ids.waiting), { do: 'priority', priority: '7' })).toContain(nobody)
  const line = { [`was-${ids.waiting}`]: '0', [`priority-${ids.waiting}`]: '7' }
  expect(await said(`${deskOf(there)}/waiting-list`, line)).toContain(nobody)

  const by = person(personId)
  expect(await cancelRegistration(house, by, ids.behind)).toBe('over')
  expect(await approveRegistrations(house, by, seminar.slug, [ids.requested])).toEqual([
    { id: ids.requested, outcome: 'over' },
  ])
  for (const ending of ['refuse', 'cancel'] as const)
    expect(await endRegistrations(house, by, seminar.slug, ending, [ids.waiting], { reason: 'x' })).toEqual([
      { id: ids.waiting, outcome: 'over' },
    ])
  expect(await setPriority(house, by, seminar.slug, ids.waiting, 7)).toBe('over')
  expect(await Promise.all([ids.behind, ids.waiting, ids.requested].map(id => stateOf(house, id)))).toEqual([
    'confirmed',
    'waiting',
    'requested',
  ])
})

test('names, address and language are corrected; the place and all that decided about it stay', async () => {
  const there = await filled(house)
  const { cookie, ids, seminar, personId } = there
  await house.setClock(dayAfter)
  const path = `${at(there, ids.behind)}/change`
  const before = await own(ids.behind)
  const { status, html, body } = await formOn(path, cookie)
  expect(status).toBe(200)
  expect(Object.keys(body).filter(name => !name.startsWith('_'))).toEqual([
    'only',
    'givenName',
    'familyName',
    'email',
    'language',
  ])
  const said = wordsOn(html)
  for (const words of [
    'What stays as it was',
    'Organisation Clerk',
    'Staff of a local government',
    'the statistics count them',
  ])
    expect(said).toContain(words)
  const wrong = await send(house, path, cookie, { ...body, givenName: '', email: 'no address' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="no address"')
  expect(wordsOn(wrong.html)).toContain('Enter the given name.')

  // What the form does not ask is not looked at, whoever sends it.
  const typed = { givenName: 'Anna', email: 'right@example.org', language: 'pt', category: 'university', country: 'GH' }
  const sent = await send(house, path, cookie, { ...body, ...typed })
  expect(sent).toMatchObject({ status: 303, location: at(there, ids.behind) })
  expect(wordsOn((await ask(house, sent.location ?? '', sent.cookie)).html)).toContain('The corrections are saved')
  const after = await own(ids.behind)
  expect(after).toMatchObject({ name: 'Anna Clerk', email: 'right@example.org', state: 'confirmed', linkNumber: 2 })
  expect(after.answers).toEqual({
    ...before.answers,
    givenName: 'Anna',
    email: 'right@example.org',
    language: 'pt',
  })
  expect((await mailsTo(ids.behind)).at(-1)).toEqual({
    template: 'registration-changed',
    language: 'pt',
    state: 'to_send',
  })
  expect(await stateOf(house, ids.waiting)).toBe('waiting')
  expect(await disagreements(house, seminar.id)).toEqual([])

  // Somebody else saved meanwhile: both texts, and the form keeps what it is.
  const stale = await send(house, path, cookie, { ...body, givenName: 'Ann' })
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Anna')
  expect(stale.html).toContain('name="only" value="contact"')
  // Another registration has this name at this address.
  const { body: now } = await formOn(path, cookie)
  const taken = await send(house, path, cookie, {
    ...now,
    familyName: 'Professor',
    email: 'professor@example.org',
    givenName: 'Ana',
  })
  expect(taken.status).toBe(422)
  expect(wordsOn(taken.html)).toContain('Another registration has this name and this address already.')
  // The rest is refused by the act that changes everything, and their own link changes nothing.
  const { version, answers } = await own(ids.behind)
  const given = { version, answers: { ...answers, role: 'Mayor' } }
  expect(await changeRegistration(house, person(personId), ids.behind, given)).toEqual({ outcome: 'too-late' })
  const contact = { ...answers, email: 'thief@example.org' }
  expect(await correctContact(house, link(ids.behind), ids.behind, { version, contact })).toEqual({
    outcome: 'too-late',
  })
  expect((await own(ids.behind)).email).toBe('right@example.org')
})

test('a whole form that was opened before the end keeps what can still be saved, and says why not the rest', async () => {
  const there = await filled(house)
  const { cookie, ids, personId } = there
  const path = `${at(there, ids.behind)}/change`
  const { body } = await formOn(path, cookie)
  const { version, answers } = await own(ids.behind)
  expect(await correctContact(house, person(personId), ids.behind, { version, contact: answers })).toEqual({
    outcome: 'not-over',
  })
  await house.setClock(dayAfter)
  const late = await send(house, path, cookie, { ...body, email: 'right@example.org', role: 'Mayor' })
  expect(late.status).toBe(422)
  expect(late.html).toContain('value="right@example.org"')
  expect(wordsOn(late.html)).toContain('The seminar has ended since you opened this form')
  expect((await own(ids.behind)).answers).toEqual(answers)
  // Moved to a day that is still to come, the form of the day after is the whole one.
  const { body: short } = await formOn(path, cookie)
  await query(house, `update perenne.seminar set held_on = '2018-09-05' where id = $1`, [there.seminar.id])
  expect(await send(house, path, cookie, { ...short, email: 'right@example.org' })).toMatchObject({ status: 303 })
  expect((await own(ids.behind)).answers).toEqual({ ...answers, email: 'right@example.org' })
})

test('of somebody who was erased nothing is left to correct', async () => {
  const there = await filled(house)
  const { cookie, ids, personId } = there
  await house.setClock(dayAfter)
  const { version, answers } = await own(ids.behind)
  await query(
    house,
    `update perenne.person set given_name = null, family_name = null, email = null, erased_at = perenne.now()
     where id = (select person_id from perenne.registration where id = $1)`,
    [ids.behind],
  )
  expect((await ask(house, at(there, ids.behind), cookie)).html).not.toMatch(/\/change"|mailings\/new/)
  expect((await ask(house, `${at(there, ids.behind)}/change`, cookie)).status).toBe(404)
  expect(await correctContact(house, person(personId), ids.behind, { version, contact: answers })).toEqual({
    outcome: 'ended',
  })
})
