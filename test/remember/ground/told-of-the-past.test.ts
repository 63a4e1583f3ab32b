import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { removeContact } from '../../../source/remember/actors/acts/remove-record.ts'
import { fr as words } from '../../../source/remember/messages/memory-records.fr.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

let house: TestHouse
let memory: Memory
let space: string
let keeper: string
let cookies: { headers: { cookie: string } }
const text = async (path: string, init?: RequestInit) =>
  (await house.ask(`/fr/territories/brecourt${path}`, init)).text()
const differences = '/differences?from=2012-02-01&to=2018-06-01'

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2012-03-01T10:00:00Z')
  space = await makeSpace(house, 'territory', 'brecourt')
  await house.database.owner.query(`update perenne.space set visibility = 2 where id = $1`, [space])
  await as(house.db, job('test'), async tx => {
    const government = { country: 'FR', region: 'europe', government: 'municipality' } as const
    await tx
      .insertInto('territory')
      .values({ id: space, visibility: 2, ...government, successor_id: null })
      .execute()
    memory = await makeMemory(tx, space, 2)
    const role = { fr: 'Présidente du comité d’Altendorf' }
    await writeTexts(tx, [{ table: 'contact', id: memory.contacts, field: 'role', source: 'fr', bodies: role }])
    await tx
      .updateTable('contact')
      .set({ languages: ['pt'] })
      .where('id', '=', memory.contacts)
      .execute()
  })
  keeper = await makePerson(house, 'keeper@ville.example', ['Kim', 'Garde'], 'fr')
  await giveRole(house, keeper, 'territory_editor', 'territory', space)
  await house.setClock('2018-06-04T10:00:00Z')
  cookies = await signedIn(house, keeper)
})
afterAll(() => house.close())

test('that a text is kept inside is told inside, by the name of the text, and to nobody else', async () => {
  const inside = await text(differences, cookies)
  expect(inside).toContain(words.tables.field_circle)
  expect(inside).toContain(words.fields.sensitivity)
  expect(inside).not.toContain('sensitivity')
  const outside = await text(differences)
  expect(outside).toContain('Coopération avec Puerto Almendro')
  expect(outside).not.toContain(words.tables.field_circle)
})

test('whoever was taken out of the contacts is told of no more, in no comparison and on no day', async () => {
  expect(await text(differences)).toContain('Présidente du comité d’Altendorf')
  await house.database.owner.query('update perenne.contact set public_office = false where id = $1', [memory.contacts])
  // Their page was never the public's: nor is what changed of them.
  expect(await text(differences)).not.toContain('Altendorf')
  expect(await text(differences, cookies)).toContain('Altendorf')
  const once = { key: null, location: '' }
  expect(await removeContact(house, asPerson(keeper), { space, id: memory.contacts, once })).toBe('forgotten')
  for (const path of [differences, '/export/contacts.csv?on=2018-06-03', `/contacts/${memory.contacts}?on=2018-06-03`])
    for (const init of [undefined, cookies])
      expect([path, await text(path, init)]).toEqual([path, expect.not.stringMatching(/Altendorf|Almeida|portugais/)])
})
