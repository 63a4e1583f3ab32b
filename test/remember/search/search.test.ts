import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { reindexAll } from '../../../source/ground/search/index.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

type Init = { headers: { cookie: string } } | undefined
let house: TestHouse
let open: Memory
let closed: Memory
let space: string
let nobody: string
let keeper: string
let cookies: Record<'keeper' | 'neighbour' | 'nobody', Init>
const sql = (text: string, values: unknown[] = []) => house.database.owner.query(text, values)
const found = async (question: string, who?: Init) => {
  const page = await (await house.ask(`/en/search?q=${encodeURIComponent(question)}`, who)).text()
  return [...page.matchAll(/href="\/en(\/territories\/[^"]+)"/g)].map(match => match[1])
}
const counted = async (question: string, who?: Init) =>
  /<h2 id="search-results">([^<]*)</.exec(
    await (await house.ask(`/en/search?q=${encodeURIComponent(question)}`, who)).text(),
  )?.[1]

beforeAll(async () => {
  house = await openTestHouse(rooms)
  const territory = async (slug: string) => {
    const id = await makeSpace(house, 'territory', slug)
    await sql('update perenne.space set visibility = 2 where id = $1', [id])
    return id
  }
  space = await territory('brecourt')
  const other = await territory('elsewhere')
  const person = async (name: string, where: string | null) => {
    const id = await makePerson(house, `${name}@ville.example`, [name, 'Test'], 'en')
    if (where) await giveRole(house, id, 'territory_editor', 'territory', where)
    return id
  }
  keeper = await person('keeper', space)
  nobody = await person('nobody', null)
  await as(house.db, job('test'), async tx => {
    open = await makeMemory(tx, space, 2)
    closed = await makeMemory(tx, space, 0)
    await writeTexts(tx, [
      {
        table: 'relationship',
        id: open.relationships,
        field: 'narrative',
        source: 'fr',
        bodies: { fr: 'Une fanfare jouait sur le quai' },
      },
      {
        table: 'relationship',
        id: open.relationships,
        field: 'name',
        source: 'fr',
        bodies: { es: 'Cooperación con Puerto Almendro' },
      },
    ])
  })
  cookies = {
    keeper: await signedIn(house, keeper),
    neighbour: await signedIn(house, await person('neighbour', other)),
    nobody: await signedIn(house, nobody),
  }
})
afterAll(() => house.close())

const relationship = (memory: Memory) => `/territories/brecourt/relationships/${memory.relationships}`

