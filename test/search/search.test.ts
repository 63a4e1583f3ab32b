import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, asPublic, job } from '../../source/ground/database/actor.ts'
import type { Locale } from '../../source/ground/languages/locales.ts'
import { indexRecords, reindexAll, searchRoutes } from '../../source/ground/search/index.ts'
import { find } from '../../source/ground/search/store/find.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { makeNetwork, makeOrganisation, organisations, signIn } from '../support/organisations.ts'

let house: TestHouse
let network: string
let elsewhere: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  house = await openTestHouse([{ name: 'search', routes: searchRoutes }, organisations])
  network = await makeNetwork(house, 'north')
  elsewhere = await makeNetwork(house, 'south')
  ids.alternation = await makeOrganisation(house, network, 2, {
    source: 'fr',
    name: {
      fr: 'Coopération et alternances politiques',
      es: 'Cooperación y alternancias políticas',
      en: 'Cooperation and changes of government',
    },
    presentation: {
      fr: 'Comment les collectivités gardent la mémoire de leurs partenariats quand une équipe s’en va.',
      es: 'Cómo los gobiernos locales conservan la memoria de sus alianzas.',
    },
  })
  ids.water = await makeOrganisation(house, network, 2, { source: 'pt', name: { pt: 'Águas partilhadas' } })
  ids.secret = await makeOrganisation(house, network, 0, {
    source: 'fr',
    name: { fr: 'Dossier confidentiel du jumelage', es: 'Expediente confidencial' },
    presentation: { fr: 'Mémoire interne' },
  })
})
afterAll(() => house?.close())

const publicly = (locale: Locale, question: string) =>
  asPublic(house.db, tx => find(tx, { rooms: house.rooms, locale }, question, { offset: 0, most: 20 }))

describe('what is found', () => {
  test.each([
    ['fr', 'cooperation', 'accents left out'],
    ['fr', 'alternance', 'singular for plural'],
    ['fr', 'les collectivités', 'a small word that the French list forgets'],
    ['es', 'alianza', 'a word of the body, in Spanish'],
    ['en', 'collectivités', 'words of a language that is not the reader’s'],
    ['en', 'government', 'English'],
    ['fr', '"mémoire de leurs partenariats"', 'a phrase'],
  ] as [Locale, string, string][])('%s %s: %s', async (locale, question) => {
    const { results, close } = await publicly(locale, question)
    expect(close).toBe(false)
    expect(results.map(result => result.id)).toEqual([ids.alternation])
    expect(results[0]?.language).toBe(locale)
  })

  test('one record comes once, whichever languages contain the words', async () => {
    expect(await publicly('en', 'cooperation OR cooperación')).toMatchObject({ total: 1 })
  })

  test('a reader of a language in which it does not exist is told the language', async () => {
    const { results } = await publicly('fr', 'aguas')
    expect(results).toMatchObject([{ id: ids.water, language: 'pt', title: 'Águas partilhadas' }])
    const html = await (await house.ask('/fr/search?q=aguas')).text()
    expect(html).toContain('lang="pt"')
    expect(html).toContain('en portugais')
  })

  test('a misspelled title is proposed as such', async () => {
    const { results, close } = await publicly('fr', 'alternence politiqe')
    expect(close).toBe(true)
    expect(results.map(result => result.id)).toContain(ids.alternation)
    expect(await publicly('fr', 'xylophone')).toMatchObject({ total: 0, close: false, meant: null, results: [] })
  })
})

