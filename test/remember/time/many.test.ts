import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, anonymous, as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { type Changed, changedBetween } from '../../../source/remember/time/store/history.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { asked, rowsExamined } from '../../support/plans.ts'

// What differs between two days is compared by the database, one page of records at a time: what does not differ is not read, and
// where too much does, nothing is compared.

let house: TestHouse
let space: string
let keeper: string
let cookies: { headers: { cookie: string } }
const base = '/en/territories/brecourt'
const still = 3000
const changed = 250
const sql = (text: string, values: unknown[] = []) => house.database.owner.query(text, values)
const instant = (text: string) => Temporal.Instant.from(text)

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2012-03-01T10:00:00Z')
  space = await makeSpace(house, 'territory', 'brecourt')
  await sql('update perenne.space set visibility = 2 where id = $1', [space])
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
    [space],
  )
  const write = (count: number, name: string) =>
    sql(
      `insert into perenne.interaction (space_id, visibility, kind, during, title, language)
       select $1, n % 5 / 4 * 2, 'call', '2010', $2 || n, 'en' from generate_series(1, $3::int) n`,
      [space, name, count],
    )
  await write(still, 'still')
  await write(changed, 'before')
  await house.setClock('2016-06-01T10:00:00Z')
  await sql(`update perenne.interaction set title = replace(title, 'before', 'after') where title like 'before%'`)
  await house.setClock('2018-06-04T10:00:00Z')
  await sql('analyze perenne.record_version')
  keeper = await makePerson(house, 'keeper@ville.example', ['Kim', 'Garde'], 'en')
  await giveRole(house, keeper, 'territory_editor', 'territory', space)
  cookies = await signedIn(house, keeper)
}, 60_000)
afterAll(() => house.close())

const compare = (who: Actor, page: number, most = 10_000) =>
  asked(() =>
    as(house.db, who, tx =>
      changedBetween(tx, {
        only: null,
        space,
        earlier: instant('2014-01-01T00:00:00Z'),
        later: instant('2017-01-01T00:00:00Z'),
        told: ['title'],
        order: ['interaction'],
        page,
        size: 40,
        most,
      }),
    ),
  )

const totalOf = ({ counts }: Changed) => Object.values(counts).reduce((sum, count) => sum + count, 0)

test('one page of records comes, and says how many there are', async () => {
  const pages = await Promise.all([1, 2, 7, 8].map(page => compare(asPerson(keeper), page)))
  expect(pages.map(({ result }) => result.rows.length)).toEqual([40, 40, 10, 0])
  expect(pages.map(({ result }) => totalOf(result))).toEqual([changed, changed, changed, changed])
  const ids = pages.flatMap(({ result }) => result.rows.map(row => row.id))
  expect(new Set(ids).size).toBe(90)
  const visitor = await compare(anonymous, 1)
  expect(totalOf(visitor.result)).toBe(changed / 5)
  expect(visitor.result.rows).toHaveLength(40)
})

test('what does not differ is not read', async () => {
  for (const who of [asPerson(keeper), anonymous, job('test')]) {
    const { queries } = await compare(who, 1)
    const query = queries.find(({ text }) => text.includes('changed_keys'))
    if (!query) throw new Error('no such query')
    // Both versions of each, or one more than may be compared of each.
    expect(await rowsExamined(house, who, query)).toBeLessThanOrEqual(2 * changed)
    const bounded = (await compare(who, 1, 20)).queries.find(({ text }) => text.includes('changed_keys'))
    if (!bounded) throw new Error('no such query')
    expect(await rowsExamined(house, who, bounded)).toBeLessThanOrEqual(42)
  }
})

test('what gives the keys reads the versions that ended, or began, in between, and no other', async () => {
  const scanned = async () =>
    Number(
      (await sql(`select idx_tup_fetch from pg_stat_xact_all_tables where relname = 'record_version'`)).rows[0]
        .idx_tup_fetch,
    )
  const client = house.database.owner
  await client.query('begin')
  try {
    await client.query(`select perenne.as_actor('job', 'test')`)
    const before = await scanned()
    const { rowCount } = await client.query(`select from perenne.changed_keys($1, '2014-01-01', '2017-01-01', 10000)`, [
      space,
    ])
    expect(rowCount).toBe(2 * changed)
    expect((await scanned()) - before).toBe(2 * changed)
  } finally {
    await client.query('rollback')
  }
})

test('where too much differs, nothing is compared; no page counts what one may not see', async () => {
  const { result } = await compare(asPerson(keeper), 1, changed - 1)
  expect(result).toEqual({ rows: [], counts: {}, tooMany: true })
  // 50 of them are public: what is kept inside makes it no more for a visitor.
  expect((await compare(anonymous, 1, changed / 5)).result).toMatchObject({
    counts: { interaction: changed / 5 },
    tooMany: false,
  })
  expect((await compare(anonymous, 1, changed / 5 - 1)).result.tooMany).toBe(true)
})

test('the page leads to the next, for whoever keeps the memory and for anybody', async () => {
  const ask = async (query: string, init?: RequestInit) =>
    (await house.ask(`${base}/differences?from=2014-01-01&to=2017-01-01${query}`, init)).text()
  const first = await ask('', cookies)
  expect(first).toContain('250 records')
  expect(first.match(/<h2 id="record-/g)).toHaveLength(100)
  expect(first).toMatch(/differences\?from=2014-01-01&amp;to=2017-01-01&amp;page=2/)
  const last = await ask('&page=3', cookies)
  expect(last.match(/<h2 id="record-/g)).toHaveLength(50)
  const visitor = await ask('')
  expect(visitor).toContain('50 records')
  expect(visitor).not.toContain('page=2')
})
