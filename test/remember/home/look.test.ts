import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { liveMemories } from '../../../source/demo/memories.ts'
import { findDemoPerson, makeDemoPersons } from '../../../source/demo/persons.ts'
import { makeDemoTerritories } from '../../../source/demo/territories.ts'
import { locales } from '../../../source/ground/languages/locales.ts'
import { parts } from '../../../source/ground/languages/messages/parts.ts'
import { openSession, sessionHeader } from '../../../source/ground/people/session.ts'
import { aboutWords } from '../../../source/remember/messages/about.ts'
import { memoryWords } from '../../../source/remember/messages/memory.ts'
import { memoryHome } from '../../../source/remember/messages/memory-home.ts'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'

// What a page of a memory says to whoever sees it on a telephone, hears it, or reads another language.

let house: TestHouse
let headers: Record<string, string>
const at = (path: string, locale = 'fr') => `/${locale}/territories/brecourt-sur-loire${path}`
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2015-09-01T09:00:00+02:00')
  await makeDemoPersons(house, ['administrator'], 'none')
  await makeDemoTerritories(house)
  await makeDemoPersons(house, ['keeper'], 'none')
  await liveMemories(house, house.setClock)
  await house.setClock('2018-06-04T09:00:00+02:00')
  const keeper = (await findDemoPerson(house, 'keeper')) ?? ''
  const { token } = await openSession(house.db, keeper, { secondFactor: true })
  headers = { cookie: sessionHeader(token, false).split(';')[0] ?? '' }
})
afterAll(() => house.close())

const html = async (path: string) => {
  const response = await house.ask(path, { headers })
  expect(response.status, path).toBe(200)
  return response.text()
}
const one = async (sql: string): Promise<string> => {
  const { rows } = await house.database.owner.query(
    `select x.id from perenne.${sql} and x.space_id = (select id from perenne.space where slug = 'brecourt-sur-loire')`,
  )
  return rows[0].id
}

describe('the doors of a memory', () => {
  test('folded under the name of the open one, and not said open twice to whoever hears', async () => {
    const page = await html(at('/relationships'))
    const nav = /<nav class="memory-doors"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? ''
    const summary = /<summary>([\s\S]*?)<\/summary>/.exec(nav)?.[1] ?? ''
    // In sight, not only to be heard: the name of the page alone would say nothing of the doors behind it.
    expect(summary).toBe(memoryWords.fr.here(memoryWords.fr.sections.relationships))
    expect(nav).not.toMatch(/<details[^>]*\bopen\b/)
    // The same doors, folded and in a line.
    const [folded = '', line = ''] = nav.split('</details>')
    const doors = (list: string) => [...list.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)
    expect(doors(folded)).toEqual(doors(line))
    expect(doors(line).length).toBeGreaterThan(5)
  })

  test('a page behind no door is folded under what the doors lead to', async () => {
    const page = await html(at('/search'))
    expect(page).toContain(`<summary>${memoryWords.fr.doors}</summary>`)
  })

  const links = (list: string) => [...list.matchAll(/<a href="([^"?]+)/g)].map(([, href]) => href?.split('/').at(-1))
  const navOf = (page: string) => /<nav class="memory-doors"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? ''

  test('lead from every page to what an office opens each week, in a list of its own, folded on a telephone too', async () => {
    const weekly = ['monday', 'timeline', 'checks', 'reminders']
    for (const path of ['/relationships', '/search', '/history', '/import', '/relationships?on=2017-01-01']) {
      const [folded = '', line = ''] = navOf(await html(at(path))).split('</details>')
      for (const list of [folded, line]) {
        const [kept = '', apart = ''] = list.split('<ul class="weekly"')
        expect([path, links(apart)]).toEqual([path, weekly])
        expect([path, links(kept).filter(link => weekly.includes(link ?? ''))]).toEqual([path, []])
      }
    }
    for (const door of weekly) {
      const page = await html(at(`/${door}`))
      expect([door, navOf(page).match(/aria-current="true">[^<]+/g)]).toEqual([
        door,
        Array(2).fill(`aria-current="true">${memoryHome.fr.doors[door as 'monday']}`),
      ])
    }
    // The first page tells what each of them is for, once.
    const first = await html(at(''))
    expect(navOf(first)).not.toContain('weekly')
    expect(links(first.slice(first.indexOf('memory-desk')))).toEqual(expect.arrayContaining(weekly))
  })

  test('lead whoever is outside to what is theirs, the time line among it, and to nothing of the office', async () => {
    for (const path of ['', '/relationships', '/timeline']) {
      const response = await house.ask(at(path))
      expect(response.status).toBe(200)
      const [folded = '', line = ''] = navOf(await response.text()).split('</details>')
      for (const list of [folded, line]) {
        expect([path, list.includes('weekly')]).toEqual([path, false])
        expect([path, links(list).at(-1)]).toEqual([path, 'timeline'])
        for (const door of ['monday', 'checks', 'reminders', 'history'])
          expect([path, links(list).includes(door)]).toEqual([path, false])
      }
    }
  })
})

