import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programmeOnPage } from '#convene/programme/acts/programme-on-page.ts'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { programmeMineRoutes } from '#convene/programme/pages/mine-routes.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { shownIn } from '#convene/programme/rules/shown.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { job } from '#ground/database/actor.ts'
import { htmlProblems } from '../../../journeys/support/page-checks.ts'
import { names, programme } from '../../rules/convene/programme-example.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from '../seminar/room.ts'
import { edited, fileNow, imported } from '../seminar/support.ts'

let house: TestHouse
beforeAll(async () => {
  const routes = [...seminarRoom.routes, ...programmeVersionRoutes, ...programmeMineRoutes]
  house = await openTestHouse([{ ...seminarRoom, routes }])
  await house.setClock('2030-01-10T15:00:00Z')
  for (const slug of ['one', 'two', 'unsure'])
    await imported(house, smallFile({ slug, slots: 4, organisations: 4 }), { announce: true })
  await released('one', inRooms)
  await released('two', file => {
    inRooms(file)
    file.programme.days = [{ date: '2030-05-07', hours: { from: '09:00', to: '17:00' } }]
    change(file, 'slot-3', { day: '2030-05-07' })
  })
  await released('unsure', file => change(file, 'slot-2', { provisional: true }), true)
})
afterAll(() => house?.close())

type Slot = SeminarFile['programme']['slots'][number]
function change(file: SeminarFile, key: string, more: Partial<Slot>) {
  file.programme.slots = file.programme.slots.map(slot => (slot.key === key ? { ...slot, ...more } : slot))
}
const ofHouse = '/files/018f1e7a-0000-7000-8000-000000000009'

/** Two halls with two slots and one, a third where nothing happens, and a slot that is in none. */
function inRooms(file: SeminarFile) {
  file.programme.rooms = [
    { key: 'big', name: { en: 'Big hall', fr: 'Grande salle' } },
    { key: 'unused', name: { en: 'Unused hall' } },
    { key: 'small', name: { en: 'Small hall' } },
  ]
  change(file, 'slot-1', { room: 'small', kind: 'workshop', method: { en: 'In pairs.\n\nThen all\ntogether.' } })
  change(file, 'slot-2', { room: 'big', title: { en: 'Water' }, provisional: true })
  change(file, 'slot-3', {
    room: 'small',
    documents: [
      { title: { en: 'Slides' }, url: ofHouse },
      { title: { en: 'Report' }, url: 'https://city.example/report?a=1&b=2' },
    ],
  })
}

async function released(slug: string, patch: (file: SeminarFile) => void, provisional = false) {
  await edited(house, slug, patch)
  const file = await fileNow(house, slug)
  const done = await releaseProgramme(house, job('test'), slug, versionOf(programmePart(file)), {
    name: { en: 'Second' },
    provisional,
    languages: file.languages,
  })
  if (done.outcome !== 'released') throw new Error(JSON.stringify(done))
}

async function read(path: string): Promise<string> {
  const response = await house.ask(path)
  expect(response.status, path).toBe(200)
  return response.text()
}
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
/** What stands from the line of a slot to the end of it. */
const slotIn = (html: string, key: string) =>
  new RegExp(`<li class="slot[^"]*" id="slot-${key}">[\\s\\S]*?(?=<li class="slot|</ol>)`).exec(html)?.[0] ?? ''
/** The titles of the groups, each with its slots. */
const groupsIn = (html: string) =>
  html
    .split('<section class="close">')
    .slice(1)
    .map(group => [
      plain(/<h3>([\s\S]*?)<\/h3>/.exec(group)?.[1] ?? ''),
      ...[...group.matchAll(/id="slot-(slot-[0-9])"/g)].map(([, key]) => key),
    ])

describe('room by room', () => {
  test('each room with what happens in it and no other, what is for everybody first', async () => {
    const page = await read('/en/seminars/one/programme?by=room')
    expect(groupsIn(page)).toEqual([
      ['For everybody', 'slot-4'],
      ['Big hall', 'slot-2'],
      ['Small hall', 'slot-1', 'slot-3'],
    ])
    // A room does not say its name twice, and one where nothing happens is no unreleased programme.
    expect(plain(page)).not.toMatch(/Room:|not published yet|Unused hall/)
    expect(await htmlProblems(page)).toEqual([])
  })

  test('by the clock, one list in which each slot names its room', async () => {
    const page = await read('/en/seminars/one/programme')
    expect(groupsIn(page)).toEqual([])
    expect([...page.matchAll(/id="slot-(slot-[0-9])"/g)].map(([, key]) => key)).toEqual([
      'slot-1',
      'slot-2',
      'slot-3',
      'slot-4',
    ])
    expect(page.match(/Room: (Big|Small) hall/g)).toHaveLength(3)
  })

  test('over several days, the hours of a room stand under their day', async () => {
    expect(groupsIn(await read('/en/seminars/two/programme?by=room'))).toEqual([
      ['For everybody · Monday 6 May 2030', 'slot-4'],
      ['Big hall · Monday 6 May 2030', 'slot-2'],
      ['Small hall · Monday 6 May 2030', 'slot-1'],
      ['Small hall · Tuesday 7 May 2030', 'slot-3'],
    ])
    expect(groupsIn(await read('/en/seminars/two/programme')).map(([title]) => title)).toEqual([
      'Monday 6 May 2030',
      'Tuesday 7 May 2030',
    ])
  })

  test('a programme without slots says so, whatever is asked for', () => {
    const nothing = shownIn(programme({ slots: [] }), names, 'en')
    for (const by of ['time', 'room'] as const)
      expect(programmeOnPage(nothing, 'en', { by })).toMatchObject({ slots: [], groups: undefined })
  })
})

