import { afterAll, beforeAll, expect, test } from 'vitest'
import { rooms } from '../../../source/rooms.ts'
import { fieldsOf } from '../../convene/registration/desk-support.ts'
import { giveRole, makePerson, makeSpace, newestMail, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'

// From the invitation to the memory: somebody who was given a right arrives at what it is for, and an administrator finds how.
let house: TestHouse
let administrator: { headers: { cookie: string } }
let brecourt: string
const give = '/fr/administration/access/give'
const plain = (html: string) => html.replaceAll(/[\u00a0\u202f]/g, ' ')
const page = async (path: string, init?: RequestInit) => plain(await (await house.ask(path, init)).text())
const personOf = async (email: string) =>
  (await house.database.owner.query('select id from perenne.person where email = $1', [email])).rows[0].id as string

beforeAll(async () => {
  house = await openTestHouse(rooms)
  const id = await makePerson(house, 'admin@ville.example')
  await giveRole(house, id, 'administrator', 'installation')
  administrator = await signedIn(house, id)
  brecourt = await makeSpace(house, 'territory', 'brecourt')
  const elsewhere = await makeSpace(house, 'territory', 'ailleurs')
  await house.database.owner.query(
    `insert into perenne.territory (id, country, region, government)
     select id, 'FR', 'europe', 'municipality' from unnest($1::uuid[]) id`,
    [[brecourt, elsewhere]],
  )
  await makeSpace(house, 'network', 'reseau')
})
afterAll(() => house.close())

test('a territory that was made leads to its memory and to a right for it, and the list of territories to making one', async () => {
  const form = await page(`/fr/administration/spaces/territories/${brecourt}`, administrator)
  expect(form).toContain('href="/fr/territories/brecourt"')
  const asked = `${give}?space=${brecourt}`
  expect(form).toContain(`href="${asked}"`)
  expect(fieldsOf(await page(asked, administrator), give).space).toBe(brecourt)
  expect(await page('/fr/territories', administrator)).toContain('href="/fr/administration/spaces/territories/new"')
  expect(await page('/fr/territories')).not.toContain('/administration/')
  expect(await page('/fr/setup/seminar', administrator)).toContain('href="/fr/administration/spaces/territories/new"')
})

test('whoever is invited to a memory arrives at it, finds it at home and in their account; nobody is said to be told by mail where none leaves', async () => {
  const fields = fieldsOf(await page(`${give}?space=${brecourt}`, administrator), give) as Record<string, string>
  expect(await page(give, administrator)).toContain('aucun courriel ne prévient la personne')
  const sent = await house.send(
    give,
    {
      ...fields,
      givenName: 'Ada',
      familyName: 'Roseau',
      email: 'ada@ville.example',
      language: 'fr',
      role: 'territory_editor',
      reason: 'tient la mémoire',
    },
    administrator,
  )
  expect(sent.status).toBe(303)
  const ada = await personOf('ada@ville.example')
  const mail = await newestMail(house, ada)
  expect(mail?.words?.action?.url).toMatch(/\/fr\/sign-in\?then=%2Ffr%2Fterritories%2Fbrecourt$/)
  const hers = await signedIn(house, ada)
  expect((await house.ask('/fr/territories/brecourt', hers)).status).toBe(200)
  const home = await page('/fr/', hers)
  expect(home).toContain('Vos mémoires')
  expect(home).toContain('href="/fr/territories/brecourt"')
  expect(home).not.toContain('href="/fr/territories/ailleurs"')
  expect(await page('/fr/')).not.toContain('Vos mémoires')
  expect(await page('/fr/account', hers)).toMatch(/href="\/fr\/territories\/brecourt"[^>]*>/)
})
