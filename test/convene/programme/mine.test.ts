import ICAL from 'ical.js'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { programmeMineRoutes } from '#convene/programme/pages/mine-routes.ts'
import { programmeVersionRoutes } from '#convene/programme/pages/versions-routes.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { job } from '#ground/database/actor.ts'
import type { Room } from '#ground/house.ts'
import { islandFiles } from '#ground/web/islands.ts'
import { openWeb } from '#ground/web/server.ts'
import { htmlProblems } from '../../../journeys/support/page-checks.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from '../seminar/room.ts'
import { edited, fileNow, imported, somebody } from '../seminar/support.ts'

const room: Room = {
  ...seminarRoom,
  routes: [...seminarRoom.routes, ...programmeVersionRoutes, ...programmeMineRoutes],
}
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([room])
  await house.setClock('2030-01-10T15:00:00Z')
  await imported(house, smallFile({ slug: 'one', slots: 4, organisations: 4 }), { announce: true })
  await imported(house, smallFile({ slug: 'two', slots: 4, organisations: 4 }), { announce: true })
  await released('two', file => {
    const [first, , third, fourth] = file.programme.slots
    if (!first || !third || !fourth) throw new Error('four slots are needed')
    // The first half an hour later, so that it is on when the third is, which comes earlier; the second is cancelled.
    file.programme.slots = [{ ...first, from: '09:30', to: '10:30' }, { ...third, from: '10:00', to: '11:00' }, fourth]
  })
})
afterAll(() => house?.close())
afterEach(() => vi.restoreAllMocks())

async function released(slug: string, patch: (file: SeminarFile) => void) {
  await edited(house, slug, patch)
  const file = await fileNow(house, slug)
  const done = await releaseProgramme(house, job('test'), slug, versionOf(programmePart(file)), {
    name: { en: 'Second' },
    provisional: false,
    languages: file.languages,
  })
  if (done.outcome !== 'released') throw new Error(JSON.stringify(done))
  return done.slug
}

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')
const bodyOf = (html: string) => plain(html.slice(html.indexOf('<main'), html.indexOf('</main>')))
async function read(path: string, cookie?: string): Promise<string> {
  const response = await house.ask(path, cookie ? { headers: { cookie } } : {})
  expect(response.status, path.slice(0, 200)).toBe(200)
  return response.text()
}
const slotsOf = (html: string) => [...html.matchAll(/id="slot-([a-z0-9-]+)"/g)].map(([, key]) => key)
const tickedIn = (html: string) =>
  [...html.matchAll(/<input type="checkbox" name="slots\[\]" value="([^"]+)" form="choosing"( checked="")?/g)].flatMap(
    ([, key, ticked]) => (ticked ? [key] : []),
  )
const linkOf = (html: string, words: string) => {
  const found = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].find(([, , text]) =>
    plain(text ?? '').includes(words),
  )
  return found?.[1]?.replaceAll('&amp;', '&') ?? `no link ${words}`
}
const mine = '/en/seminars/one/programme/mine'

