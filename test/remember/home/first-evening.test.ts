import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryHome } from '../../../source/remember/messages/memory-home.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'

let house: TestHouse
const at = '/en/territories/brecourt'
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(() => house.close())

test('an empty memory offers its keeper the first record and the spreadsheet, a citizen neither', async () => {
  const space = await makeSpace(house, 'territory', 'brecourt')
  await house.database.owner.query('update perenne.space set visibility = 2 where id = $1', [space])
  const keeper = await makePerson(house, 'kim@ville.example', ['Kim', 'Garde'], 'en')
  await giveRole(house, keeper, 'territory_editor', 'territory', space)
  const own = await (await house.ask(at, await signedIn(house, keeper))).text()
  for (const path of ['/relationships/new', '/import']) expect(own).toContain(`href="${at}${path}"`)
  // What would lead to nothing is not offered.
  for (const path of ['/export', '/shares', '/monday']) expect(own).not.toContain(`href="${at}${path}"`)
  const citizen = await (await house.ask(at)).text()
  for (const path of ['/relationships/new', '/import', '/shares']) expect(citizen).not.toContain(`href="${at}${path}"`)
  // Nobody is told to begin what they cannot begin.
  const { empty } = memoryHome.en
  expect(own).toContain(empty.text)
  expect(citizen).not.toContain(empty.text)
  expect(citizen).toContain(empty.outside.title)
  const reader = await makePerson(house, 'lee@ville.example', ['Lee', 'Lecteur'], 'en')
  await giveRole(house, reader, 'territory_reader', 'territory', space)
  const read = await (await house.ask(at, await signedIn(house, reader))).text()
  expect(read).toContain(empty.others)
  expect(read).not.toContain(empty.text)
  // With partners, but no relationship yet, there is something to export.
  await house.database.owner.query(`insert into perenne.organisation (space_id, kind) values ($1, 'association')`, [
    space,
  ])
  expect(await (await house.ask(at, await signedIn(house, keeper))).text()).toContain(`href="${at}/export"`)
})
