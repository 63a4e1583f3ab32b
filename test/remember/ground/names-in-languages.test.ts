import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveMemories } from '../../../source/demo/memories.ts'
import { findDemoPerson, makeDemoPersons } from '../../../source/demo/persons.ts'
import { makeDemoTerritories } from '../../../source/demo/territories.ts'
import { openSession, sessionHeader } from '../../../source/ground/people/session.ts'
import { memoryWords } from '../../../source/remember/messages/memory.ts'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Walked, walk } from '../support/walk.ts'

// A voice reads a French name on a Spanish page with a Spanish mouth, unless the page says in which language it is. Every text in
// French carries a mark here; wherever it stands on a page in another language, an element around it says `lang="fr"`.

const mark = 'Zarigüeya'
const within = '/es/territories/brecourt-sur-loire'
let house: TestHouse
let headers: Record<string, string>
const sql = (text: string) => house.database.owner.query(text)
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2015-09-01T09:00:00+02:00')
  await makeDemoPersons(house, ['administrator'], 'none')
  await makeDemoTerritories(house)
  await makeDemoPersons(house, ['keeper'], 'none')
  await liveMemories(house, house.setClock)
  await house.setClock('2018-06-04T09:00:00+02:00')
  const { token } = await openSession(house.db, (await findDemoPerson(house, 'keeper')) ?? '', { secondFactor: true })
  headers = { cookie: sessionHeader(token, false).split(';')[0] ?? '' }
  const inFrench = `language = 'fr' and space_id = (select id from perenne.space where slug = 'brecourt-sur-loire')`
  // The territory's own name is a proper name: of no language.
  await sql(`update perenne.translation set body = '${mark} ' || body where ${inFrench} and record_table <> 'space'`)
  for (const [table, column] of [
    ['interaction', 'title'],
    ['commitment', 'what'],
    ['note', 'body'],
  ])
    await sql(`update perenne.${table} set ${column} = '${mark} ' || ${column} where ${inFrench}`)
})
afterAll(() => house.close())

const textNode = 3
/** The marked words of a page that no element says to be in French. */
function unmarked({ address, document }: Walked): string[] {
  return [...document.querySelectorAll('body *')].flatMap(element => {
    // What is typed into fields is of no language until it is saved, and a browser reads the choices of a list by itself.
    if (element.closest('textarea, select') || element.closest('[lang]')?.getAttribute('lang') === 'fr') return []
    const words = [...element.childNodes].filter(({ nodeType }) => nodeType === textNode).map(node => node.textContent)
    return words.filter(text => text?.includes(mark)).map(text => `${address.replace(within, '')}: ${text}`)
  })
}

/** Pages on which one writes: fields and what they offer follow the form kit. */
const writing = /\/(?:edit|new|remove|import|share|merge|join|drafts?)(?:\/|$)/

test('every name in another language than the page says which', async () => {
  const start = ['', '/differences?from=2016-01-01&to=2018-06-03']
  const pages = await walk(
    house,
    start.map(path => within + path),
    {
      within,
      init: { headers },
      but: writing,
    },
  )
  const shown = pages.filter(({ document }) => document.body.textContent?.includes(mark))
  expect(shown.length).toBeGreaterThan(30)
  // The log puts its lines together by itself, and names the language of a text in words.
  const told = pages.filter(({ address }) => !/\/history(?:\?|$)/.test(address)).flatMap(unmarked)
  expect(told).toEqual([])
}, 120_000)

const lists = ['', '/relationships', '/projects', '/decisions', '/posts', '/actors']
const wordsOf = async (path: string) => (await house.ask(path, { headers })).text()

test.each(lists)('over the list %j it is said once that names are in another language, where one is', async list => {
  const said = memoryWords.es.inItsLanguage
  expect((await wordsOf(within + list)).split(said)).toHaveLength(2)
  // To whoever reads French, all is in French but the names of partners elsewhere.
  const french = await wordsOf(within.replace('/es/', '/fr/') + list)
  expect(french).toContain(mark)
  expect(french.includes(memoryWords.fr.inItsLanguage)).toBe(list === '/relationships' || list === '/actors')
})