describe('without JavaScript', () => {
  test('each slot of the programme can be ticked, and the form leads to an address that can be kept', async () => {
    const page = await read('/en/seminars/one/programme')
    expect(page.match(/type="checkbox" name="slots\[\]"/g)).toHaveLength(4)
    expect(page).toContain(`id="choosing" method="get" action="${mine}"`)
    // What the boxes are for is read before the first of them.
    expect(page.indexOf('id="choosing-lead"')).toBeGreaterThan(0)
    expect(page.indexOf('id="choosing-lead"')).toBeLessThan(page.indexOf('name="slots[]"'))
    expect(page).toContain('aria-describedby="choosing-lead"')
    expect(page).toContain('<input type="hidden" name="seen" value="1"')
    const sent = await house.ask(`${mine}?slots[]=slot-3&slots[]=slot-1&slots[]=slot-3&seen=1&zone=America/Lima`)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`${mine}?slots=slot-3,slot-1&seen=1&zone=America/Lima`)
    expect((await house.ask(`${mine}?slots[]=slot-2&slots=slot-1`)).headers.get('location')).toBe(
      `${mine}?slots=slot-1,slot-2`,
    )
    expect((await house.ask(`${mine}?slots=&slots=`)).headers.get('location')).toBe(mine)
    expect(await htmlProblems(page)).toEqual([])
  })

  test('the page of the seminar itself stays as light as it was', async () => {
    const page = await read('/en/seminars/one')
    expect(page).not.toMatch(/type="checkbox"|my-programme|reader-zone/)
  })

  test('what is chosen stands in the order of the programme, and nothing else', async () => {
    const page = await read(`${mine}?slots=slot-3,slot-1&seen=1`)
    expect(slotsOf(page)).toEqual(['slot-1', 'slot-3'])
    expect(bodyOf(page)).toContain('You have chosen 2 slots.')
    expect(bodyOf(page)).not.toMatch(/at the same time|has changed|no longer|entr(y|ies) of this address/)
    expect(page).toContain('noindex')
    expect(await htmlProblems(page)).toEqual([])
  })

  test('one can be taken out, all can, and others be added', async () => {
    const page = await read(`${mine}?slots=slot-3,slot-1&seen=1`)
    expect(linkOf(page, 'Take out – Talk 1')).toBe(`${mine}?slots=slot-3&seen=1`)
    expect(linkOf(await read(`${mine}?slots=slot-3&seen=1`), 'Take out')).toBe(mine)
    expect(linkOf(page, 'Take everything out')).toBe(mine)
    const more = linkOf(page, 'Choose other slots')
    expect(more).toBe('/en/seminars/one/programme?slots=slot-1,slot-3&seen=1')
    const again = await read(more)
    expect(tickedIn(again)).toEqual(['slot-1', 'slot-3'])
    expect(again).toContain('noindex')
    expect(tickedIn(await read('/en/seminars/one/programme'))).toEqual([])
  })

  test('goes into a calendar exactly', async () => {
    const page = await read(`${mine}?slots=slot-3,nothing,slot-1`)
    const file = linkOf(page, 'Add to my calendar')
    const calendar = new ICAL.Component(ICAL.parse(await read(file)))
    expect(calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event).summary)).toEqual([
      'Talk 1',
      'Talk 3',
    ])
    expect(linkOf(page, 'Subscribe')).toBe(
      `webcal://${house.settings.publicUrl.host}/en/seminars/one/programme.ics?slots=slot-1,slot-3`,
    )
  })

  test('nothing chosen leads to the programme, in each language', async () => {
    for (const path of [mine, `${mine}?slots=`, `${mine}?slots=,%20,`]) {
      const page = await read(path)
      expect(bodyOf(page)).toContain('You have chosen nothing yet')
      expect(linkOf(page, 'Choose in the programme')).toBe('/en/seminars/one/programme')
    }
    expect(bodyOf(await read(mine.replace('/en/', '/fr/')))).toContain('Vous n’avez encore rien choisi')
    expect(bodyOf(await read(mine.replace('/en/', '/es/')))).toContain('Usted todavía no ha elegido nada')
    expect(bodyOf(await read(mine.replace('/en/', '/pt/')))).toContain('Nada foi escolhido ainda')
  })
})