describe('a name in another language', () => {
  test('is marked with it on the time line; that it is so is said once, above all lines, and not in its own language', async () => {
    const foreign = await html(at('/timeline', 'pt'))
    expect(foreign).toContain('<span lang="fr">Jumelage avec Altendorf am See</span>')
    expect(foreign.split(memoryWords.pt.inItsLanguage).length).toBe(2)
    expect(foreign).not.toContain(parts.pt.text.notYet('fr'))
    const own = await html(at('/timeline'))
    expect(own).toContain('<bdi>Jumelage avec Altendorf am See</bdi>')
  })

  test('is marked in the head of its history, whose sentence is the reader’s', async () => {
    const id = await one("relationship x where x.key = 'tabadian'")
    const page = await html(at(`/records/relationship/${id}`, 'es'))
    const head = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1] ?? ''
    expect(head).toContain('<span lang="fr">Coopération avec Tabadian</span>')
    expect(head.replace(/<span lang[\s\S]*<\/span>/, '')).toMatch(/[a-z]{4}/)
  })
})

test('the page that a door leads to is not told as a step below its door', async () => {
  const trail = /<nav class="breadcrumb"[\s\S]*?<\/nav>/.exec(await html(at('/actors')))?.[0] ?? ''
  expect(trail).toContain('Brécourt-sur-Loire')
  expect(trail).not.toContain(memoryWords.fr.sections.actors)
  const below = /<nav class="breadcrumb"[\s\S]*?<\/nav>/.exec(await html(at('/actors/new')))?.[0] ?? ''
  expect(below).toContain(memoryWords.fr.sections.actors)
})

test('the box that searches says so in sight', async () => {
  expect(await html(at('/actors'))).toMatch(/<label for="memory-search">[^<]*Brécourt-sur-Loire<\/label>/)
})

test('one box to tick does not say that it is optional; a question with several answers does', async () => {
  const page = await html(at('/checks/relationship-dormant'))
  const box = /<fieldset(?:(?!<\/fieldset>)[\s\S])*type="checkbox"[\s\S]*?<\/fieldset>/.exec(page)?.[0] ?? ''
  expect(box).toContain('<legend>')
  expect(box).not.toContain(parts.fr.form.optional)
})

test('the page that changes a record is not called as the record', async () => {
  const actor = await one('organisation x where true')
  const contact = await one('contact x where x.person_id is not null')
  const post = await one('post x where true')
  const term = await one('term x where true')
  const appointment = await one('appointment x where true')
  for (const locale of locales)
    for (const path of [
      `/actors/${actor}/edit`,
      `/contacts/${contact}/edit`,
      `/posts/${post}/edit`,
      `/terms/${term}/edit`,
      `/appointments/${appointment}/edit`,
    ]) {
      const head = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(await html(at(path, locale)))?.[1] ?? ''
      const [before = '', after = ''] = aboutWords[locale].editing('|').split('|')
      expect(head.startsWith(before), `${path} ${head}`).toBe(true)
      expect(head.length).toBeGreaterThan(before.length + after.length)
    }
})

test('an hour says its zone', async () => {
  const id = await one("relationship x where x.key = 'tabadian'")
  const page = (await html(at(`/records/relationship/${id}`))).replaceAll(/[\u00a0\u202f]/g, ' ')
  const steps = [...page.matchAll(/<h2 id="step-\d+">([^<]+)</g)].map(([, text]) => text)
  expect(steps.length).toBeGreaterThan(0)
  for (const step of steps) expect(step).toMatch(/\d+ h \d+ \(heure de Paris\)$/)
})
