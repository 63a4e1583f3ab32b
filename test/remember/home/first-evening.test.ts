import { afterAll, beforeAll, expect, test } from 'vitest'
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
  for (const path of ['/relationships/new', '/import', '/export', '/shares'])
    expect(own).toContain(`href="${at}${path}"`)
  const citizen = await (await house.ask(at)).text()
  for (const path of ['/relationships/new', '/import', '/shares']) expect(citizen).not.toContain(`href="${at}${path}"`)
})
