import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresRoutes } from '#convene/figures/index.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, deskRooms, filled, queriesOf, wordsOn } from '../registration/desk-support.ts'
import { makeSeminar, query, registered, signedIn } from '../registration/support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([...deskRooms, { name: 'figures', routes: figuresRoutes }])
})
afterAll(() => house.close())

const figures = (seminar: { slug: string }, ending = '', locale = 'en') =>
  `/${locale}/desk/seminars/${seminar.slug}/figures${ending}`
const rowsOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map(line => line.split(','))

test('each figure is a picture and a table, and the numbers are those of the other pages', async () => {
  const { seminar, cookie } = await filled(house)
  const { status, html } = await ask(house, figures(seminar), cookie)
  expect(status).toBe(200)
  const said = wordsOn(html)
  for (const title of ['Places by quota', 'Registrations per day', 'States', 'Regions', 'Countries', 'Categories'])
    expect(html).toContain(`<h2>${title}</h2>`)
  // 4 places: professor, clerk and the invited hold one each; one is kept for the invitation.
  expect(said).toContain('The whole seminar 4 3 1 0 1')
  expect(said).toContain('Universities 1 1 0 0 1')
  expect(said).not.toMatch(/Ana |Duarte|@example\.org/)
  const csv = await house.ask(figures(seminar, '.csv'), { headers: { cookie } })
  expect(csv.headers.get('content-disposition')).toContain(`${seminar.slug} figures 2018-06-12.csv`)
  const rows = rowsOf(await csv.text())
  expect(rows[0]).toEqual(['Figure', 'Value', 'Measure', 'People'])
  const states = Object.fromEntries(rows.filter(([figure]) => figure === 'States').map(row => [row[1], Number(row[3])]))
  const counted = await query<{ state: string; people: number }>(
    house,
    'select state, count(*)::int as people from perenne.registration where seminar_id = $1 group by 1',
    [seminar.id],
  )
  const at = (state: string) => counted.find(row => row.state === state)?.people ?? 0
  expect(states).toMatchObject({
    confirmed: at('confirmed'),
    'waiting list': at('waiting'),
    cancelled: at('cancelled'),
    'to examine': at('requested'),
  })
  expect(rows).toContainEqual(['Countries', 'Ghana', 'Registered', '1'])
  expect(rows.filter(([figure]) => figure === 'Registrations per day').map(row => row[3])).toEqual(
    expect.arrayContaining(['6', '0']),
  )
})

test('a picture is text of ours: no style in line, a title and a description, patterns, nothing of HTML from outside', async () => {
  const { seminar, cookie } = await filled(house)
  await query(
    house,
    `update perenne.registration set organisation_name = '<script>alert(1)</script> & "sons"' where seminar_id = $1`,
    [seminar.id],
  )
  const { html } = await ask(house, figures(seminar, '', 'fr'), cookie)
  const pictures = html.match(/<svg[^>]*role="img".*?<\/svg>/gs) ?? []
  expect(pictures.length).toBeGreaterThan(8)
  for (const picture of pictures) {
    expect(picture).not.toMatch(/<style|\sstyle=|<script|on\w+=/)
    expect(picture).toMatch(/aria-labelledby="[a-z-]+-title [a-z-]+-description"/)
    expect(picture).toMatch(/<title id="[a-z-]+-title">.+?<\/title>/)
  }
  expect(html).not.toContain('<script>alert(1)')
  expect(html).toContain('quotas-hatched')
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('nobody yet: it says what to do next', async () => {
  const seminar = await makeSeminar(house)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const { status, html } = await ask(house, figures(seminar), cookie)
  expect(status).toBe(200)
  expect(html).toContain('Nothing to count yet')
  expect(html).not.toContain('role="img"')
})

test('an evaluator reads numbers, small ones as “fewer than 5”, and no organisation of few', async () => {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house)
  for (let n = 0; n < 6; n++)
    await registered(house, seminar, {
      email: `p${n}@example.org`,
      familyName: `Person ${n}`,
      country: n < 5 ? 'BR' : 'FR',
      organisation: n < 5 ? 'City of many' : 'City of one',
    })
  const { cookie } = await signedIn(house, 'evaluator', seminar.id)
  const { status, html } = await ask(house, figures(seminar), cookie)
  expect(status).toBe(200)
  const said = wordsOn(html)
  expect(said).toContain('Brazil 5 5')
  expect(said).toContain('France fewer than 5 fewer than 5')
  expect(said).toContain('City of many')
  expect(html).not.toMatch(/City of one|Person \d|example\.org/)
  const csv = await (await house.ask(figures(seminar, '.csv'), { headers: { cookie } })).text()
  expect(rowsOf(csv)).toContainEqual(['Countries', 'France', 'Registered', 'fewer than 5'])
  expect(csv).not.toMatch(/City of one/)
  const organiser = await signedIn(house, 'organiser', seminar.id)
  expect(wordsOn((await ask(house, figures(seminar), organiser.cookie)).html)).toContain('France 1 1')
})

test('who neither looks after people nor evaluates reads no figure; another seminar’s people find no such page', async () => {
  const { seminar } = await filled(house)
  const other = await makeSeminar(house)
  for (const ending of ['', '.csv']) {
    for (const role of ['translator', 'door_steward'] as const) {
      const { cookie } = await signedIn(house, role as 'translator', seminar.id).catch(() => ({ cookie: '' }))
      if (cookie !== '') expect((await ask(house, figures(seminar, ending), cookie)).status).toBe(403)
    }
    for (const role of ['organiser', 'evaluator'] as const) {
      const { cookie } = await signedIn(house, role, other.id)
      expect((await ask(house, figures(seminar, ending), cookie)).status).toBe(404)
    }
    expect((await house.ask(figures(seminar, ending))).status).toBe(303)
  }
})

test('as many queries for one registration as for three', async () => {
  await house.setClock('2018-06-05T10:00:00Z')
  const asked = async (people: number) => {
    const seminar = await makeSeminar(house)
    for (let n = 0; n < people; n++)
      await registered(house, seminar, {
        email: `p${n}@example.org`,
        familyName: `P${n}`,
        organisation: `City ${n}`,
        country: ['BR', 'FR', 'CO'][n] as string,
        language: (['pt', 'fr', 'es'] as const)[n] as 'pt',
      })
    const { cookie } = await signedIn(house, 'organiser', seminar.id)
    return queriesOf(house, figures(seminar), cookie)
  }
  expect([await asked(1), await asked(3)]).toEqual([14, 14])
})
