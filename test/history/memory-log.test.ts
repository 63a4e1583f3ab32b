import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { rooms } from '../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../people/support.ts'
import { type Memory, makeMemory } from '../remember/support/memory.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let memory: Memory
let keeper: string
let administrator: { headers: { cookie: string } }

beforeAll(async () => {
  house = await openTestHouse(rooms)
  const space = await makeSpace(house, 'territory', 'brecourt')
  keeper = await makePerson(house, 'keeper@ville.example', ['Kim', 'Garde'], 'fr')
  await giveRole(house, keeper, 'territory_editor', 'territory', space)
  const admin = await makePerson(house, 'admin@ville.example', ['Ada', 'Souche'], 'fr')
  await giveRole(house, admin, 'administrator', 'installation')
  administrator = await signedIn(house, admin)
  await as(house.db, job('test'), async tx => {
    memory = await makeMemory(tx, space, 0)
  })
})
afterAll(() => house.close())

const log = async (locale: string) =>
  (await (await house.ask(`/${locale}/administration/log?part=memory`, administrator)).text()).replaceAll('\u00a0', ' ')

test('what is made public is named, and who may see it is said in words', async () => {
  await as(house.db, { kind: 'person', id: keeper }, tx =>
    tx.updateTable('relationship').set({ visibility: 2 }).where('id', '=', memory.relationships).execute(),
  )
  expect(await log('fr')).toContain('Qui le voit : Interne → Public')
  expect(await log('es')).toContain('Quién lo ve: Interno → Público')
  expect(await log('fr')).toMatch(/Relation : modification de [^<]*Coopération/)
})

test('an organisation is named as people call it, by its key where it has no name, and its days as the language writes them', async () => {
  const site = async () =>
    (await (await house.ask('/en/administration/log?part=site', administrator)).text()).replaceAll('\u00a0', ' ')
  await as(house.db, { kind: 'person', id: keeper }, tx =>
    tx
      .updateTable('organisation')
      .set({ key: 'puerto-almendro-bis', country: 'CL' })
      .where('id', '=', memory.actors)
      .execute(),
  )
  expect(await site()).toMatch(/Organisation[^<]*Ciudad de Puerto Almendro/)
  expect(await site()).not.toContain('puerto-almendro-bis')
  await house.database.owner.query(
    `delete from perenne.translation where record_table = 'organisation' and record_id = $1`,
    [memory.actors],
  )
  expect(await site()).toMatch(/puerto-almendro-bis/)
  await as(house.db, { kind: 'person', id: keeper }, tx =>
    tx.updateTable('decision').set({ decided_on: '2016-12-31' }).where('id', '=', memory.decisions).execute(),
  )
  expect(await log('en')).toContain('31 December 2016')
})
