import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, person as asPerson, asPublic, job, type Tx } from '../../../source/ground/database/actor.ts'
import { type Locale, locales } from '../../../source/ground/languages/locales.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { concepts, wordsOfConcept } from '../../../source/ground/search/rules/concepts.ts'
import { fold } from '../../../source/ground/search/rules/question.ts'
import { find, type Wanted } from '../../../source/ground/search/store/find.ts'
import { memoryCarried } from '../../../source/remember/search/pages/carried.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import '../../../source/remember/store/tables.ts'

type Init = { headers: { cookie: string } } | undefined
let house: TestHouse
let space: string
let elsewhere: string
let keeper: string
let cookie: Init
const ids: Record<string, string> = {}
const sql = (text: string, values: unknown[] = []) => house.database.owner.query(text, values)

const relationship = async (tx: Tx, language: Locale, name: string, rest: object = {}) => {
  const row = await tx
    .insertInto('relationship')
    .values({ space_id: space, visibility: 2, kind: 'cooperation', during: '2009/2012', ...rest })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeTexts(tx, [
    { table: 'relationship', id: row.id, field: 'name', source: language, bodies: { [language]: name } },
  ])
  return row.id
}
const partner = async (tx: Tx, country: string, visibility: 0 | 1 | 2) =>
  (
    await tx
      .insertInto('organisation')
      .values({
        space_id: space,
        visibility,
        kind: 'local-government',
        country,
        remembered: true,
        key: null,
        short_name: null,
        territory_id: null,
        website: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

const asked = (who: 'public' | 'keeper' | 'nobody', locale: Locale, question: string, wanted: Partial<Wanted> = {}) => {
  const work = (tx: Tx) => find(tx, { rooms: house.rooms, locale }, question, { offset: 0, most: 20, ...wanted })
  if (who === 'public') return asPublic(house.db, work)
  return as(house.db, asPerson((who === 'keeper' ? keeper : ids.nobody) as string), work)
}
const idsOf = async (...given: Parameters<typeof asked>) => (await asked(...given)).results.map(({ id }) => id)
const page = async (path: string, who?: Init) => (await house.ask(`/fr/territories/brecourt${path}`, who)).text()

beforeAll(async () => {
  house = await openTestHouse(rooms)
  space = await makeSpace(house, 'territory', 'brecourt')
  elsewhere = await makeSpace(house, 'territory', 'elsewhere')
  for (const id of [space, elsewhere]) await sql('update perenne.space set visibility = 2 where id = $1', [id])
  keeper = await makePerson(house, 'keeper@ville.example', ['Ada', 'Test'], 'fr')
  ids.nobody = await makePerson(house, 'nobody@ville.example', ['Bea', 'Test'], 'fr')
  await giveRole(house, keeper, 'territory_editor', 'territory', space)
  cookie = await signedIn(house, keeper)
  await as(house.db, job('test'), async tx => {
    ids.agua = await relationship(tx, 'es', 'Comités de agua potable')
    ids.water = await relationship(tx, 'en', 'Shared water committees', { visibility: 0 })
    ids.eau = await relationship(tx, 'fr', 'Les chemins de l’eau')
    ids.twin = await relationship(tx, 'es', 'Con Villa Serena', { kind: 'twinning', during: '1998/..' })
    ids.hall = await relationship(tx, 'pt', 'Acordo com a prefeitura de Vale Claro')
  })
})
afterAll(() => house.close())

describe('a question in one language', () => {
  test.each([
    ['fr', 'eau'],
    ['es', 'agua'],
    ['pt', 'águas'],
    ['en', 'water'],
  ] as const)('%s: finds what others say in theirs, those that say it so first', async (locale, question) => {
    const { results } = await asked('keeper', locale, question)
    expect(results.map(({ id }) => id).sort()).toEqual([ids.agua, ids.eau, ids.water].sort())
    const literal = results.filter(({ reasons }) => reasons.length === 0)
    expect(results.slice(0, literal.length)).toEqual(literal)
    expect(literal.length).toBeGreaterThan(0)
  })
  test('says why, and in which language', async () => {
    const { results } = await asked('public', 'fr', 'eaux')
    expect(results.map(({ id, reasons }) => [id, reasons])).toEqual([
      [ids.eau, []],
      [ids.agua, [{ asked: 'eaux', found: 'agua', language: 'es', field: false }]],
    ])
    const html = await page('/search?q=eau')
    expect(html).toContain('<bdi>eau</bdi> → <bdi lang="es">agua</bdi> (espagnol)')
    expect(html).toContain('Comités de <mark>agua</mark> potable')
  })
  test('finds what a record says in a field alone, and institutions by their other names', async () => {
    const { results } = await asked('public', 'fr', 'jumelage')
    expect(results.map(({ id, reasons }) => [id, reasons])).toEqual([
      [ids.twin, [{ asked: 'jumelage', found: 'jumelage', language: null, field: true }]],
    ])
    expect(await idsOf('public', 'en', 'twin towns')).toEqual([ids.twin])
    for (const question of ['mairie', 'ayuntamiento', 'city council', 'Municipality'])
      expect([question, (await idsOf('public', 'en', question)).includes(ids.hall as string)]).toEqual([question, true])
  })
  test('each part of it may be said otherwise; what stands in quotes may not', async () => {
    expect(await idsOf('public', 'fr', 'eau comités')).toEqual([ids.agua])
    expect(await idsOf('public', 'fr', 'coopération eau "comités"')).toEqual([ids.agua])
    expect(await idsOf('public', 'fr', '"eau"')).toEqual([ids.eau])
    expect(await idsOf('public', 'fr', 'eau -chemins')).toEqual([ids.agua])
  })
  test('misspelt, is given a word of the house that finds something', async () => {
    expect(await asked('public', 'fr', 'jumellages xyz')).toMatchObject({ meant: null })
    expect(await asked('public', 'fr', 'jumelqge')).toMatchObject({
      total: 1,
      meant: 'jumelage',
      instead: true,
      results: [{ id: ids.twin }],
    })
    expect(await page('/search?q=jumelqge')).toContain('voici ce que trouve «\u00a0jumelage\u00a0»')
  })
})

describe('nobody learns by it what they may not read', () => {
  test('not by the words of other languages, not by a field, not by a number, not by a proposal', async () => {
    const secret = await as(house.db, job('test'), async tx => {
      const id = await relationship(tx, 'es', 'Biblioteca reservada', { visibility: 0, kind: 'triangular' })
      await tx
        .insertInto('relationship_party')
        .values({ relationship_id: id, organisation_id: await partner(tx, 'BO', 0) })
        .execute()
      return id
    })
    const questions = [
      'bibliothèque',
      'library',
      'Bolivie',
      'coopération triangulaire',
      'bibliothqeue',
      'bibliotheque OR triangulaire',
    ]
    for (const question of questions) {
      for (const who of ['public', 'nobody'] as const) {
        for (const wanted of [{}, { space }]) {
          expect([question, who, await asked(who, 'fr', question, wanted)]).toMatchObject([
            question,
            who,
            { total: 0, tables: {}, meant: null, close: false, results: [] },
          ])
        }
      }
      const found = await asked('keeper', 'fr', question)
      expect([question, found.results.some(({ id }) => id === secret) || found.meant === 'bibliothèque']).toEqual([
        question,
        true,
      ])
    }
    expect(await page('/search?q=bibliotheque')).not.toContain('reservada')
  })
  test('not by the country of a partner that is kept inside, whoever sees the relationship', async () => {
    const at = await as(house.db, job('test'), async tx => {
      const id = await relationship(tx, 'fr', 'Trois rives')
      const open = await partner(tx, 'PY', 2)
      const inside = await partner(tx, 'EC', 0)
      const apart = await partner(tx, 'SV', 2)
      await tx
        .insertInto('relationship_party')
        .values([
          { relationship_id: id, organisation_id: open },
          { relationship_id: id, organisation_id: inside },
          { relationship_id: id, organisation_id: apart, at_most: 0 },
        ])
        .execute()
      return { id, inside }
    })
    const relationships = async (who: 'public' | 'keeper' | 'nobody', question: string) =>
      idsOf(who, 'fr', question, { table: 'relationship' })
    expect(await relationships('public', 'Paraguay')).toEqual([at.id])
    for (const question of ['Équateur', 'Salvador']) {
      expect(await relationships('public', question)).toEqual([])
      expect(await relationships('nobody', question)).toEqual([])
      expect(await relationships('keeper', question)).toEqual([at.id])
    }
    // Shown to somebody: what hangs on a smaller circle stays there.
    await sql('update perenne.relationship set visibility = 0 where id = $1', [at.id])
    await sql(
      `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at)
       values ($1, 'relationship', $2, $3, perenne.now() + interval '1 day')`,
      [space, at.id, ids.nobody],
    )
    expect(await relationships('nobody', 'rives')).toEqual([at.id])
    for (const question of ['Équateur', 'Salvador']) expect(await relationships('nobody', question)).toEqual([])
    await sql('update perenne.relationship set visibility = 2 where id = $1', [at.id])
    // The partner becomes public, and is found by its country from then on.
    await sql('update perenne.organisation set visibility = 2 where id = $1', [at.inside])
    expect(await relationships('public', 'Équateur')).toEqual([at.id])
    await sql('update perenne.organisation set visibility = 0 where id = $1', [at.inside])
    expect(await relationships('public', 'Équateur')).toEqual([])
  })
  test('the keys that the index gives are read under the policies, and without an actor there are none', async () => {
    // A connection of the application that has said nobody's name.
    const keys = await sql(
      `select count(*)::int as n from perenne.entries_with('''eau''', '''agu''', '''agu''', '''water''', null)`,
    )
    expect(keys.rows[0].n).toBe(0)
    const stamps = await sql(
      `select unnest(tsvector_to_array(words)) as word from perenne.search_entry where record_id = $1`,
      [ids.water],
    )
    const words = stamps.rows.map(({ word }: { word: string }) => word)
    expect(words).toContain(`@${space}en`)
    expect(words).not.toContain('@2en')
    const bare = await sql(`select to_tsvector('french', unaccent($1))::text as words`, [
      `@2fr @${space}fr #country:CL '#country:CL'`,
    ])
    expect(bare.rows[0].words).not.toMatch(/'[@#]/)
  })
  test('a record that becomes internal is stamped so in the same transaction', async () => {
    const stamped = async () =>
      (
        await sql(`select words @@ '''@2es'''::tsquery as open from perenne.search_entry where record_id = $1`, [
          ids.twin,
        ])
      ).rows[0].open
    expect(await stamped()).toBe(true)
    await sql('update perenne.relationship set visibility = 0 where id = $1', [ids.twin])
    expect(await stamped()).toBe(false)
    expect(await idsOf('public', 'fr', 'jumelage')).toEqual([])
    await sql('update perenne.relationship set visibility = 2 where id = $1', [ids.twin])
    expect(await idsOf('public', 'fr', 'jumelage')).toEqual([ids.twin])
  })
})

describe('one memory', () => {
  test('alone, by kind and by time, with the numbers of what one may see', async () => {
    const other = await as(house.db, job('test'), tx =>
      relationship(tx, 'es', 'El agua de otros', { space_id: elsewhere }),
    )
    expect(await idsOf('public', 'fr', 'eau', { space })).not.toContain(other)
    expect(await idsOf('public', 'fr', 'eau')).toContain(other)
    expect(await idsOf('keeper', 'fr', 'jumelage', { space, days: '[1990-01-01,1997-01-01)' })).toEqual([])
    expect(await idsOf('keeper', 'fr', 'jumelage', { space, days: '[2017-01-01,)' })).toEqual([ids.twin])
    expect(await asked('keeper', 'fr', 'eau', { space, table: 'note' })).toMatchObject({
      total: 0,
      tables: { relationship: 3 },
      results: [],
    })
    expect(await page('/search?q=eau&from=2011&to=2011')).toContain('2 résultats')
    expect(await page('/search?q=eau&from=2011&to=2011', cookie)).toContain('3 résultats')
    expect(await page('/search?q=eau&from=2013&to=')).toContain('Rien pour')
    const wrong = await house.ask('/fr/territories/brecourt/search?q=eau&from=13&to=2011')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="13"')
  })
  test('as it was known on a day, under the rights of today', async () => {
    const { rows } = await sql(`select to_char(perenne.now() at time zone 'UTC', 'YYYY-MM-DD') as day`)
    const day: string = rows[0].day
    await house.setClock(`${Temporal.PlainDate.from(day).add({ days: 10 }).toString()}T10:00:00Z`)
    await sql(`update perenne.translation set body = 'Lo que ya no existe' where record_id = $1`, [ids.agua])
    expect(await page('/search?q=eau')).not.toContain('Comités de')
    const then = await page(`/search?q=eau&on=${day}`)
    expect(then).toContain('Comités de <mark>agua</mark> potable')
    expect(then).toContain(`/fr/territories/brecourt/relationships/${ids.agua}?on=${day}`)
    expect(then).toContain(`name="on" value="${day}"`)
    expect(then).not.toContain('Shared')
    expect(await page(`/search?q=eau&on=${day}`, cookie)).toContain('Shared <mark>water</mark>')
    expect(await page(`/search?q=aguq+potabl&on=${day}`)).toContain('potable')
  })
  test('the box stands on its pages, stays on the day, and is whole for any question', async () => {
    for (const path of ['', '/relationships', '/documents', '/history']) {
      const html = await page(path, cookie)
      expect([path, html.includes('action="/fr/territories/brecourt/search"')]).toEqual([path, true])
    }
    const day = house.clock.now().toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }).toString()
    expect(await page(`/relationships?on=${day}`, cookie)).toContain(`name="on" value="${day}"`)
    for (const q of [
      '',
      'e',
      '"',
      '«',
      'a -',
      'or or',
      "l'",
      '-',
      '🙂',
      '%',
      '<b>',
      "'@2fr' | x",
      'mot '.repeat(200),
      '\u0000',
      ':*',
      '!(',
      'a-b-c',
    ])
      for (const more of ['', '&kind=note', '&kind=x&from=1&to=zz', '&from=2000&page=99', '&on=2020-02-30'])
        expect([
          q,
          more,
          (await house.ask(`/pt/territories/brecourt/search?q=${encodeURIComponent(q)}${more}`)).status,
        ]).toEqual([q, more, more.includes('zz') ? 422 : 200])
  }, 60_000)
  test('a memory that one may not see has no search', async () => {
    await makeSpace(house, 'territory', 'hidden').then(id =>
      sql('update perenne.space set visibility = 0 where id = $1', [id]),
    )
    expect((await house.ask('/fr/territories/hidden/search?q=eau')).status).toBe(404)
  })
})

test('what is enrolled has words in every language, and the list of concepts does not repeat them', () => {
  for (const locale of locales) {
    const enrolled = new Set(memoryCarried.map(({ words }) => fold(words(locale))))
    expect(enrolled.has('')).toBe(false)
    const repeated = (Object.keys(concepts) as (keyof typeof concepts)[]).flatMap(concept =>
      wordsOfConcept(concept, locale).filter(word => enrolled.has(fold(word))),
    )
    expect([locale, repeated]).toEqual([locale, []])
  }
})