describe('after a release', () => {
  const path = '/en/seminars/two/programme/mine'

  test('tells what moved and what was cancelled since it was chosen, and what is now on at once', async () => {
    const page = await read(`${path}?slots=slot-1,slot-2,slot-3,slot-4&seen=1`)
    const body = bodyOf(page)
    expect(slotsOf(page)).toEqual(['slot-1', 'slot-3', 'slot-4'])
    expect(body).toContain('Your programme has changed')
    expect(body).toMatch(/From “Version 1” to “2\. Second”/)
    expect(body).toContain('1 cancelled slot')
    expect(body).toContain('2 moved slots')
    expect(body).toContain('Before 9:00 – 10:00 Now 9:30 – 10:30')
    expect(body.replace(/\( | \)/g, bracket => bracket.trim())).toContain(
      'Two of your slots are on at the same time Talk 1 (9:30 – 10:30) · Talk 3 (10:00 – 11:00)',
    )
    expect(body).not.toContain('no longer in the programme')
    expect(await htmlProblems(page)).toEqual([])
    // What nobody says they chose from is compared with the release before, as on the page of changes.
    expect(bodyOf(await read(`${path}?slots=slot-1`))).toContain('1 moved slot')
    expect(bodyOf(await read(`${path}?slots=slot-4&seen=1`))).not.toContain('has changed')
  })

  test('once it was read, it is not told again', async () => {
    const page = await read(`${path}?slots=slot-1,slot-2,slot-3&seen=1`)
    const understood = linkOf(page, 'Understood')
    expect(understood).toBe(`${path}?slots=slot-1,slot-3&seen=2`)
    expect(bodyOf(await read(understood))).not.toMatch(/has changed|cancelled|moved|no longer/)
  })

  test('a slot that an earlier version had is named, and its calendar entry is cancelled', async () => {
    const page = await read(`${path}?slots=slot-2,slot-4&seen=2`)
    expect(bodyOf(page)).toContain('1 slot is no longer in the programme Talk 2 (last in “Version 1”)')
    const calendar = new ICAL.Component(ICAL.parse(await read(linkOf(page, 'Add to my calendar'))))
    const statuses = calendar.getAllSubcomponents('vevent').map(event => event.getFirstPropertyValue('status'))
    expect(statuses.sort()).toEqual(['CANCELLED', 'CONFIRMED'])
  })

  test('a version that there is not is none', async () => {
    for (const seen of ['0', '-1', '7', '999999999999', 'x', "1'--", '%00'])
      expect(bodyOf(await read(`${path}?slots=slot-4&seen=${seen}`)), seen).toContain('You have chosen 1 slot.')
  })
})

describe('what does not belong in an address', () => {
  test.each([
    ['keys that no version had', 'slots=nothing,slot-1,never', 1, '2 entries of this address are no slots'],
    ['HTML', 'slots=%3Cscript%3Ealert(1)%3C/script%3E,slot-1', 1, '1 entry of this address is no slot'],
    ['control characters', 'slots=slot-1%00,%0d%0aSet-Cookie:%20a=b,slot-2', 1, '2 entries of this address'],
    ['a quotation mark', 'slots=slot-1%22%20onclick=%22x,slot-2', 1, '1 entry of this address'],
    ['what is no UTF-8', 'slots=%ff%fe,slot-1', 1, '1 entry of this address'],
    ['a path', 'slots=../../desk,slot-1', 1, '1 entry of this address'],
    ['a name of every object', 'slots=constructor,__proto__,slot-1', 1, '2 entries of this address'],
  ])('%s: told by number, shown nowhere', async (_, query, count, told) => {
    const page = await read(`${mine}?${query}`)
    expect(slotsOf(page)).toHaveLength(count)
    expect(bodyOf(page)).toContain(told)
    const own = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    expect(own).not.toMatch(/alert\(1\)|Set-Cookie|onclick|\/\/desk|__proto__/)
    expect(await htmlProblems(page)).toEqual([])
  })

  test('ten thousand keys are read to the two-hundredth', async () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `k${index}`)
    const page = await read(`${mine}?slots=slot-2,${keys.join(',')}`)
    expect(slotsOf(page)).toEqual(['slot-2'])
    expect(bodyOf(page)).toContain('Only the first 200 entries of this address were read.')
    const many = await house.ask(`${mine}?${keys.map(key => `slots=${key}`).join('&')}`)
    expect(many.status).toBe(303)
    expect((many.headers.get('location') ?? '').length).toBeLessThan(2000)
  })

  test('a seminar that there is not, or that is not announced, is not there', async () => {
    await imported(house, smallFile({ slug: 'hidden', slots: 2, organisations: 2 }))
    const path = '/en/seminars/hidden/programme'
    for (const at of [path, `${path}/mine`, `${path}/mine?slots=slot-1`, '/en/seminars/nowhere/programme/mine'])
      expect((await house.ask(at)).status, at).toBe(404)
    // Whoever prepares it sees the draft, of which nothing can be chosen before it is released.
    const { cookie } = await somebody(house, 'organiser', 'hidden')
    const draft = await read(path, cookie)
    expect(draft).toContain('id="slot-slot-1"')
    expect(draft).not.toMatch(/type="checkbox"|to-mine/)
    expect(bodyOf(await read(`${path}/mine?slots=slot-1`, cookie))).toContain('You have chosen nothing yet')
  })
})