describe('what is sure', () => {
  const toBeConfirmed = '<span class="mark-word">to be confirmed</span>'

  test('a slot that is not, in a final programme, is marked, and it alone', async () => {
    for (const path of ['/en/seminars/one', '/en/seminars/one/programme']) {
      const page = await read(path)
      expect(slotIn(page, 'slot-2')).toContain(toBeConfirmed)
      expect(page.split(toBeConfirmed)).toHaveLength(2)
      expect(page).not.toContain('<span class="mark-word">provisional</span>')
    }
  })

  test('a programme that is not says it once, at its head', async () => {
    const page = await read('/en/seminars/unsure/programme')
    expect(page.match(/<span class="mark-word">[^<]*<\/span>/g)).toEqual(['<span class="mark-word">provisional</span>'])
    expect(page.indexOf('mark-word')).toBeLessThan(page.indexOf('id="slot-slot-1"'))
  })
})

describe('what a slot says', () => {
  test('its documents: a file of this house in the language of the page, an address elsewhere as it is', async () => {
    for (const locale of ['en', 'fr']) {
      const slot = slotIn(await read(`/${locale}/seminars/one/programme`), 'slot-3')
      const links = [...slot.matchAll(/<a href="([^"]*)">([\s\S]*?)<\/a>/g)].map(([, href, text]) => [
        href,
        plain(text ?? ''),
      ])
      expect(links).toEqual([
        [`/${locale}${ofHouse}`, 'Slides'],
        ['https://city.example/report?a=1&amp;b=2', 'Report'],
      ])
    }
  })

  test('its method in paragraphs, marked with their language where that is not the one of the page', async () => {
    const methodIn = async (locale: string) =>
      /<div class="method[^"]*">([\s\S]*?)<\/div>/.exec(
        slotIn(await read(`/${locale}/seminars/one/programme`), 'slot-1'),
      )?.[1]
    expect(await methodIn('en')).toBe('<p dir="auto">In pairs.</p><p dir="auto">Then all<br/>together.</p>')
    expect(await methodIn('fr')).toBe(
      '<p lang="en" dir="auto">In pairs.</p><p lang="en" dir="auto">Then all<br/>together.</p>',
    )
  })

  test('that it is a workshop or a talk, unless its title says so', async () => {
    const kickers = async (locale: string) => {
      const page = await read(`/${locale}/seminars/one/programme`)
      return ['slot-1', 'slot-2', 'slot-3'].map(
        key => /<p class="kicker">([^<]*)<\/p>/.exec(slotIn(page, key))?.[1] ?? null,
      )
    }
    // The titles of the first and the third are “Talk 1” and “Talk 3”.
    expect(await kickers('en')).toEqual(['Workshop', 'Talk', null])
    expect(await kickers('fr')).toEqual(['Atelier', 'Exposé', 'Exposé'])
  })
})

describe('what else there is of it', () => {
  test('the files for conference apps, from the page of the programme, once there are some', async () => {
    const page = await read('/fr/seminars/one/programme')
    expect(plain(page)).toContain('Pour les applications de conférence : schedule.xml · schedule.json')
    for (const file of ['schedule.xml', 'schedule.json']) {
      expect(page).toContain(`href="/fr/seminars/one/${file}"`)
      await read(`/fr/seminars/one/${file}`)
    }
    expect(await read('/fr/seminars/one')).not.toContain('schedule.')
  })

  test('each slot that somebody chose has its own calendar', async () => {
    const page = await read('/en/seminars/one/programme/mine?slots=slot-3,slot-1&seen=2')
    const link = /<a class="to-calendar" href="([^"]*)">([\s\S]*?)<\/a>/.exec(slotIn(page, 'slot-3'))
    expect(plain(link?.[2] ?? '')).toBe('Add to a calendar – Talk 3')
    const file = await read(link?.[1]?.replaceAll('&amp;', '&') ?? '')
    expect(file.match(/^SUMMARY:.*$/gm)).toEqual(['SUMMARY:Talk 3'])
    expect(page.match(/class="to-calendar"/g)).toHaveLength(2)
    expect(await htmlProblems(page)).toEqual([])
  })
})
