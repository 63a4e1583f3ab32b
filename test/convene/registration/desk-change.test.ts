import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { mePath, notMePath, openPersonalToken, personalToken } from '#convene/registration/acts/personal-link.ts'
import { ownRoutes } from '#convene/registration/pages/me/routes.ts'
import { readOwn } from '#convene/registration/store/own.ts'
import { as, job, person } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, deskRooms, filled, send, wordsOn } from './desk-support.ts'
import { fieldsOf } from './own-support.ts'
import { makeSeminar, query, signedIn, stateOf } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  const known = new Set(deskRooms.flatMap(({ routes }) => routes).map(({ method, path }) => `${method} ${path}`))
  const own = ownRoutes.filter(({ method, path }) => !known.has(`${method} ${path}`))
  house = await openTestHouse([...deskRooms, { name: 'own', routes: own }])
})
afterAll(() => house.close())

type Filled = Awaited<ReturnType<typeof filled>>
const at = ({ seminar }: Filled, id: string) => `/en/desk/seminars/${seminar.slug}/registrations/${id}`
const own = async (id: string) => {
  const found = await as(house.db, job('test'), tx => readOwn(tx, id))
  if (!found) throw new Error('nobody there')
  return found
}
const mailsTo = async (id: string) =>
  (
    await query<{ template: string }>(
      house,
      `select m.template from perenne.mail m join perenne.registration r on r.person_id = m.person_id
       where r.id = $1 order by m.created_at, m.id`,
      [id],
    )
  ).map(({ template }) => template)

/** The form as it stands on the page, with what is typed over it, as it is sent. */
async function correct({ cookie, ...there }: Filled, id: string, typed: Record<string, string>) {
  const path = `${at(there as Filled, id)}/change`
  const { html } = await ask(house, path, cookie)
  const body: Record<string, string[]> = {}
  for (const [name, value] of fieldsOf(html)) body[name] = [...(body[name] ?? []), value]
  for (const [name, value] of Object.entries(typed)) body[name] = [value]
  return send(house, path, cookie, body)
}

test('an address is corrected: the first mail goes to the new one, and the link that went astray opens nothing', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const before = await own(ids.behind)
  const [page, undo] = [`/en${mePath(house.keys, before)}`, `/en${notMePath(house.keys, before)}`]
  expect((await house.ask(page)).status).toBe(200)
  expect((await house.ask(undo)).status).toBe(200)
  expect((await ask(house, at(there, ids.behind), cookie)).html).toContain(`${at(there, ids.behind)}/change`)
  const sent = await correct(there, ids.behind, { email: 'right@example.org', givenName: 'Anna' })
  expect(sent).toMatchObject({ status: 303, location: at(there, ids.behind) })
  expect(wordsOn((await ask(house, sent.location ?? '', sent.cookie)).html)).toContain('The corrections are saved')
  const after = await own(ids.behind)
  expect(after).toMatchObject({ email: 'right@example.org', name: 'Anna Clerk', state: 'confirmed', linkNumber: 2 })
  expect((await mailsTo(ids.behind)).at(-1)).toBe('registration-confirmed')
  for (const path of [page, `${page}/data`, `${page}/data.json`, `${page}/erase`, undo]) {
    const gone = await house.ask(path)
    expect(gone.status, path).toBe(404)
    // Opening the same mail once more would lead here again.
    const said = await gone.text()
    expect(said).toContain('or it was replaced. Open the link in our latest mail')
    expect(said).not.toContain('Check the address, or start again')
  }
  for (const path of [`${page}/cancel`, `${page}/erase`, undo]) expect((await house.send(path, {})).status).toBe(404)
  expect(await stateOf(house, ids.behind)).toBe('confirmed')
  expect((await own(ids.behind)).name).toBe('Anna Clerk')
  expect((await house.ask(`/en${mePath(house.keys, after)}`)).status).toBe(200)
  expect((await house.ask(`/en${notMePath(house.keys, after)}`)).status).toBe(200)
  // Nothing else about a person ends their link.
  await correct(there, ids.behind, { role: 'Director', email: 'RIGHT@example.org' })
  expect((await own(ids.behind)).linkNumber).toBe(2)
})

test('a link is of one number and one purpose', async () => {
  const { ids } = await filled(house)
  const id = ids.waiting
  const first = { id, linkNumber: 1 }
  expect(await openPersonalToken(house, 'registration', personalToken(house.keys, 'registration', first))).toBe(id)
  // As links were signed before they had numbers.
  expect(await openPersonalToken(house, 'registration', house.keys.sign('registration', id))).toBe(id)
  for (const signed of [`${id}.2`, `${id}.0`, `${id}.-1`, `${id}.1.1`, `${id}.x`, '', 'x'])
    expect(await openPersonalToken(house, 'registration', house.keys.sign('registration', signed))).toBeNull()
  expect(await openPersonalToken(house, 'not-me', personalToken(house.keys, 'registration', first))).toBeNull()
})

