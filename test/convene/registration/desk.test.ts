import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { register } from '#convene/registration/index.ts'
import { house, openHouse } from './house.ts'
import { answers, makeSeminar, rooms, signedIn, type TestSeminar } from './support.ts'

openHouse(rooms)

const list = (seminar: TestSeminar, query = '') => `/en/desk/seminars/${seminar.slug}/registrations${query}`
const ask = async (path: string, cookie: string) => {
  const response = await house.ask(path, { headers: { cookie } })
  return { status: response.status, html: await response.text() }
}
const namesIn = (html: string) =>
  [...html.matchAll(/<th scope="row">.*?<span dir="auto">([^<]+)</gs)].map(match => match[1])

async function filled() {
  const seminar = await makeSeminar(house, { capacity: 2 })
  const people = [
    {
      givenName: 'Élodie',
      familyName: 'Zénon',
      email: 'z@example.org',
      country: 'FR',
      category: 'elected',
      organisation: 'Ville de Clairfontaine',
    },
    {
      givenName: 'Bruno',
      familyName: 'Alves',
      email: 'a@example.org',
      country: 'BR',
      category: 'staff',
      organisation: 'Prefeitura',
    },
    {
      givenName: 'Kofi',
      familyName: 'Ánsah',
      email: 'm@example.org',
      country: 'GH',
      category: 'university',
      organisation: 'نور 100%',
    },
  ] as const
  for (const person of people) await register(house, answers(seminar, person))
  return seminar
}

test('the list: figures, and every filter, sort and page by address', async () => {
  const seminar = await filled()
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const all = await ask(list(seminar), cookie)
  expect(all.status).toBe(200)
  expect(namesIn(all.html)).toEqual(['Kofi Ánsah', 'Bruno Alves', 'Élodie Zénon'])
  expect(all.html).toMatch(/Confirmed<\/dt><dd class="value"><a href="[^"]+">2<\/a><span class="of"> \/ 2/)
  expect(all.html).toMatch(/Waiting<\/dt><dd class="value"><a href="[^"]+">1</)
  const shown = async (query: string) => namesIn((await ask(list(seminar, query), cookie)).html)
  expect(await shown('?sort=person')).toEqual(['Bruno Alves', 'Kofi Ánsah', 'Élodie Zénon'])
  expect(await shown('?sort=-person')).toEqual(['Élodie Zénon', 'Kofi Ánsah', 'Bruno Alves'])
  for (const key of ['organisation', 'country', 'category', 'state', 'since', 'requested']) {
    expect(await shown(`?sort=-${key}`)).toEqual((await shown(`?sort=${key}`)).toReversed())
  }
  expect(await shown('?state=waiting')).toEqual(['Kofi Ánsah'])
  expect(await shown('?region=europe')).toEqual(['Élodie Zénon'])
  expect(await shown('?category=staff&region=latin-america')).toEqual(['Bruno Alves'])
  expect(await shown('?text=ELODIE')).toEqual(['Élodie Zénon'])
  expect(await shown('?text=100%25')).toEqual(['Kofi Ánsah'])
  expect(await shown(`?text=${encodeURIComponent("' or 1=1 --")}`)).toEqual([])
  expect(await shown('?state=king&page=-3&sort=drop')).toHaveLength(3)
})

test('who may not: sign-in, refusal, or no such page; another seminar’s organiser sees nothing', async () => {
  const seminar = await filled()
  const internal = await makeSeminar(house, { visibility: 0 })
  const stranger = await signedIn(house, 'organiser', (await makeSeminar(house)).id)
  const steward = await signedIn(house, 'door_steward', seminar.id)
  const nobody = await signedIn(house, null, seminar.id)
  expect((await house.ask(list(seminar))).headers.get('location')).toMatch(/^\/en\/sign-in/)
  for (const [{ cookie }, expected] of [
    [stranger, 404],
    [steward, 403],
    [nobody, 403],
  ] as const) {
    const { status, html } = await ask(list(seminar), cookie)
    expect(status).toBe(expected)
    expect(html).not.toMatch(/Alves|a@example/)
  }
  expect((await ask(list(internal), stranger.cookie)).status).toBe(404)
  expect((await ask(`/en/desk/seminars/${internal.slug}`, stranger.cookie)).status).toBe(404)
  expect((await ask(`/en/desk/seminars/${seminar.slug}`, stranger.cookie)).status).toBe(404)
  const desk = await ask('/en/desk', steward.cookie)
  expect(desk.html).toContain(`/en/desk/seminars/${seminar.slug}`)
  expect(desk.html).not.toContain(internal.slug)
  expect((await ask(`/en/desk/seminars/${seminar.slug}`, steward.cookie)).html).not.toContain('/registrations')
  const own = await signedIn(house, 'organiser', seminar.network, 'network')
  expect((await ask(`/en/desk/seminars/${seminar.slug}`, own.cookie)).html).toContain('/registrations')
  expect((await ask(list(seminar), own.cookie)).status).toBe(200)
})

test('fifty to a page; a page that is not there is empty, and says so', async () => {
  const seminar = await makeSeminar(house, { capacity: 60 })
  for (let n = 1; n <= 52; n++) {
    await register(house, answers(seminar, { familyName: `N${n}`, email: `n${n}@example.org` }))
  }
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  expect(namesIn((await ask(list(seminar, '?sort=requested'), cookie)).html)).toHaveLength(50)
  expect(namesIn((await ask(list(seminar, '?sort=requested&page=2'), cookie)).html)).toEqual(['Ana N51', 'Ana N52'])
  expect((await ask(list(seminar, '?page=9'), cookie)).html).toContain('Nobody matches')
})

test('an empty list says what to do next', async () => {
  const seminar = await makeSeminar(house)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  expect((await ask(list(seminar), cookie)).html).toContain('Nobody has registered yet')
})

test('the list and the desk ask the database as often for 3 rows as for 1', async () => {
  const one = await makeSeminar(house)
  await register(house, answers(one))
  const three = await filled()
  const organiser = await signedIn(house, 'organiser', one.id)
  const other = await signedIn(house, 'organiser', three.id)
  const count = async (path: string, cookie: string) => {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    const { status } = await ask(path, cookie)
    expect(status).toBe(200)
    const asked = spy.mock.calls.map(call => String((call[0] as { text?: string }).text ?? call[0]))
    spy.mockRestore()
    return asked.filter(text => /^\s*(select|with|insert|update|delete)/i.test(text)).length
  }
  // Reading the session 3; seminar and title 2; figures 1, quotas and their names 2, choices 1, mails that failed 1, rows 1.
  expect(await count(list(one), organiser.cookie)).toBe(11)
  expect(await count(list(three), other.cookie)).toBe(11)
  // Reading the session 3; seminars and their titles 2.
  expect(await count('/en/desk', organiser.cookie)).toBe(5)
  // Besides: limit per organisation 1, quotas, their names and their invitations 3, the line 1.
  const page = (seminar: TestSeminar) => `/en/desk/seminars/${seminar.slug}`
  expect(await count(page(one), organiser.cookie)).toBe(12)
  expect(await count(page(three), other.cookie)).toBe(12)
})
