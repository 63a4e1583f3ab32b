import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresRoutes } from '#convene/figures/index.ts'
import { guestRoutes } from '#convene/guests/index.ts'
import { lettersRoutes } from '#convene/letters/index.ts'
import { lifeRoutes } from '#convene/life/index.ts'
import { mailingMails, mailingRoutes } from '#convene/mailings/index.ts'
import { panelRoutes } from '#convene/programme/panel/index.ts'
import { programmeTellRoutes } from '#convene/programme/telling/index.ts'
import { formRoutes } from '#convene/registration/pages/form-routes.ts'
import { retentionRoutes } from '#convene/retention/index.ts'
import { person } from '#ground/database/actor.ts'
import { mailRoutes } from '#ground/mail/index.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { manyRegistrations } from '../../support/many-registrations.ts'
import { asked, rowsExamined } from '../../support/plans.ts'
import { ask, deskRooms, fieldsOf, send, wordsOn } from './desk-support.ts'
import { makeSeminar, query, signedIn, type TestSeminar } from './support.ts'

const people = 20_000
/** Rows that one step of a plan may go through: each registration ten times over, and never for each other. */
const mostRows = 10 * people

/** For a machine that is busy with other things: what is asked for here are numbers of queries and rows, never seconds. */
const patience = 240_000

let house: TestHouse
let seminar: TestSeminar
let organiser: Awaited<ReturnType<typeof signedIn>>
let one: string
beforeAll(async () => {
  house = await openTestHouse([
    ...deskRooms,
    { name: 'more', routes: [...figuresRoutes, ...formRoutes, ...guestRoutes, ...lettersRoutes, ...lifeRoutes] },
    { name: 'mailings', routes: [...mailingRoutes, ...mailRoutes], mails: mailingMails },
    { name: 'others', routes: [...panelRoutes, ...programmeTellRoutes, ...retentionRoutes] },
  ])
  await house.setClock('2018-06-12T08:00:00Z')
  seminar = await makeSeminar(house, {
    quotas: [
      { key: 'europe', capacity: 1, regions: ['europe'] },
      { key: 'universities', capacity: 1, categories: ['university'] },
    ],
  })
  await manyRegistrations(house.database.owner, seminar.id, people)
  organiser = await signedIn(house, 'organiser', seminar.id)
  const [row] = await query<{ id: string }>(
    house,
    `select id from perenne.registration where seminar_id = $1 and state = 'waiting' order by line desc limit 1`,
    [seminar.id],
  )
  one = row?.id ?? ''
  await mailingsToAll()
  await query(
    house,
    `insert into perenne.attendance_letter (seminar_id, number, registration_id)
     select seminar_id, row_number() over (order by line), id from perenne.registration
     where seminar_id = $1 and state = 'confirmed'`,
    [seminar.id],
  )
  await house.database.owner.query('analyze')
}, patience)
afterAll(() => house?.close())

/** One that went to everybody, and one that waits for its day. */
const sent = randomUUID()
const waiting = randomUUID()
async function mailingsToAll() {
  const everybody = { states: ['requested', 'waiting', 'offered', 'confirmed', 'refused', 'cancelled', 'expired'] }
  await query(
    house,
    `insert into perenne.mailing (id, seminar_id, audience, send_at, started_at, recipients)
     values ($2, $1, $4, perenne.now(), perenne.now(), $5), ($3, $1, $4, null, null, null)`,
    [seminar.id, sent, waiting, everybody, people],
  )
  await query(
    house,
    `insert into perenne.mailing_recipient (mailing_id, registration_id, seminar_id, mail_id)
     select $2, (data ->> 'registration')::uuid, $1, id from perenne.mail
     where space_id = $1 and template = 'registration-confirmed'`,
    [seminar.id, sent],
  )
}

/** A page of the seminar's desk; of the whole installation, with `/administration`. */
const at = (path: string) =>
  path.startsWith('/administration') ? `/en${path}` : `/en/desk/seminars/${seminar.slug}${path}`

