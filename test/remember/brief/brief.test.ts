import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

type Init = { headers: { cookie: string } }
let house: TestHouse
let memory: Memory
let keeper: Init
let neighbour: Init
const sql = async (text: string, values: unknown[] = []) => (await house.database.owner.query(text, values)).rows

async function brief(language: string, init?: Init, query = '') {
  const response = await house.ask(`/${language}/territories/brecourt/actors/${memory.actors}/brief.pdf${query}`, init)
  if (response.status !== 200) return { status: response.status, pages: 0, words: '' }
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
  let words = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    words += `${items.map(item => ('str' in item ? item.str : '')).join(' ')} `
  }
  return { status: 200, pages: pdf.numPages, words: words.replace(/\s+/g, ' ') }
}

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2017-01-10T09:00:00Z')
  const space = await makeSpace(house, 'territory', 'brecourt')
  await sql('update perenne.space set visibility = 2 where id = $1', [space])
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 2))
  await house.setClock('2018-06-04T09:00:00Z')
  await as(house.db, job('test'), async tx => {
    await tx
      .insertInto('note')
      .values({ space_id: space, visibility: 0, kind: 'warning', body: 'Le maire préfère les lettres', language: 'fr' })
      .execute()
    const { id } = await tx.selectFrom('note').select('id').where('kind', '=', 'warning').executeTakeFirstOrThrow()
    await tx
      .insertInto('about')
      .values({ record_table: 'note', record_id: id, about_table: 'organisation', about_id: memory.actors })
      .execute()
    await writeTexts(tx, [
      {
        table: 'relationship',
        id: memory.relationships,
        field: 'narrative',
        source: 'fr',
        bodies: { fr: 'Né d’une lettre de 2009.' },
      },
    ])
  })
  const person = async (name: string, where: string) => {
    const id = await makePerson(house, `${name}@ville.example`, [name, 'Roseau'], 'fr')
    await giveRole(house, id, 'territory_editor', 'territory', where)
    return signedIn(house, id)
  }
  keeper = await person('kim', space)
  neighbour = await person('nils', await makeSpace(house, 'territory', 'elsewhere'))
})
afterAll(() => house.close())

test.each([
  ['fr', 'Ce qui nous lie', 'Interne|interne'],
  ['es', 'Lo que nos une', 'interno'],
  ['pt', 'O que nos une', 'interno'],
  ['en', 'What links us', 'inside'],
])('in %s, on two pages at most, what an office knows before a visit', async (language, heading, inside) => {
  const { pages, words } = await brief(language, keeper)
  expect(pages).toBeLessThanOrEqual(2)
  expect(words).toContain(heading)
  expect(words).toMatch(new RegExp(inside))
  for (const known of [
    'Ciudad de Puerto Almendro',
    'Convention sur l’eau',
    'Mission technique',
    'Envoyer le rapport',
    'Inés Almeida',
    'Ne pas évoquer le stade',
    'préfère les lettres',
  ])
    expect(words).toContain(known)
})

test('each sees in it what they see on the pages, and nothing of what is kept inside', async () => {
  for (const init of [undefined, neighbour]) {
    const { words } = await brief('fr', init)
    expect(words).toContain('Coopération avec Puerto Almendro')
    for (const inside of ['stade', 'préfère les lettres', 'ne pas diffuser']) expect(words).not.toContain(inside)
  }
  await sql('update perenne.organisation set visibility = 0 where id = $1', [memory.actors])
  expect((await brief('fr')).status).toBe(404)
  expect((await brief('fr', neighbour)).status).toBe(404)
  expect((await brief('fr', keeper)).status).toBe(200)
  expect((await house.ask('/fr/territories/brecourt/actors/nothing/brief.pdf', keeper)).status).toBe(404)
  expect((await house.ask(`/fr/territories/elsewhere/actors/${memory.actors}/brief.pdf`, neighbour)).status).toBe(404)
})

test('as it was known on a day: what came later is not told', async () => {
  const then = await brief('fr', keeper, '?on=2018-01-01')
  expect(then.words).toContain('Coopération avec Puerto Almendro')
  expect(then.words).not.toContain('Né d’une lettre')
  expect((await brief('fr', keeper)).words).toContain('Né d’une lettre')
})

test('very much that is known still fits two pages', async () => {
  const [{ id: space }] = await sql(`select id from perenne.space where slug = 'brecourt'`)
  const long = 'Une phrase qui raconte longuement ce qui s’est passé entre les deux villes. '.repeat(25)
  await as(house.db, job('test'), async tx => {
    await writeTexts(tx, [
      { table: 'relationship', id: memory.relationships, field: 'narrative', source: 'fr', bodies: { fr: long } },
      { table: 'relationship', id: memory.relationships, field: 'reason', source: 'fr', bodies: { fr: long } },
    ])
    for (let n = 0; n < 20; n++)
      await tx
        .insertInto('commitment')
        .values({
          space_id: space,
          owed_by: 'us',
          relationship_id: memory.relationships,
          what: `Promesse ${n} `.repeat(12),
          language: 'fr',
        })
        .execute()
  })
  expect((await brief('fr', keeper)).pages).toBeLessThanOrEqual(2)
})