describe('what is found', () => {
  test('each in every language, without accents, misspelt, and only what one may see, counts included', async () => {
    expect(await found('cooperación')).toEqual([relationship(open)])
    expect(await found('cooperation')).toEqual([relationship(open)])
    expect(await found('coperacion almendro')).toContain(relationship(open))
    expect((await found('coopération', cookies.keeper)).sort()).toEqual(
      [relationship(open), relationship(closed)].sort(),
    )
    expect(await counted('coopération')).not.toBe(await counted('coopération', cookies.keeper))
    expect(await found('coopération', cookies.neighbour)).toEqual([relationship(open)])
  })
  test('whoever wrote it and however: nothing was told to the index', async () => {
    const kinds = [
      'mission technique',
      'quartiers hauts',
      'convention signée',
      'commencé lettre',
      'adjointe',
      'envoyer rapport',
    ]
    for (const question of kinds) expect([question, (await found(question)).length]).toEqual([question, 1])
  })
  test('what to be careful about and texts of a smaller circle by that circle alone, in the excerpts too', async () => {
    expect(await found('stade')).toEqual([])
    expect((await found('stade', cookies.keeper)).length).toBe(2)
    expect(await found('fanfare')).toEqual([relationship(open)])
    await as(house.db, job('test'), tx =>
      tx
        .insertInto('field_circle')
        .values({ record_table: 'relationship', record_id: open.relationships, field: 'narrative', at_most: 0 })
        .execute(),
    )
    expect(await found('fanfare')).toEqual([])
    expect(await found('fanfare', cookies.neighbour)).toEqual([])
    expect(await found('fanfare', cookies.keeper)).toEqual([relationship(open)])
    const page = await (await house.ask('/en/search?q=coop%C3%A9ration')).text()
    expect(page).not.toContain('quai')
  })
  test('a record made internal is found no moment longer, a removed one never, one put back again', async () => {
    await sql('update perenne.activity set visibility = 0 where id = $1', [open.projects])
    expect(await found('quartiers hauts')).toEqual([])
    await sql('update perenne.activity set visibility = 2 where id = $1', [open.projects])
    expect((await found('quartiers hauts')).length).toBe(1)
    const { rows } = await sql('select perenne.now() as now')
    await sql('delete from perenne.activity where id = $1', [open.projects])
    expect(await found('quartiers hauts')).toEqual([])
    await sql('select perenne.put_back($1, $2, $3)', ['activity', open.projects, rows[0].now])
    expect((await found('quartiers hauts')).length).toBe(1)
  })
  test('a confidential note by nobody, its writer included: the index does not hold it', async () => {
    await sql(
      `insert into perenne.note (space_id, kind, body, language, written_by, confidential) values ($1, 'warning', 'Secret de polichinelle', 'fr', $2, true)`,
      [space, nobody],
    )
    expect((await sql(`select from perenne.search_entry where body ilike '%polichinelle%'`)).rowCount).toBe(0)
    await sql(`update perenne.note set confidential = true, written_by = $2 where id = $1`, [closed.notes, nobody])
    expect((await sql(`select from perenne.search_entry where record_id = $1`, [closed.notes])).rowCount).toBe(0)
  })
  test('a confidential note is found all the same by its writer, by words of it in any order, and by nobody else', async () => {
    await sql(
      `insert into perenne.note (space_id, kind, body, language, written_by, confidential) values ($1, 'warning', 'Le tambour muet : ne pas en parler', 'fr', $2, true)`,
      [space, keeper],
    )
    for (const question of ['tambour muet', 'muet tambour', 'TAMBOUR'])
      expect((await found(question, cookies.keeper)).length, question).toBe(1)
    expect(await found('tambour trompette', cookies.keeper)).toEqual([])
    for (const who of [undefined, cookies.neighbour, cookies.nobody]) expect(await found('tambour', who)).toEqual([])
    expect(await (await house.ask('/en/territories/brecourt/search?q=tambour', cookies.keeper)).text()).toContain(
      '/notes/',
    )
    expect(
      await (await house.ask('/en/territories/brecourt/search?q=tambour', cookies.neighbour)).text(),
    ).not.toContain('/notes/')
  })
  test('a shared record by the person with whom it is shared, without what is kept inside', async () => {
    expect(await found('coopération', cookies.nobody)).toEqual([relationship(open)])
    await sql(
      `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'relationship', $2, $3, perenne.now() + interval '1 day')`,
      [space, closed.relationships, nobody],
    )
    expect((await found('coopération', cookies.nobody)).length).toBe(2)
    expect(await found('stade', cookies.nobody)).toEqual([])
  })
  test('contacts by their names, which no index holds: all by those inside, who holds a public office by those who may open their page', async () => {
    const people = async (question: string, who?: Init) =>
      (await found(question, who)).filter(path => path?.includes('/contacts/'))
    const contact = (memory: Memory) => `/territories/brecourt/contacts/${memory.contacts}`
    for (const question of ['almeida', 'Ines Almeida', 'almeyda'])
      expect((await people(question, cookies.keeper)).sort()).toEqual([contact(open), contact(closed)].sort())
    const outside = [undefined, cookies.neighbour, cookies.nobody]
    for (const who of outside) expect(await people('Ines almeyda', who)).toEqual([contact(open)])
    const within = '/en/territories/brecourt/search?q=almeida'
    expect(await (await house.ask(within)).text()).toContain(contact(open))
    expect(await (await house.ask(within)).text()).not.toContain(contact(closed))
    const all = [[open.contacts, closed.contacts]]
    await sql('update perenne.contact set public_office = false where id = any ($1)', all)
    for (const who of outside) expect(await people('almeida', who)).toEqual([])
    await sql('update perenne.contact set public_office = true where id = any ($1)', all)
    for (const who of outside) expect(await people('almeida', who)).toEqual([contact(open)])
    await sql('update perenne.space set visibility = 0 where id = $1', [space])
    for (const who of [undefined, cookies.neighbour]) expect(await people('almeida', who)).toEqual([])
    await sql('update perenne.space set visibility = 2 where id = $1', [space])
    expect(
      (await sql(`select from perenne.search_entry where title ilike '%almeida%' or body ilike '%almeida%'`)).rowCount,
    ).toBe(0)
  })
})

test('making everything anew changes nothing, and what a lost trigger left is caught up with', async () => {
  const entries = async () =>
    (
      await sql(
        'select record_id, language, at_most, visibility, title, body, path from perenne.search_entry order by 1, 2, 3',
      )
    ).rows
  const before = await entries()
  await reindexAll(house)
  expect(await entries()).toEqual(before)
  await sql('delete from perenne.search_entry')
  await reindexAll(house)
  expect(await entries()).toEqual(before)
  expect((await sql('select from perenne.search_due')).rowCount).toBe(0)
})

test('nobody but the program notes what is due, and the entries are not written by hand', async () => {
  await expect(
    as(house.db, asPerson(nobody), tx =>
      tx.deleteFrom('search_entry').where('record_id', '=', open.relationships).execute(),
    ),
  ).resolves.toMatchObject([{ numDeletedRows: 0n }])
})