// Each with a literal number of queries: neither pages nor people make it more.
const pages: readonly [path: string, queries: number][] = [
  ['/registrations', 11],
  ['/registrations?page=400', 11],
  ['/registrations?sort=person', 11],
  ['/registrations?sort=-person&page=400', 11],
  ['/registrations?sort=organisation&size=200', 11],
  ['/registrations?text=nunez', 11],
  ['/registrations?mail=undelivered', 11],
  ['/registrations?state=waiting&country=FR&language=es', 11],
  ['/registrations?quota=europe&with=needs&priority=given', 11],
  ['/waiting-list', 14],
  ['/waiting-list?quota=universities&page=20', 14],
  ['', 12],
  ['/figures', 14],
  ['/organisations', 7],
  ['/territories', 7],
  ['/mailings', 11],
  ['/mailings/new?state=waiting', 6],
  [`/mailings/${sent}`, 51],
  [`/mailings/${waiting}`, 51],
  ['/mails', 6],
  ['/mails?page=400', 6],
  ['/administration/mails', 5],
  ['/letters', 7],
  ['/letters?page=20', 7],
  ['/guests', 6],
  ['/retention', 7],
  ['/life', 10],
  ['/panel', 21],
  ['/programme/tell', 10],
]

test(
  '20,000 registrations: a literal number of queries for each page, and none that looks at all for each',
  async () => {
    const found: [string, number][] = []
    const examined: Record<string, number> = {}
    for (const [path] of pages) {
      const { queries, result } = await asked(() => ask(house, at(path), organiser.cookie))
      expect([path, result.status]).toEqual([path, 200])
      found.push([path, queries.length])
      for (const one of queries) {
        const rows = await rowsExamined(house, person(organiser.personId), one)
        if (rows > mostRows) examined[`${path}: ${one.text.slice(0, 200)}`] = rows
      }
    }
    expect(found).toEqual(pages)
    expect(examined).toEqual({})
  },
  patience,
)

test(
  'a mailing to everybody goes through them once, whatever the number of languages',
  async () => {
    for (const id of [sent, waiting]) {
      const { queries, result } = await asked(() => ask(house, at(`/mailings/${id}`), organiser.cookie))
      expect(result.status).toBe(200)
      for (const one of queries)
        expect(await rowsExamined(house, person(organiser.personId), one), one.text).toBeLessThanOrEqual(2 * people)
    }
  },
  patience,
)

test(
  'a query that looks at all for each is seen',
  async () => {
    const each = `select count(*) from (select line from perenne.registration limit 2000) a
    join (select line from perenne.registration limit 2000) b on a.line < b.line`
    expect(await rowsExamined(house, person(organiser.personId), { text: each, values: [] })).toBeGreaterThan(mostRows)
  },
  patience,
)

test(
  'the whole list as files: some thousands at a time, and everybody once',
  async () => {
    for (const [path, number, reads] of [
      ['/registrations.csv', people, 34],
      ['/registrations.csv?needs=1', people / 10, 35],
    ] as const) {
      const { queries, result } = await asked(() => ask(house, at(path), organiser.cookie))
      expect([path, result.status, queries.length]).toEqual([path, 200, reads])
      const rows = result.html.trim().split('\n')
      expect(rows).toHaveLength(number + 1)
      expect(new Set(rows).size).toBe(number + 1)
    }
  },
  patience,
)

test(
  'one registration: as many queries as among few',
  async () => {
    const { queries, result } = await asked(() => ask(house, at(`/registrations/${one}`), organiser.cookie))
    expect(result.status).toBe(200)
    expect(queries).toHaveLength(27)
    for (const query of queries)
      expect(await rowsExamined(house, person(organiser.personId), query)).toBeLessThanOrEqual(mostRows)
  },
  patience,
)

test(
  'all who fit are decided about in parts, after a page that says how many',
  async () => {
    const path = at('/registrations?state=requested&country=FR&size=100')
    const count = () =>
      query<{ state: string; people: number }>(
        house,
        `select state, count(*)::int as people from perenne.registration
       where seminar_id = $1 and country = 'FR' and line % 40 in (31, 32, 33, 34) group by 1 order by 1`,
        [seminar.id],
      )
    const before = (await ask(house, path, organiser.cookie)).html
    expect(before).toContain('With all 182 people who fit')
    const { queries, result: sure } = await asked(() =>
      send(house, path, organiser.cookie, { whom: 'matching', do: 'refuse' }),
    )
    expect(sure.status).toBe(200)
    expect(queries).toHaveLength(6)
    expect(wordsOn(sure.html)).toContain('Refuse 182 registrations?')
    const done = await send(house, path, organiser.cookie, {
      ...fieldsOf(sure.html, path.replaceAll('&', '&amp;')),
      reason: 'Full',
    })
    expect(done).toMatchObject({ status: 303, location: path })
    expect(wordsOn((await ask(house, path, done.cookie)).html)).toContain('182 registrations are refused.')
    expect(await count()).toEqual([{ state: 'refused', people: 182 }])
  },
  patience,
)