describe('what may not be found', () => {
  const questions = ['confidentiel', 'confidentel', 'jumelage', '"Mémoire interne"', 'expediente']

  test.each(questions)('nobody without the right learns anything from %s', async question => {
    const none = { total: 0, tables: {}, close: false, meant: null, results: [] }
    expect(await publicly('fr', question)).toMatchObject(none)
    const outsider = await signIn(house, 'organiser', elsewhere)
    const seen = await as(house.db, { kind: 'person', id: outsider.id }, tx =>
      find(tx, { rooms: house.rooms, locale: 'fr' }, question, { offset: 0, most: 20 }),
    )
    expect(seen).toMatchObject(none)
    for (const headers of [{}, outsider.headers]) {
      const answer = await house.ask(`/fr/search?q=${encodeURIComponent(question)}`, { headers })
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(html).not.toMatch(/Dossier|Expediente|1 résultat/)
      expect(html).toContain('Rien pour')
    }
  })

  test('whoever may read it finds it, and the count says so', async () => {
    const insider = await signIn(house, 'translator', network)
    const html = await (await house.ask('/fr/search?q=confidentiel', { headers: insider.headers })).text()
    expect(html).toContain('Dossier <mark>confidentiel</mark> du jumelage<')
    expect(html).toContain('1 résultat')
  }, 20_000)

  test('a record that becomes internal, or goes, is not found a moment longer', async () => {
    const id = await makeOrganisation(house, network, 2, { source: 'fr', name: { fr: 'Zibeline provisoire' } })
    expect(await publicly('fr', 'zibeline')).toMatchObject({ total: 1 })
    await as(house.db, job('test'), tx =>
      tx.updateTable('organisation').set({ visibility: 0 }).where('id', '=', id).execute(),
    )
    expect(await publicly('fr', 'zibeline')).toMatchObject({ total: 0 })
    await as(house.db, job('test'), tx => tx.deleteFrom('organisation').where('id', '=', id).execute())
    const rows = await as(house.db, job('test'), tx =>
      tx.selectFrom('search_entry').select('title').where('record_id', '=', id).execute(),
    )
    expect(rows).toEqual([])
  })
})

test('the index takes after the record, not after who asks, and the actor of the transaction is given back', async () => {
  const translator = await signIn(house, 'translator', network)
  const kind = await as(house.db, { kind: 'person', id: translator.id }, async tx => {
    await tx
      .insertInto('translation')
      .values({
        record_table: 'organisation',
        record_id: ids.water as string,
        field: 'name',
        language: 'es',
        body: 'Aguas compartidas',
        state: 'draft',
        source_hash: 'x',
      })
      .execute()
    await indexRecords(tx, house.rooms, 'organisation', [ids.water as string])
    await expect(
      tx
        .updateTable('organisation')
        .set({ visibility: 0 })
        .where('id', '=', ids.water as string)
        .executeTakeFirst(),
    ).resolves.toMatchObject({ numUpdatedRows: 0n })
    return (await tx.selectNoFrom(eb => eb.fn<string>('perenne.actor_kind').as('kind')).executeTakeFirst())?.kind
  })
  expect(kind).toBe('person')
  expect(await publicly('es', 'compartidas')).toMatchObject({ total: 1, results: [{ language: 'es' }] })
})

test('reindexing makes the same index again and forgets what is gone', async () => {
  const all = () =>
    as(house.db, job('test'), tx =>
      tx.selectFrom('search_entry').selectAll().orderBy('record_id').orderBy('language').execute(),
    )
  const before = await all()
  await as(house.db, job('test'), tx => tx.deleteFrom('search_entry').execute())
  expect(await all()).toEqual([])
  expect(await reindexAll(house)).toBe(3)
  expect(await all()).toEqual(before)
})

test('pages of results, and a question made of anything', async () => {
  for (let n = 0; n < 23; n++) {
    await makeOrganisation(house, network, 2, { source: 'fr', name: { fr: `Quincaillerie numéro ${n}` } })
  }
  const first = await (await house.ask('/fr/search?q=quincaillerie')).text()
  expect(first).toContain('23 résultats')
  expect(first.match(/<h3>/g)).toHaveLength(20)
  const second = await (await house.ask('/fr/search?q=quincaillerie&page=2')).text()
  expect(second.match(/<h3>/g)).toHaveLength(3)
  for (const q of [
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '&&& | ! :*',
    '🙂',
    'א'.repeat(5000),
    '%',
    '"',
    '\u0000',
  ]) {
    const answer = await house.ask(`/fr/search?q=${encodeURIComponent(q)}&page=x`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('<script>alert')
  }
})
