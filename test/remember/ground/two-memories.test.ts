import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import type { Door } from '../../../source/ground/house.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { addressesOf, said } from '../support/addresses.ts'
import { type Memory, makeMemory, makePapers, type Papers } from '../support/memory.ts'
import { walk } from '../support/walk.ts'

// Two memories that the same person may read: row-level security lets the rows of both through, so that each query has to name
// the space it is about. Every address of the one is read while the other is empty, then again when it holds a record of every
// kind: no word and no id of the other may be there, and every answer must be what it was, its counts too. What two memories
// rightly share is not asked here: the list of the territories, the search of the whole house and what is shared with somebody
// are about all memories at once and lie outside /territories/:slug.

type Init = { headers: { cookie: string } }
const marker = 'zarzuela'
const pastDay = '2018-06-03'
const at = '/fr/territories/brecourt'
const everyDoor: Door[] = ['everyone', 'link', 'office', 'signed-in', 'administrators']

let house: TestHouse
let here: { space: string; memories: [Memory, Papers][] }
let there: string
const visitors = new Map<string, Init | undefined>([['anonymous', undefined]])
const before = new Map<string, Map<string, string>>()
const foreign = new Set<string>()
const sql = (text: string, values: unknown[] = []) => house.database.owner.query(text, values)

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-02T09:00:00Z')
  here = { space: await territory('brecourt'), memories: [] }
  there = await territory('ailleurs')
  await as(house.db, job('test'), async tx => {
    for (const visibility of [0, 2] as const) {
      const memory = await makeMemory(tx, here.space, visibility)
      here.memories.push([memory, await makePapers(tx, here.space, memory, visibility)])
    }
  })
  // Of two of the same name no list says which comes first.
  await sql(`update perenne.translation set body = concat(body, ' ', visibility) where space_id = $1`, [here.space])
  await sql(
    `update perenne.person p set family_name = concat(p.family_name, ' ', c.visibility) from perenne.contact c
     where c.person_id = p.id and c.space_id = $1`,
    [here.space],
  )
  const keeper = await makePerson(house, 'keeper@ville.example', ['Keeper', 'Test'], 'fr')
  for (const space of [here.space, there]) await giveRole(house, keeper, 'territory_editor', 'territory', space)
  visitors.set('keeper', await signedIn(house, keeper))
  await house.setClock('2018-06-04T09:00:00Z')
  for (const who of visitors.keys()) before.set(who, await answers(who))
  // The other is written on the same day, so that it was known on the day that is asked for.
  await house.setClock('2018-06-02T09:00:00Z')
  await writeTheOther()
  await house.setClock('2018-06-04T09:00:00Z')
}, 240_000)
afterAll(() => house.close())

async function territory(slug: string): Promise<string> {
  const id = await makeSpace(house, 'territory', slug)
  await sql('update perenne.space set visibility = 2 where id = $1', [id])
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality') on conflict do nothing`,
    [id],
  )
  return id
}