test('everything wrong at once, no room, and a taken name: told in words, with what was typed, and nothing changed', async () => {
  const there = await filled(house)
  const { ids } = there
  const wrong = await correct(there, ids.behind, { givenName: '', email: 'no address', role: 'Kept' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="no address"')
  expect(wrong.html).toContain('value="Kept"')
  const full = await correct(there, ids.behind, { category: 'university' })
  expect(full.status).toBe(422)
  expect(wordsOn(full.html)).toContain(
    'Nothing was changed: with these answers there is no room. What is full – Universities: ',
  )
  const taken = await correct(there, ids.behind, { familyName: 'Professor', email: 'professor@example.org' })
  expect(taken.status).toBe(422)
  expect(wordsOn(taken.html)).toContain('Another registration has this name and this address already.')
  expect(await own(ids.behind)).toMatchObject({ version: 1, linkNumber: 1, name: 'Ana Clerk' })
  const ended = await ask(house, `${at(there, ids.mayor)}/change`, there.cookie)
  expect(ended.status).toBe(303)
})

test('the form speaks of the person, not to them, and lets no browser fill in whoever corrects it', async () => {
  const there = await filled(house)
  const { cookie, ids, seminar } = there
  await query(house, `update perenne.admission set approval_for = '{elected,staff,other}' where seminar_id = $1`, [
    seminar.id,
  ])
  const { html } = await ask(house, `${at(there, ids.behind)}/change`, cookie)
  expect([...html.matchAll(/autocomplete="([^"]*)"/g)].map(([, token]) => token)).toSatisfy((tokens: string[]) =>
    tokens.every(token => token === 'off'),
  )
  const said = wordsOn(html)
  for (const words of ['The organisation', 'The person', 'Another invitation code', 'Taking part as'])
    expect(said).toContain(words)
  expect(said).not.toMatch(
    /Your organisation|I have an|You are taking part|you need|you understand|looks at this request/,
  )
  const wrong = wordsOn((await correct(there, ids.behind, { givenName: '', category: '', organisation: '' })).html)
  for (const words of ['Enter the given name.', 'Choose the category.', 'Enter the name of the organisation.'])
    expect(wrong).toContain(words)
  expect(wrong).not.toMatch(/Enter your|you are taking part/)
})

test('saved without a change: no mail, and the page does not speak of one', async () => {
  const there = await filled(house)
  const { ids } = there
  const before = await mailsTo(ids.behind)
  const sent = await correct(there, ids.behind, {})
  expect(sent.status).toBe(303)
  const said = wordsOn((await ask(house, sent.location ?? '', sent.cookie)).html)
  expect(said).toContain('Nothing has changed')
  expect(said).not.toContain('The corrections are saved')
  expect(await mailsTo(ids.behind)).toEqual(before)
  // A code of an invitation alone is a change, and told.
  const code = 'PARTNERS2018'
  const invitation = { label: 'Partners', code, places: null, reserved: false, reservedUntil: null, validUntil: null }
  const given = { ...invitation, withoutApproval: false, priority: 0 }
  expect((await makeInvitation(house, person(there.personId), there.seminar.slug, given)).outcome).toBe('made')
  await correct(there, ids.behind, { invitation: code })
  expect(await mailsTo(ids.behind)).toEqual([...before, 'registration-changed'])
})

test('a stale save shows both texts and loses nothing', async () => {
  const there = await filled(house)
  const { cookie, ids, personId } = there
  const path = `${at(there, ids.behind)}/change`
  const { html } = await ask(house, path, cookie)
  const { version, answers } = await own(ids.behind)
  await changeRegistration(house, person(personId), ids.behind, { version, answers: { ...answers, role: 'Theirs' } })
  const body: Record<string, string[]> = {}
  for (const [name, value] of fieldsOf(html)) body[name] = [...(body[name] ?? []), value]
  const stale = await send(house, path, cookie, { ...body, role: 'Mine' })
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Theirs')
  expect(stale.html).toContain('Mine')
  expect((await own(ids.behind)).role).toBe('Theirs')
})

test('nobody else corrects: not without `people`, not from another seminar, not signed out', async () => {
  const there = await filled(house)
  const other = await filled(house)
  const { seminar, ids } = there
  const path = `${at(there, ids.behind)}/change`
  const elsewhere = await signedIn(house, 'organiser', (await makeSeminar(house)).id)
  const inside = await Promise.all(
    ([null, 'evaluator', 'translator', 'door_steward', 'moderator'] as const).map(role =>
      signedIn(house, role, seminar.id),
    ),
  )
  for (const [who, expected] of [...inside.map(one => [one, 403] as const), [elsewhere, 404] as const]) {
    const page = await ask(house, path, who.cookie)
    expect(page.status).toBe(expected)
    expect(page.html).not.toMatch(/Clerk|@example\.org/)
    expect((await send(house, path, who.cookie, { email: 'thief@example.org' })).status).toBe(expected)
  }
  // A registration of another seminar, under one's own.
  const foreign = `${at(there, other.ids.behind)}/change`
  expect((await ask(house, foreign, there.cookie)).status).toBe(404)
  expect((await send(house, foreign, there.cookie, { email: 'thief@example.org' })).status).toBe(404)
  expect((await house.ask(path)).headers.get('location')).toMatch(/^\/en\/sign-in/)
  expect((await own(ids.behind)).email).toBe('clerk@example.org')
})