describe('the hours of another place', () => {
  const path = '/en/seminars/one/programme'

  test('stand below those of the venue, with the day where it is another', async () => {
    const lima = bodyOf(await read(`${path}?zone=Europe/Paris`))
    expect(lima).toContain('9:00 – 10:00 Paris: 16:00 – 17:00')
    expect(lima).toContain('Below them stand the hours of Paris (Europe/Paris).')
    const auckland = bodyOf(await read(`${path}?zone=Pacific/Auckland`))
    expect(auckland).toContain('12:00 – 13:00 Auckland: Tuesday 7 May, 5:00 – 6:00')
    const french = bodyOf(await read(`${path.replace('/en/', '/fr/')}?zone=Europe/Paris`))
    expect(french).toContain('9 h – 10 h Paris : 16 h – 17 h')
    expect(await htmlProblems(await read(`${path}?zone=Europe/Paris`))).toEqual([])
  })

  test('on the page of a version and of what one chose too', async () => {
    const page = await read('/en/seminars/two/versions/second?zone=Europe/Paris')
    expect(bodyOf(page)).toContain('Paris: 16:30 – 17:30')
    expect(page).toContain('noindex')
    expect(await htmlProblems(page)).toEqual([])
    const own = await read(`${mine}?slots=slot-1,slot-2&seen=1&zone=Europe/Paris`)
    expect(bodyOf(own)).toContain('Paris: 16:00 – 17:00')
    expect(linkOf(own, 'Take out – Talk 1')).toBe(`${mine}?slots=slot-2&seen=1&zone=Europe/Paris`)
    expect(own).toContain('<input type="hidden" name="slots" value="slot-1,slot-2"')
    expect(linkOf(own, 'Hours of Bogotá only')).toBe(`${mine}?slots=slot-1,slot-2&seen=1`)
  })

  test('go along with whatever else the page was asked for', async () => {
    await imported(
      house,
      smallFile({ slug: 'rooms', slots: 2, organisations: 2 }).replace(
        '  slots:',
        '  rooms: [{key: big, name: {en: Big hall}}]\n  slots:',
      ),
      { announce: true },
    )
    const at = '/en/seminars/rooms/programme'
    const page = await read(`${at}?by=room&slots=slot-1&seen=1&zone=Europe/Paris`)
    expect(page).toContain('<input type="hidden" name="by" value="room"')
    expect(page).toContain('<input type="hidden" name="zone" value="Europe/Paris"')
    expect(linkOf(page, 'By time')).toBe(`${at}?slots=slot-1&seen=1&zone=Europe/Paris`)
    expect(tickedIn(page)).toEqual(['slot-1'])
    expect(bodyOf(page)).toContain('Paris: 16:00 – 17:00')
  })

  test('are not said twice where the clocks say the same', async () => {
    for (const zone of ['America/Bogota', 'America/Lima']) {
      const page = bodyOf(await read(`${path}?zone=${zone}`))
      expect(page).toMatch(/On these days, the clocks of (Bogotá|Lima) say the same\./)
      expect(page).not.toMatch(/(Bogotá|Lima): \d/)
    }
  })

  test('the form asks for nothing but a place: its list stands on the page that was asked for alone', async () => {
    expect(await read(path)).not.toContain('<select')
    const page = await read(linkOf(await read(path), 'Hours of another place').replace('#zone', ''))
    expect(page.match(/<option/g)?.length).toBeGreaterThan(400)
    expect(page).not.toContain('class="error"')
    expect(await read(`${path}?zone=america/lima`)).toContain('<option value="America/Lima" selected="">')
    // A place that has changed its name is there under both.
    for (const zone of ['Asia/Calcutta', 'Asia/Kolkata', 'UTC'])
      expect(await read(`${path}?zone=${zone}`), zone).toMatch(
        /<option value="(Asia\/(Calcutta|Kolkata)|UTC)" selected="">/,
      )
  })

  const known = 'is not a time zone that is known here.'
  const none = 'What the address asks for is not a time zone.'
  test.each([
    ['no place', 'America/Nowhere', `“America/Nowhere” ${known}`],
    ['an offset in disguise', 'Etc/GMT%2B5', `“Etc/GMT+5” ${known}`],
    ['an offset', '%2B02:00', none],
    ['HTML', '%3Cscript%3Ealert(1)%3C/script%3E', none],
    ['a NUL', 'America/Lima%00', none],
    ['another header', 'America/Lima%0d%0aX:%20y', none],
    ['words for whoever follows the link', 'Call%20us%20for%20your%20prize', none],
    ['what is no UTF-8', '%ff', none],
    ['a very long one', `America/${'a'.repeat(10_000)}`, none],
  ])('what is none is told beside the list, and the programme shown: %s', async (_, zone, told) => {
    const page = await read(`${path}?zone=${zone}`)
    expect(bodyOf(page)).toContain(told)
    expect(slotsOf(page)).toHaveLength(4)
    expect(page).not.toContain('class="elsewhere"')
    expect(page.slice(page.indexOf('<main'))).not.toMatch(/alert\(1\)|prize|X: y/)
    expect(await htmlProblems(page)).toEqual([])
  })
})