/** A record of each kind, internal and public, each text marked; one of its partners is the territory that is read. */
async function writeTheOther(): Promise<void> {
  await as(house.db, job('test'), async tx => {
    for (const visibility of [0, 2] as const) {
      const memory = await makeMemory(tx, there, visibility)
      await makePapers(tx, there, memory, visibility)
      await tx.updateTable('organisation').set({ territory_id: here.space }).where('id', '=', memory.actors).execute()
      await tx
        .insertInto('identifier')
        .values({
          record_table: 'organisation',
          record_id: memory.actors,
          scheme: 'siret',
          value: `2145023450001${visibility}`,
        })
        .execute()
    }
  })
  for (const [table, columns] of [
    ['translation', ['body']],
    ['interaction', ['title', 'place', 'body']],
    ['commitment', ['what']],
    ['note', ['body']],
    ['decision', ['number', 'body_name']],
    ['activity', ['identifier']],
    ['activity_place', ['name']],
    ['activity_money', ['description']],
    ['document_text', ['body']],
    ['file', ['name']],
    ['import_batch', ['name']],
  ] as const)
    for (const column of columns)
      await sql(
        `update perenne.${table} set ${column} = concat_ws(' ', '${marker}', ${column}, left(id::text, 8)) where space_id = $1`,
        [there],
      )
  await sql(
    `update perenne.person set given_name = $1, family_name = $1 where id in (select person_id from perenne.contact where space_id = $2)`,
    [marker, there],
  )
  const { rows: tables } = await sql(
    `select c.relname as name from pg_class c where c.relnamespace = 'perenne'::regnamespace and c.relkind = 'r'
     and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('id', 'space_id') and not a.attisdropped) = 2`,
  )
  for (const { name } of tables) {
    const { rows } = await sql(`select id::text from perenne.${name} where space_id = $1`, [there])
    for (const { id } of rows) foreign.add(id)
  }
}

/** Every address of the first memory, now and as of a day, and what its search finds. */
function addresses(): string[] {
  const all = (doors: readonly Door[]) =>
    here.memories.flatMap(([memory, papers]) => addressesOf('brecourt', memory, papers, doors))
  return [
    ...new Set([
      ...all(everyDoor),
      `${at}/differences?from=2000-01-01&to=2018-06-04`,
      ...['eau', 'almendro', 'mission', 'zarsuela'].map(word => `${at}/search?q=${word}`),
      ...all(['everyone']).map(address => `${address}?on=${pastDay}`),
    ]),
  ]
}

/** What somebody is told at each of them, without what is new in every answer: the key of a form, the second of a card. */
async function answers(who: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const waiting = addresses()
  const ask = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const response = await house.ask(address, visitors.get(who))
      const text = `${response.status} ${response.headers.get('location')} ${await said(response)}`
      found.set(address, text.replaceAll(/((name="_once" value=")[^"]*|\nREV:\S+)/g, '$2'))
    }
  }
  await Promise.all([ask(), ask(), ask()])
  return found
}

const strange = (text: string) => [
  ...(text.toLowerCase().includes(marker) ? [marker] : []),
  ...[...text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].map(([id]) => id).filter(id => foreign.has(id)),
]

test('the other memory is there, and whoever keeps both reads it at its own addresses', async () => {
  const pages = await walk(house, ['/fr/territories/ailleurs'], {
    within: '/fr/territories/ailleurs',
    ...(visitors.get('keeper') ? { init: visitors.get('keeper') as Init } : {}),
  })
  expect(pages.length).toBeGreaterThan(30)
  expect(pages.some(({ document }) => document.toString().includes(marker))).toBe(true)
  expect(foreign.size).toBeGreaterThan(60)
})

describe.each(['keeper', 'anonymous'])('of the other memory, at every address of the first, %s', who => {
  test('reads nothing, and is told what was told when it was empty', async () => {
    const now = await answers(who)
    const then = before.get(who)
    expect(then?.size).toBe(now.size)
    const wrong: unknown[] = []
    for (const [address, text] of now) {
      const found = strange(text)
      if (found.length > 0) wrong.push([address, found])
      else if (text !== then?.get(address)) wrong.push([address, differing(then?.get(address) ?? '', text)])
    }
    expect(wrong).toEqual([])
  })

  test('reads nothing where its links lead', async () => {
    const init = visitors.get(who)
    const pages = await walk(house, [at, `${at}?on=${pastDay}`], { within: at, most: 2, ...(init ? { init } : {}) })
    expect(pages.length).toBeGreaterThan(30)
    for (const { address, document } of pages) expect([address, strange(document.toString())]).toEqual([address, []])
  })
})

/** Where two answers part. */
function differing(one: string, other: string): [string, string] {
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  return [one.slice(Math.max(0, from - 80), from + 120), other.slice(Math.max(0, from - 80), from + 120)]
}
