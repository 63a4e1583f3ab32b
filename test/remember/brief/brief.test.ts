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
  if (response.status !== 200) return { status: response.status, pages: 0, words: '', smallest: 0, last: 0 }
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
  let words = ''
  // The smallest letters of the body, in points; a footer's are smaller.
  let smallest = 99
  // Letters of the last page.
  let last = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    for (const item of items)
      if ('str' in item && item.str.length > 60) smallest = Math.min(smallest, Math.abs(item.transform[3]))
    last = items.reduce((sum, item) => sum + ('str' in item ? item.str.trim().length : 0), 0)
    words += `${items.map(item => ('str' in item ? item.str : '')).join(' ')} `
  }
  return { status: 200, pages: pdf.numPages, words: words.replace(/\s+/g, ' '), smallest, last }
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
  ['en', 'What links us', 'Internal'],
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

test('whom to meet comes with telephone, address and languages for those inside, and with a name alone for others', async () => {
  await sql(`update perenne.contact set languages = '{es,fr}' where id = $1`, [memory.contacts])
  const reach = ['+598 2 000', 'parle espagnol et français']
  const { words } = await brief('fr', keeper)
  for (const told of reach) expect(words.replaceAll('\u00a0', ' ')).toContain(told)
  for (const init of [undefined, neighbour]) {
    const outside = (await brief('fr', init)).words.replaceAll('\u00a0', ' ')
    for (const told of ['+598', 'parle espagnol']) expect(outside).not.toContain(told)
  }
})

test('it says what it is and whose, and what it tells of', async () => {
  const { words } = await brief('fr', keeper)
  expect(words).toMatch(/^\s*Note pour préparer une visite · \S+/)
  expect(words).toMatch(/, mission\s/)
  expect(words).not.toContain('nous y allons')
  expect(words).toContain('Mise en garde Le maire préfère')
})

test('as it was known on a day: what came later is not told', async () => {
  const then = await brief('fr', keeper, '?on=2018-01-01')
  expect(then.words).toContain('Coopération avec Puerto Almendro')
  expect(then.words).not.toContain('Né d’une lettre')
  expect((await brief('fr', keeper)).words).toContain('Né d’une lettre')
})

test('a few lines too many for one page are set a little smaller, rather than alone on a second', async () => {
  const [{ id: space }] = await sql(`select id from perenne.space where slug = 'brecourt'`)
  const sizes: string[] = []
  for (let n = 0; n < 24; n++) {
    await sql(
      `insert into perenne.interaction (space_id, visibility, kind, during, title, language) values ($1, 0, 'call', '2018-05', $2, 'fr')`,
      [space, `Appel de suivi ${n} ${'sur les bornes et leur entretien '.repeat(4)}`],
    )
    await sql(
      `insert into perenne.about (record_table, record_id, about_table, about_id)
       select 'interaction', id, 'relationship', $1 from perenne.interaction where title like $2`,
      [memory.relationships, `Appel de suivi ${n} %`],
    )
    await sql(
      `insert into perenne.commitment (space_id, visibility, owed_by, relationship_id, what, language) values ($1, 0, 'us', $2, $3, 'fr')`,
      [space, memory.relationships, `Suite ${n} ${'à donner aux quartiers hauts '.repeat(4)}`],
    )
    const { pages, smallest, last } = await brief('fr', keeper)
    sizes.push(`${pages} ${smallest < 10 ? 'small' : 'usual'}`)
    // What stands on a second page is worth turning for.
    if (pages === 2) expect([n, last > 300]).toEqual([n, true])
  }
  expect(sizes[0]).toBe('1 usual')
  expect(sizes).toContain('1 small')
  await sql(`delete from perenne.commitment where what like 'Suite %'`)
  await sql(`delete from perenne.interaction where title like 'Appel de suivi %'`)
}, 60_000)

test('each page is told with its language, its title and its structure', async () => {
  for (const [language, title] of [
    ['fr', 'Note pour préparer une visite'],
    ['pt', 'Nota para preparar uma visita'],
  ] as const) {
    const response = await house.ask(`/${language}/territories/brecourt/actors/${memory.actors}/brief.pdf`, keeper)
    const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
    const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string; Language: string } }
    expect(info.Title).toContain(title)
    expect(info.Language.slice(0, 2)).toBe(language)
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree())
    expect(tree).toContain('"H1"')
    expect(tree).toContain('"H2"')
  }
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
  const { pages, words, smallest } = await brief('fr', keeper)
  expect(pages).toBeLessThanOrEqual(2)
  // Nothing is set so small that it cannot be read; what was left out is counted: 21 promises.
  expect(smallest).toBeGreaterThan(8.7)
  const told = words.split('Nous devons').length - 1
  expect(told).toBeGreaterThanOrEqual(3)
  expect(words).toContain(`et ${21 - told} de plus`)
})

test('what is in another language says so', async () => {
  expect((await brief('es', keeper)).words).toContain('en francés; todavía no en español')
  expect((await brief('fr', keeper)).words).not.toContain('pas encore en français')
})

test('when nobody is known to be there today, those known last are told with their time', async () => {
  const known = await sql('select during from perenne.contact where id = $1', [memory.contacts])
  await sql(`update perenne.contact set during = '2004/2012' where id = $1`, [memory.contacts])
  const { words } = await brief('fr', keeper)
  expect(words).toContain('On n’y connaît plus personne. Dernières personnes connues : Inés Almeida')
  expect(words).toMatch(/Inés Almeida[^.]*\. [^.]*2012/)
  expect(words).not.toContain('Personne n’est encore noté')
  await sql('update perenne.contact set during = $2 where id = $1', [memory.contacts, known[0].during])
  const again = await brief('fr', keeper)
  expect(again.words).toContain('Inés Almeida')
  expect(again.words).not.toContain('On n’y connaît plus personne')
})
