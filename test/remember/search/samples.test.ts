import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { liveMemories } from '../../../source/demo/memories.ts'
import { makeDemoPersons } from '../../../source/demo/persons.ts'
import { makeDemoTerritories } from '../../../source/demo/territories.ts'
import { as, asItWas, asPublic, job } from '../../../source/ground/database/actor.ts'
import type { Locale } from '../../../source/ground/languages/locales.ts'
import { reindexAll } from '../../../source/ground/search/index.ts'
import { find } from '../../../source/ground/search/store/find.ts'
import { readWaitingDocuments } from '../../../source/remember/documents/acts/read-waiting.ts'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { misspelt } from './misspelt.ts'

// The three memories of the demonstration, asked by those inside.
let house: TestHouse
const spaces = new Map<string, string>()
const rows = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  (await house.database.owner.query(sql, values)).rows as T[]

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2015-09-01T09:00:00+02:00')
  await makeDemoPersons(house, ['administrator'], 'none')
  await makeDemoTerritories(house)
  await makeDemoPersons(house, ['keeper'], 'none')
  await liveMemories(house, house.setClock)
  await readWaitingDocuments(house)
  for (const { slug, id } of await rows<{ slug: string; id: string }>('select slug, id from perenne.space'))
    spaces.set(slug, id)
})
afterAll(() => house.close())

const space = (slug: string) => spaces.get(slug) as string
const titles = async (slug: string, locale: Locale, question: string) => {
  const wanted = { offset: 0, most: 20, space: space(slug) }
  const { results } = await as(house.db, job('test'), tx => find(tx, { rooms, locale }, question, wanted))
  return results.map(({ title }) => title.replace(/\s/gu, ' '))
}

test('what is misspelt is found: 62 questions in four languages, at least 58 first, each among the first three', async () => {
  expect(misspelt).toHaveLength(62)
  expect(new Set(misspelt.map(({ question }) => question)).size).toBe(62)
  const late: string[] = []
  const lost: string[] = []
  for (const { memory, locale, question, first } of misspelt) {
    const wanted = first.split('|').map(title => title.trim())
    const place = (await titles(memory, locale, question)).findIndex(title => wanted.includes(title))
    if (place !== 0) late.push(question)
    if (place < 0 || place > 2) lost.push(question)
  }
  expect(lost).toEqual([])
  expect(late.length, late.join(' · ')).toBeLessThanOrEqual(4)
}, 60_000)

describe('asked well', () => {
  test.each([
    ['brecourt-sur-loire', 'fr', 'maire', 'Maire'],
    ['brecourt-sur-loire', 'fr', 'jumelage altendorf', 'Jumelage avec Altendorf am See'],
    ['puerto-almendro', 'es', 'oficina de relaciones internacionales', 'Oficina de relaciones internacionales'],
    ['red-confluencia', 'pt', 'intercâmbios de servidor', 'Intercâmbio de servidores'],
  ] as const)('%s %s %s: what is called so comes first', async (memory, locale, question, title) => {
    expect((await titles(memory, locale, question))[0]).toBe(title)
  })
  test('a part of the world finds its countries, and those who name it first', async () => {
    const found = await titles('brecourt-sur-loire', 'fr', 'Amérique latine')
    expect(found[0]).toBe('Adhésion au Réseau des villes de confluence')
    for (const title of [
      'Jumelage avec Puerto Almendro',
      'Lettre d’intention avec Serra do Luar',
      'Province de Loma Azul',
    ])
      expect(found).toContain(title)
    expect(found).not.toContain('Coopération avec Tabadian')
    expect(await titles('brecourt-sur-loire', 'en', 'West Africa')).toContain('Cooperation with Tabadian')
    expect(await titles('brecourt-sur-loire', 'pt', 'África Ocidental')).toContain('Commune de Tabadian')
    const page = await house.ask('/fr/territories/brecourt-sur-loire/search?q=Am%C3%A9rique+latine')
    expect(await page.text()).toMatch(
      /<bdi>Amérique latine<\/bdi> → <bdi>(Chili|Brésil|Équateur|Pérou)<\/bdi> \(indiqué dans un champ\)/,
    )
  })
  test('a port is not every record of Puerto Almendro, and a river not one of Río Manso', async () => {
    // « Porté par une adjointe », it says.
    expect(await titles('brecourt-sur-loire', 'fr', 'port')).toEqual(['Jumelage avec Puerto Almendro'])
    const found = await asPublic(house.db, tx =>
      find(tx, { rooms, locale: 'en' }, 'river', { offset: 0, most: 20, space: space('red-confluencia') }),
    )
    expect(found.results.map(({ title }) => title)).not.toContain('Intendencia de Río Manso')
  })
})

test('a question that is too long is cut at a word, which is said, and stays as it was typed', async () => {
  const long = `${'jumelage '.repeat(30)}fin`
  for (const path of ['/search', '/territories/brecourt-sur-loire/search']) {
    const html = await (await house.ask(`/fr${path}?q=${encodeURIComponent(long)}`)).text()
    expect(html).toContain(`value="${long}"`)
    expect(html).toContain('Seuls les 200 premiers caractères ont été cherchés')
    expect(html).toContain('aria-describedby="search-cut"')
    expect(html).toContain('Jumelage avec Altendorf am See'.replace('Jumelage', '<mark>Jumelage</mark>'))
    expect(await (await house.ask(`/fr${path}?q=jumelage`)).text()).not.toContain('premiers caractères')
  }
})

describe('the past', () => {
  // One rule for what a record says: were another written for the past, it would be this test that fails.
  test('is, a moment ago, entry by entry what the index of today holds', async () => {
    await reindexAll(house)
    const [{ at } = { at: '' }] = await rows<{ at: string }>("select (perenne.now() + interval '1 second')::text as at")
    let compared = 0
    for (const slug of ['brecourt-sur-loire', 'puerto-almendro', 'red-confluencia']) {
      const then = {
        space: space(slug),
        at: Temporal.Instant.from(at.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
      }
      const past = await asItWas(house.db, job('test'), then, async tx => {
        const { rows } = await tx.executeQuery<Record<string, unknown>>({
          sql: `select record_table, id, language, at_most, title, left(body, 100000) as body, words::text, reach::text
            from perenne.entries_then() order by 1, 2, 3, 4`,
          parameters: [],
          query: { kind: 'RawNode' },
        } as never)
        return rows
      })
      const today = await rows(
        `select record_table, record_id as id, language, at_most, title, body,
           ts_delete(words, array(select w from unnest(tsvector_to_array(words)) w where w like '@%'))::text as words, reach::text
         from perenne.search_entry where space_id = $1 order by 1, 2, 3, 4`,
        [space(slug)],
      )
      expect(past).toEqual(today.filter(({ record_table }) => record_table !== 'seminar'))
      compared += past.length
    }
    expect(compared).toBeGreaterThan(250)
  })
  test('of each day tells what was written then', async () => {
    const page = async (on: string) =>
      (await house.ask(`/fr/territories/brecourt-sur-loire/search?q=valdeolmo${on}`)).text()
    expect(await page('&on=2016-09-01')).toContain('Échanges avec <mark>Valdeolmo</mark>')
    expect(await page('')).not.toContain('Échanges avec')
    expect(await page('')).toContain('Coopération triangulaire avec <mark>Valdeolmo</mark>')
  })
})