describe('the weight of the page', () => {
  test('the default page asks the database once, whatever stands in its address', async () => {
    const queries = async (path: string) => {
      const spy = vi.spyOn(pg.Client.prototype, 'query')
      await read(path)
      const count = spy.mock.calls.length
      spy.mockRestore()
      return count
    }
    const count = await queries('/en/seminars/one/programme')
    expect(await queries('/en/seminars/one')).toBe(count)
    expect(await queries('/en/seminars/one/programme?zone=America/Lima&slots=slot-1,slot-2')).toBe(count)
    const own = await queries(`${mine}?slots=slot-1`)
    expect(own).toBeLessThanOrEqual(count + 2)
    expect(await queries('/en/seminars/two/programme/mine?slots=slot-1,slot-2,slot-3&seen=1')).toBe(own)
  })

  test('one page is kept for everybody: what follows a question mark is never kept', async () => {
    const { app, cache } = openWeb(house, { keepPages: true })
    const kept: string[] = []
    vi.spyOn(cache, 'keep').mockImplementation(path => void kept.push(path))
    const ask = async (path: string) => {
      const response = await app.request(new URL(path, house.settings.publicUrl).href)
      expect(response.status).toBe(200)
      return response.text()
    }
    const page = await ask('/en/seminars/one/programme')
    for (let n = 0; n < 30; n++) {
      await ask(`/en/seminars/one/programme?zone=America/Lima&n=${n}`)
      await ask(`${mine}?slots=slot-1,k${n}`)
    }
    await ask(mine)
    expect(await ask('/en/seminars/one/programme')).toBe(page)
    expect(new Set(kept)).toEqual(new Set(['/en/seminars/one/programme', mine]))
  })

  test('the islands are small files of ours, and nobody is asked for a cookie', async () => {
    for (const name of ['my-programme', 'reader-zone']) {
      const file = islandFiles.find(({ path }) => path.includes(`/${name}.`))
      expect(file?.body.length, name).toBeLessThan(8000)
    }
    for (const path of ['/en/seminars/one/programme', `${mine}?slots=slot-1`])
      expect((await house.ask(path)).headers.has('set-cookie')).toBe(false)
  })
})
