import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveMemories } from '../../../source/demo/memories.ts'
import { findDemoPerson, makeDemoPersons } from '../../../source/demo/persons.ts'
import { makeDemoTerritories } from '../../../source/demo/territories.ts'
import { as, asItWas, job, person } from '../../../source/ground/database/actor.ts'
import { textsOf } from '../../../source/ground/languages/texts.ts'
import { loadMemories } from '../../../source/remember/acts/load-memory.ts'
import { findMemory } from '../../../source/remember/store/memories.ts'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'

// The three memories of the demonstration, written down day by day by those who kept them.
let house: TestHouse
let took: number
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2015-09-01T09:00:00+02:00')
  await makeDemoPersons(house, ['administrator'], 'none')
  await makeDemoTerritories(house)
  await makeDemoPersons(house, ['keeper'], 'none')
  const before = performance.now()
  await liveMemories(house, house.setClock)
  took = performance.now() - before
})
afterAll(() => house.close())

const rows = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  (await house.database.owner.query(sql, values)).rows as T[]

test('each memory holds what its file says, and the demo starts no more than a few seconds later for it', async () => {
  const counted = await rows(`
    select s.slug, (select count(*)::int from perenne.relationship r where r.space_id = s.id) as relationships,
      (select count(*)::int from perenne.interaction i where i.space_id = s.id) as interactions,
      (select count(*)::int from perenne.term t where t.space_id = s.id) as terms
    from perenne.space s where s.slug in ('brecourt-sur-loire', 'puerto-almendro', 'red-confluencia') order by s.slug`)
  expect(counted).toEqual([
    { slug: 'brecourt-sur-loire', relationships: 8, interactions: 18, terms: 4 },
    { slug: 'puerto-almendro', relationships: 8, interactions: 15, terms: 6 },
    { slug: 'red-confluencia', relationships: 7, interactions: 8, terms: 4 },
  ])
  // Two seconds on a quiet machine; tests run beside each other.
  expect(took, `${Math.round(took)} ms`).toBeLessThan(15_000)
})

test('the past is there at once: a page read as of 2016 tells what the office believed then', async () => {
  const keeper = person((await findDemoPerson(house, 'keeper')) ?? '')
  const space = await as(house.db, keeper, tx => findMemory(tx, 'brecourt-sur-loire'))
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    `select id from perenne.relationship where key = 'puerto-almendro'`,
  )
  const narrative = async (at: string) => {
    const then = { space: space?.id ?? '', at: Temporal.Instant.from(at) }
    const found = await asItWas(house.db, keeper, then, tx => textsOf(tx, [id]))
    return found.get(id)?.narrative?.bodies.fr?.body
  }
  expect(await narrative('2016-12-31T00:00:00Z')).toContain('Échanges réguliers')
  expect(await narrative('2017-12-31T00:00:00Z')).toContain('sans réponse')
  expect(await narrative('2015-01-01T00:00:00Z')).toBeUndefined()
  const changed = await rows<{ n: number }>(`
    select count(distinct coalesce(doc ->> 'record_id', record_id::text))::int as n from perenne.record_version v
    where upper(known) between '2016-01-01' and '2018-01-01' and space_id = '${space?.id}'
      and ended_by_kind is null`)
  expect(changed[0]?.n).toBeGreaterThanOrEqual(12)
})

test('whoever kept the memory then stands beside what they wrote', async () => {
  const wrote = await rows(`
    select p.family_name, min(lower(v.known))::date::text as first, max(lower(v.known))::date::text as last
    from perenne.record_version v join perenne.person p on p.id::text = v.actor_id
      join perenne.space s on s.id = v.space_id and s.slug = 'brecourt-sur-loire'
    where v.record_table = 'interaction' group by 1 order by 2`)
  expect(wrote).toMatchObject([
    { family_name: 'Vasseur', first: '2015-09-14' },
    { family_name: 'Gaudry', last: '2018-04-20' },
  ])
})

test('a file that is not right is told by line, and nothing is written', async () => {
  const before = await rows(`select count(*)::int as n from perenne.record_version`)
  const text = `perenne: memory/1
space: {kind: territory, slug: brecourt-sur-loire}
source: fr
since: 2015-09-14
relationships:
  - key: somewhere
    kind: twining
    during: "9/4"
    name: Quelque part
    parties: [{organisation: nobody}]
  - {key: somewhere-else, kind: twinning, during: 2001/.., name: Ailleurs, parties: [{organisation: nobody}]}
`
  const load = (of: string) =>
    loadMemories(
      house,
      [{ name: 'x.yaml', text: of, who: () => job('test') }],
      house.setClock,
      Temporal.PlainDate.from('2018-05-01'),
    )
  await expect(load(text)).rejects.toThrow(
    'x.yaml:7:11 relationships[0].kind: one of twinning, cooperation, triangular, network, declaration',
  )
  await expect(load(text)).rejects.toThrow('x.yaml:8:13 relationships[0].during: edtf')
  await expect(load(text.replace('twining', 'twinning').replace('"9/4"', '2001/..'))).rejects.toThrow(
    'x.yaml:10:30 relationships[0].parties[0].organisation: a key of organisations',
  )
  expect(await rows(`select count(*)::int as n from perenne.record_version`)).toEqual(before)
})
