import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { storeFile } from '../../../source/ground/files/index.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeMemory } from '../support/memory.ts'

// A memory that is not public has public records all the same: written before it was closed, or public by default. Nobody who may
// not open its pages finds them, or opens its files.

type Init = { headers: { cookie: string } }
let house: TestHouse
let space: string
let file: string
const visitors = new Map<string, Init | undefined>()
const sql = (text: string, values: unknown[] = []) => house.database.owner.query(text, values)

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  space = await makeSpace(house, 'territory', 'brecourt')
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
    [space],
  )
  const near = await makeSpace(house, 'territory', 'near')
  const far = await makeSpace(house, 'territory', 'far')
  const network = await makeSpace(house, 'network', 'net')
  for (const member of [space, near])
    await sql('insert into perenne.network_member (space_id, member_id) values ($1, $2)', [network, member])
  const memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 2))
  const stored = await storeFile(house, job('test'), {
    spaceId: space,
    name: 'a.txt',
    content: new Blob(['Convention']),
    visibility: 2,
  })
  if (!stored.ok) throw new Error(stored.problem)
  file = stored.file.id
  visitors.set('anonymous', undefined)
  for (const [name, role, where] of [
    ['keeper', 'territory_editor', space],
    ['evaluator', 'evaluator', space],
    ['neighbour', 'territory_editor', near],
    ['stranger', 'territory_editor', far],
    ['nobody', null, far],
    ['guest', null, far],
  ] as const) {
    const id = await makePerson(house, `${name}@ville.example`, [name, 'Test'], 'fr')
    if (role) await giveRole(house, id, role, 'territory', where)
    if (name === 'guest')
      await sql(
        `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'relationship', $2, $3, perenne.now() + interval '9 days')`,
        [space, memory.relationships, id],
      )
    visitors.set(name, await signedIn(house, id))
  }
})
afterAll(() => house.close())

const seen = async (who: string) => {
  const init = visitors.get(who)
  const ask = async (path: string) => house.ask(path, init)
  const finds = async (path: string) => (await (await ask(path)).text()).includes('/territories/brecourt/')
  return {
    page: (await ask('/fr/territories/brecourt')).status,
    file: (await ask(`/fr/files/${file}`)).status,
    found: await finds('/fr/search?q=almendro'),
    inSpanish: await finds('/es/search?q=cooperacion%20almendro'),
    // What only looks like a title.
    resembling: await finds('/fr/search?q=cooperasion%20almandro'),
  }
}
const all = { page: 200, file: 200, found: true, inSpanish: true, resembling: true }
const nothing = { page: 404, file: 404, found: false, inSpanish: false, resembling: false }

describe.each([
  [2, ['anonymous', 'nobody', 'stranger', 'neighbour', 'guest', 'evaluator', 'keeper']],
  [1, ['neighbour', 'guest', 'evaluator', 'keeper']],
  [0, ['guest', 'evaluator', 'keeper']],
] as const)('a memory of the circle %i', (visibility, open) => {
  beforeAll(() => sql('update perenne.space set visibility = $1 where id = $2', [visibility, space]))
  test.each(['anonymous', 'nobody', 'stranger', 'neighbour', 'guest', 'evaluator', 'keeper'])('to %s', async who => {
    expect(await seen(who)).toEqual((open as readonly string[]).includes(who) ? all : nothing)
  })
})
