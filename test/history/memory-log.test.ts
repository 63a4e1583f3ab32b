import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { writeTexts } from '../../source/ground/languages/texts.ts'
import { rooms } from '../../source/rooms.ts'
import { queriesOf } from '../convene/registration/desk-support.ts'
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
  expect(await log('fr')).toContain('Visibilité : Interne → Public')
  expect(await log('es')).toContain('Visibilidad: Interno → Público')
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

test('what changes in a part or a text of a record is told as a change of that record, by its name, and folded under it', async () => {
  const keeperOf = { kind: 'person', id: keeper } as const
  const page = async (path: string) =>
    (await (await house.ask(path, administrator)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
  const latest = async () =>
    (await page('/es/territories/brecourt/history')).split('<tbody')[1]?.split('</tr>')[0] ?? ''
  const folded = (row: string) => /<details>[\s\S]*<\/details>/.exec(row)?.[0] ?? ''

  await house.setClock('2032-01-01T10:00:00Z')
  await as(house.db, keeperOf, tx =>
    tx
      .updateTable('interaction_participant')
      .set({ side: 'other' })
      .where('interaction_id', '=', memory.journal)
      .execute(),
  )
  const part = await latest()
  const { rows } = await house.database.owner.query('select title from perenne.interaction where id = $1', [
    memory.journal,
  ])
  expect(part.replace(folded(part), '')).toContain(`Entrada de la bitácora: se modificó ${rows[0].title}`)
  expect(part.replace(folded(part), '')).not.toContain('Participante')
  expect(folded(part)).toMatch(/Participante: se modificó [^<–]+ – Lado: /)

  await house.setClock('2032-01-02T10:00:00Z')
  await as(house.db, keeperOf, tx =>
    writeTexts(tx, [
      { table: 'term', id: memory.terms, field: 'name', source: 'fr', bodies: { fr: 'Mandat du milieu' } },
    ]),
  )
  const text = await latest()
  expect(text.replace(folded(text), '')).toMatch(/se modificó Mandat du milieu/)
  expect(text.replace(folded(text), '')).not.toContain('Texto')
  expect(folded(text)).toContain('Nombre (francés)')

  // A record that is new is told once, its texts and parts within it, and not as changed besides.
  await house.setClock('2032-01-03T10:00:00Z')
  await as(house.db, keeperOf, async tx => {
    await tx.deleteFrom('interaction').where('id', '=', memory.journal).execute()
  })
  const gone = await latest()
  expect(gone.replace(folded(gone), '')).toContain(`Entrada de la bitácora: se quitó ${rows[0].title}`)
  expect(gone.replace(folded(gone), '')).not.toContain('se modificó')
  expect(folded(gone)).toContain('Participante: se quitó')
  // Where the memory itself is not asked, the name is the one that stands in the texts.
  expect(await page('/fr/administration/log')).toMatch(/modification de Mandat du milieu/)
})

test('the latest changes ask the database as often for many records as for one', async () => {
  const history = (cookie: string) => queriesOf(house, '/en/territories/brecourt/history', cookie)
  const { cookie } = administrator.headers
  const one = await history(cookie)
  const { rows } = await house.database.owner.query('select space_id from perenne.term where id = $1', [memory.terms])
  for (let day = 4; day < 8; day++) {
    await house.setClock(`2032-01-0${day}T10:00:00Z`)
    await as(house.db, { kind: 'person', id: keeper }, tx =>
      tx
        .insertInto('commitment')
        .values({ space_id: rows[0].space_id, visibility: 0, owed_by: 'us', what: `Promesse ${day}`, language: 'fr' })
        .execute(),
    )
  }
  expect(await history(cookie)).toBe(one)
})
