import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

// A day that somebody writes into an address is any text. Every page of a memory, and the log, is asked for years that PostgreSQL
// or Temporal do not know; and what is worked on has no past, and leads to itself today.

type Init = { headers: { cookie: string } }
let house: TestHouse
let memory: Memory
const visitors = new Map<string, Init | undefined>()
const base = '/fr/territories/brecourt'
const sql = (text: string, values: unknown[] = []) => house.database.owner.query(text, values)

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  const space = await makeSpace(house, 'territory', 'brecourt')
  await sql('update perenne.space set visibility = 2 where id = $1', [space])
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
    [space],
  )
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 2))
  const [{ id: installation }] = (await sql(`select id from perenne.space where kind = 'installation'`)).rows
  for (const [name, role, kind, where] of [
    ['keeper', 'territory_editor', 'territory', space],
    ['evaluator', 'evaluator', 'territory', space],
    ['administrator', 'administrator', 'installation', installation],
  ] as const) {
    const id = await makePerson(house, `${name}@ville.example`, [name, 'Test'], 'fr')
    await giveRole(house, id, role, kind, where)
    visitors.set(name, await signedIn(house, id))
  }
  visitors.set('anonymous', undefined)
})
afterAll(() => house.close())

/** Every page of a memory, filled in with its records. */
function pages(): string[] {
  return rooms
    .flatMap(room => room.routes)
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/:l/territories/:slug'))
    .map(({ path }) => {
      const folder = /\/([a-z]+)\/:id/.exec(path)?.[1] as keyof Memory | undefined
      return path
        .replace('/:l/territories/:slug', base)
        .replace(':id', (folder && memory[folder]) ?? memory.relationships)
        .replace(':table', 'relationship')
        .replace(':file', 'relationships.csv')
        .replace(/:[a-z]+/g, memory.relationships)
    })
}

const badYears = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '1899-12-31',
  '-271821-04-20',
  '+275760-09-13',
  '2015-02-30',
]
const instants = [
  '0000-01-01T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '-004713-01-01T00:00:00Z',
]
const years = badYears.map(day => day.slice(0, day.startsWith('+') || day.startsWith('-') ? 7 : 4))

describe.each(['keeper', 'anonymous'])('%s', who => {
  test.each(badYears.map((day, index) => [day, instants[index % instants.length] as string, years[index] as string]))(
    'no page fails when it is asked for %s',
    async (day, instant, year) => {
      const [on, before, at] = [day, instant, year].map(encodeURIComponent)
      const query = `?on=${on}&from=${on}&to=${on}&before=${before}&when=${on}&at=${at}&scale=years&year=${at}`
      const failed: string[] = []
      for (const path of pages()) {
        const response = await house.ask(`${path}${query}`, visitors.get(who))
        if (response.status >= 500) failed.push(`${path}: ${response.status}`)
      }
      expect(failed).toEqual([])
    },
    60_000,
  )
  test('nor the pages that read one of these alone', async () => {
    const asked = [...badYears, ...instants, ...years]
      .map(encodeURIComponent)
      .flatMap(text => [
        `/timeline?scale=years&at=${text}`,
        `/timeline?scale=months&at=${text}`,
        `/timeline?scale=days&at=${text}-01`,
        `/differences?from=${text}`,
        `/differences?from=2015-01-01&to=${text}`,
        `/history?before=${text}`,
        `/search?q=eau&from=${text}&to=${text}`,
        `/posts?when=${text}`,
      ])
    for (const path of [...asked, ...['0005', '0010', '9990'].map(at => `/timeline?scale=years&at=${at}`)]) {
      const { status } = await house.ask(`${base}${path}`, visitors.get(who))
      expect([path, status < 500]).toEqual([path, true])
    }
  })
  test('a day that is none says nothing of the past', async () => {
    for (const day of ['0000-01-01', '1899-12-31', '2018-06-04', '2044-01-01']) {
      const page = await (await house.ask(`${base}/journal?on=${day}`, visitors.get(who))).text()
      expect([day, page.includes(`${base}/relationships?on=${day}`)]).toEqual([day, false])
    }
    const page = await (await house.ask(`${base}/journal?on=1900-01-01`, visitors.get(who))).text()
    expect(page).toContain(`${base}/relationships?on=1900-01-01`)
  })
})

test('the log of the house, asked for such days, answers', async () => {
  for (const day of [...badYears, ...instants].map(encodeURIComponent))
    for (const path of ['/fr/administration/log', '/es/administration/log']) {
      const { status } = await house.ask(
        `${path}?since=${day}&until=${day}&before=${day}`,
        visitors.get('administrator'),
      )
      expect([path, day, status]).toEqual([path, day, 200])
    }
})

test('a version of such a moment is put back by nobody', async () => {
  for (const moment of [...instants, '1899-12-31T00:00:00Z', '2044-01-01T00:00:00Z']) {
    const path = `${base}/records/relationship/${memory.relationships}/put-back`
    const { status } = await house.send(path, { moment }, visitors.get('keeper') as Init)
    expect([moment, status]).toEqual([moment, 303])
  }
})

describe('what is worked on has no past', () => {
  const working = () => [
    '/documents/due',
    '/documents/new',
    '/import',
    '/journal/new',
    '/actors/duplicates',
    `/contacts/${memory.contacts}/edit`,
    `/records/relationship/${memory.relationships}/share`,
  ]
  test('whoever edits is led to the page of today, with what else its address asks', async () => {
    for (const path of working()) {
      const response = await house.ask(`${base}${path}?page=2&on=2018-06-03`, visitors.get('keeper'))
      expect([path, response.status, response.headers.get('location')]).toEqual([path, 303, `${base}${path}?page=2`])
      expect((await house.ask(`${base}${path}`, visitors.get('keeper'))).status).toBe(200)
    }
  })
  test('nobody else is led there, and nothing is written from the past', async () => {
    for (const path of working()) {
      const { status } = await house.ask(`${base}${path}?on=2018-06-03`, visitors.get('evaluator'))
      expect([path, status]).toEqual([path, 403])
    }
    const path = `${base}/records/relationship/${memory.relationships}/share?on=2018-06-03`
    expect((await house.send(path, {}, visitors.get('keeper') as Init)).status).toBe(403)
  })
})

test('a record that is there says what opening it opens; a new one has no past', async () => {
  for (const [locale, said] of [
    ['fr', 'ses versions passées s’ouvrent aussi'],
    ['es', 'también se abren sus versiones anteriores'],
    ['pt', 'abrem-se também as versões anteriores'],
    ['en', 'its past versions open too'],
  ] as const) {
    const page = async (path: string) =>
      (await house.ask(`/${locale}/territories/brecourt${path}`, visitors.get('keeper'))).text()
    for (const [folder, id] of [
      ['relationships', memory.relationships],
      ['journal', memory.journal],
      ['documents', memory.documents],
      ['contacts', memory.contacts],
      ['commitments', memory.commitments],
    ])
      expect([folder, (await page(`/${folder}/${id}/edit`)).includes(said)]).toEqual([folder, true])
    for (const folder of ['relationships', 'documents', 'contacts'])
      expect([folder, (await page(`/${folder}/new`)).includes(said)]).toEqual([folder, false])
  }
})
