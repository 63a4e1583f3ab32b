import { afterAll, beforeAll, expect, test } from 'vitest'
import { rooms } from '../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../people/support.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(() => house.close())

// What a menu offers and the page then refuses, or what is not one's work, is a door painted on a wall.
test.each([
  ['territory_editor', 'territory', false],
  ['evaluator', 'territory', false],
  ['organiser', 'network', true],
] as const)('the menu of a %s of a %s offers seminars to make: %s', async (role, kind, offered) => {
  const space = await makeSpace(house, kind, `${role.replace('_', '-')}-${kind}`)
  if (kind === 'territory')
    await house.database.owner.query(
      `insert into perenne.territory (id, country, region, government) values ($1, 'FR', 'europe', 'municipality')`,
      [space],
    )
  const person = await makePerson(house, `${role}@example.org`, ['Kim', 'Garde'], 'fr')
  await giveRole(house, person, role, kind, space)
  const init = await signedIn(house, person)
  const page = await (await house.ask('/fr/desk', init)).text()
  expect(page).toContain('href="/fr/desk"')
  for (const path of ['/fr/desk/import', '/fr/desk/seminars/new'])
    expect([path, page.includes(`href="${path}"`)]).toEqual([path, offered])
  // By address it is as the menu says.
  for (const [path, method] of [
    ['/fr/desk/import', 'GET'],
    ['/fr/desk/import', 'POST'],
    ['/fr/desk/seminars/new', 'POST'],
    ['/fr/desk/seminars/new/copy', 'GET'],
  ] as const) {
    const answer = method === 'GET' ? await house.ask(path, init) : await house.send(path, {}, init)
    expect([path, method, answer.status === 403]).toEqual([path, method, !offered])
  }
  // The desk says what one may do here: make seminars, or go to the memory that one belongs to.
  expect(page.includes('Importez un séminaire')).toBe(false)
  expect(page.includes('Créez-en un ici')).toBe(offered)
  const memory = `href="/fr/territories/${role.replace('_', '-')}-${kind}"`
  expect([memory, page.includes(memory)]).toEqual([memory, kind === 'territory'])
  expect(page.includes('<table')).toBe(false)
})

test('whoever organises and keeps a memory finds both; whoever has neither is told who gives access', async () => {
  const network = await makeSpace(house, 'network', 'both-network')
  const territory = await makeSpace(house, 'territory', 'both-territory')
  await house.database.owner.query(
    `insert into perenne.territory (id, country, region, government) values ($1, 'FR', 'europe', 'municipality')`,
    [territory],
  )
  const both = await makePerson(house, 'both@example.org', ['Kim', 'Garde'], 'fr')
  await giveRole(house, both, 'organiser', 'network', network)
  await giveRole(house, both, 'territory_editor', 'territory', territory)
  const page = await (await house.ask('/fr/desk', await signedIn(house, both))).text()
  expect(page).toContain('Créez-en un ici')
  expect(page).toContain('href="/fr/territories/both-territory"')
  // A translator of a network whose seminars are none yet.
  const translator = await makePerson(house, 'trad@example.org', ['Kim', 'Garde'], 'fr')
  await giveRole(house, translator, 'translator', 'network', network)
  const empty = await (await house.ask('/fr/desk', await signedIn(house, translator))).text()
  expect(empty).toContain('C’est l’administration qui donne cet accès.')
  expect(empty).not.toContain('href="/fr/desk/seminars/new"')
})
