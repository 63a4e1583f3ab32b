import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, deskRooms, fieldsOf, filled, send, wordsOn } from './desk-support.ts'
import { disagreements, makeSeminar, signedIn, stateOf } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(deskRooms)
})
afterAll(() => house.close())

type Filled = Awaited<ReturnType<typeof filled>>
const at = ({ seminar }: Pick<Filled, 'seminar'>, search = '') =>
  `/en/desk/seminars/${seminar.slug}/registrations${search}`
const formOf = (html: string, path: string) => fieldsOf(html, path.replaceAll('&', '&amp;'))

test('everybody who fits is approved after a page that says how many; a second sending does nothing more', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const path = at(there)
  const sure = await send(house, path, cookie, { whom: 'matching', do: 'approve' })
  expect(wordsOn(sure.html)).toContain('Of 6 people who fit, this concerns 1 person')
  expect(await stateOf(house, ids.requested)).toBe('requested')
  const form = formOf(sure.html, path)
  const done = await send(house, path, cookie, form)
  expect(done).toMatchObject({ status: 303, location: path })
  expect(await stateOf(house, ids.requested)).toBe('waiting')
  expect(await send(house, path, cookie, form)).toMatchObject({ status: 303, location: path })
  expect(await disagreements(house, there.seminar.id)).toEqual([])
})

test('who changed meanwhile is told with the new numbers, and nothing is done until they are seen', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const path = at(there, '?category=university')
  const sure = await send(house, path, cookie, { whom: 'matching', do: 'cancel' })
  expect(wordsOn(sure.html)).toContain('Cancel 2 registrations?')
  // A colleague cancels one of them.
  const one = await send(house, at(there), cookie, { do: 'cancel', 'id[]': [ids.professor] })
  await send(house, at(there), cookie, { ...fieldsOf(one.html, at(there)), reason: '' })
  const stale = await send(house, path, cookie, { ...formOf(sure.html, path), reason: 'Kept words' })
  expect(stale.status).toBe(422)
  expect(wordsOn(stale.html)).toContain('The list has changed meanwhile')
  expect(wordsOn(stale.html)).toContain('Cancel 1 registration?')
  expect(stale.html).toContain('Kept words')
  expect(await stateOf(house, ids.waiting)).toBe('confirmed')
  const done = await send(house, path, cookie, { ...formOf(stale.html, path), reason: 'Kept words' })
  expect(done.status).toBe(303)
  expect(await stateOf(house, ids.waiting)).toBe('cancelled')
  expect(await disagreements(house, there.seminar.id)).toEqual([])
})

test('to refuse all asks for a reason, leaves the confirmed alone, and says when it concerns nobody', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const path = at(there, '?quota=overall')
  const sure = await send(house, path, cookie, { whom: 'matching', do: 'refuse' })
  expect(wordsOn(sure.html)).toContain('Refuse 2 registrations?')
  // Neither has a place: nothing is lost by it, and nothing goes to the line.
  expect(wordsOn(sure.html)).toContain('None of them has a place. A mail tells each person, with your reason.')
  expect(wordsOn(sure.html)).not.toContain('Whoever has a place')
  const none = await send(house, path, cookie, { ...formOf(sure.html, path), reason: ' ' })
  expect([none.status, wordsOn(none.html)]).toEqual([422, expect.stringContaining('Write why')])
  await send(house, path, cookie, { ...formOf(none.html, path), reason: 'Full' })
  expect([await stateOf(house, ids.waiting), await stateOf(house, ids.behind)]).toEqual(['refused', 'confirmed'])
  const cancelled = await send(house, path, cookie, { whom: 'matching', do: 'cancel' })
  expect(wordsOn(cancelled.html)).toContain('Whoever has a place gives it back')
  const nobody = await send(house, path, cookie, { whom: 'matching', do: 'refuse' })
  expect(nobody.status).toBe(303)
  expect((await send(house, path, cookie, { whom: 'matching', do: 'dance' })).status).toBe(422)
})

test('to write leads to a new mailing: by what they have in common where that says it all, else one by one', async () => {
  const there = await filled(house)
  const { cookie, ids, seminar } = there
  const mailing = `/en/desk/seminars/${seminar.slug}/mailings/new?`
  const by = async (search: string, fields: Record<string, string | string[]>) =>
    (await send(house, at(there, search), cookie, { do: 'write', ...fields })).location
  expect(await by('?state=waiting&category=university&language=pt', { whom: 'matching' })).toBe(
    `${mailing}state=waiting&category=university&languages=pt`,
  )
  expect(await by('?text=clerk', { whom: 'matching' })).toBe(`${mailing}registration=${ids.behind}`)
  expect(await by('', { 'id[]': [ids.behind, ids.waiting] })).toBe(
    `${mailing}registration=${ids.behind}&registration=${ids.waiting}`,
  )
})

test('filters: quota, needs, invitation, priority, language, accents forgiven; the unknown is passed over', async () => {
  const there = await filled(house)
  const { cookie, ids } = there
  const names = async (search: string) => {
    const { html } = await ask(house, at(there, search), cookie)
    return [...html.matchAll(/aria-label="Choose Ana (\w+)"/g)].map(([, name]) => name).sort()
  }
  expect(await names('?quota=universities')).toEqual(['Professor', 'Researcher'])
  expect(await names('?quota=nowhere')).toEqual([])
  expect(await names(`?invitation=${ids.invitation}`)).toEqual(['Invited'])
  expect(await names('?priority=given')).toEqual(['Invited'])
  expect(await names('?language=fr')).toEqual([])
  expect(await names('?with=needs')).toEqual([])
  expect(await names('?text=PROFÉSSOR')).toEqual(['Professor'])
  expect(await names('?size=7&list=x&invitation=y')).toHaveLength(5)
})

test('nobody decides about all without looking after these people', async () => {
  const there = await filled(house)
  const elsewhere = await makeSeminar(house)
  for (const [role, space, status] of [
    ['evaluator', there.seminar.id, 403],
    ['translator', there.seminar.id, 403],
    ['organiser', elsewhere.id, 404],
  ] as const) {
    const { cookie } = await signedIn(house, role, space)
    for (const what of ['approve', 'refuse', 'cancel', 'write'])
      expect((await send(house, at(there), cookie, { whom: 'matching', do: what, sure: 'yes' })).status).toBe(status)
  }
  expect(await stateOf(house, there.ids.requested)).toBe('requested')
})
