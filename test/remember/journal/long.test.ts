import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { addContactNamed } from '../../../source/remember/actors/store/new-contact.ts'
import { ask, queriesOf, wordsOn } from '../../convene/registration/desk-support.ts'
import { openScene, type Scene } from './support.ts'

// After years of use: hundreds of people, thousands of entries. Lists come in pages, and their pages keep what they are narrowed by.

let scene: Scene
const entries = 120
const people = 120

beforeAll(async () => {
  scene = await openScene()
  const { house, here, sql } = scene
  await as(house.db, job('test'), async tx => {
    for (let one = 0; one < people; one++)
      await addContactNamed(tx, here.space, {
        name: `Prénom Nom-${String(one).padStart(3, '0')}`,
        language: 'fr',
        email: `personne${one}@${one % 2 === 0 ? 'pair' : 'impair'}.example`,
      })
  })
  await sql(
    `insert into perenne.interaction (space_id, visibility, kind, during, title, language)
     select $1, 0, case n % 2 when 0 then 'call' else 'letter' end, (date '2010-01-01' + n)::text, 'Entrée n° ' || n || '.', 'fr'
     from generate_series(1, ${entries}) n`,
    [here.space],
  )
})
afterAll(() => scene.house.close())

const at = (path: string) => `/fr/territories/brecourt${path}`
const page = (path: string) => ask(scene.house, at(path), scene.here.editor.cookie)
const linksOf = (html: string) =>
  [...html.matchAll(/href="([^"]*[?&](?:amp;)?page=\d+[^"]*)"/g)].map(one => (one[1] ?? '').replaceAll('&amp;', '&'))

/** Every page from the first, by the link to the next one that each has. */
async function walk(path: string): Promise<string[]> {
  const seen: string[] = []
  for (let number = 1, next: string | undefined = at(path); next; number += 1) {
    const { html, status } = await ask(scene.house, next, scene.here.editor.cookie)
    expect(status).toBe(200)
    seen.push(wordsOn(html))
    next = linksOf(html).find(link => new URL(link, 'http://x').searchParams.get('page') === String(number + 1))
  }
  return seen
}

test('the journal in pages: each entry once, narrowed on every page', async () => {
  const pages = await walk('/journal?year=2010&kind=call')
  expect(pages.length).toBe(Math.ceil(entries / 2 / 25))
  const found = pages.flatMap(words => [...words.matchAll(/Entrée n° (\d+)\./g)].map(one => Number(one[1])))
  // Every line names its entry once; newest first, nothing but calls.
  expect(found).toEqual(Array.from({ length: entries / 2 }, (_, index) => entries - 2 * index))
})

test('the contacts in pages, found by a part of their address too', async () => {
  const named = (words: string) => [...words.matchAll(/Nom-(\d{3})/g)].map(one => Number(one[1]))
  const all = (await walk('/contacts')).flatMap(named)
  expect(new Set(all).size).toBe(people)
  const even = (await walk('/contacts?q=%40pair.example')).flatMap(named)
  expect(new Set(even)).toEqual(new Set(Array.from({ length: people / 2 }, (_, index) => 2 * index)))
})

test('a page of many asks as much of the database as a page of one', async () => {
  const { house, here } = scene
  const asked = (path: string) => queriesOf(house, at(path), here.editor.cookie)
  for (const [few, many] of [
    ['/journal?words=n%C2%B0+77.', '/journal?page=2'],
    ['/contacts?q=Nom-077', '/contacts?page=2'],
  ] as const)
    expect([many, await asked(many)]).toEqual([many, await asked(few)])
  for (const path of ['/journal?page=900', '/contacts?page=900', '/journal?page=-1', '/contacts?page=x'])
    expect((await page(path)).status).toBe(200)
})
