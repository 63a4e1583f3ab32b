import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseWithin } from '../../../source/convene/programme/acts/release-within.ts'
import { importSeminar } from '../../../source/convene/seminar/acts/import-seminar.ts'
import { seminarAsFile } from '../../../source/convene/seminar/store/seminar-as-file.ts'
import { as, job } from '../../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { sample, seminarRoom, slug, smallFile } from '../seminar/room.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
  await given(await sample())
  await given(withPeople)
  await house.setClock('2018-06-04T09:00:00+02:00')
})
afterAll(() => house?.close())

const person = (key: string, given: string, family: string, named: boolean) =>
  `  - {key: ${key}, givenName: ${given}, familyName: ${family}, named: ${named}, role: {en: role of ${key}}}`
const withPeople = `${smallFile({ slug: 'small', slots: 3, organisations: 3 })
  .replace('moderators: [org-1]', 'moderators: [org-1], speakers: [ana, luis], room: big')
  .replace('  slots:', '  rooms: [{key: big, name: {en: Big hall}}]\n  slots:')}
people:
${person('ana', 'Ana', 'Núñez', true)}
${person('luis', 'Luis', 'Hidden', false)}
`

async function given(text: string, announce = true) {
  const result = await importSeminar(house, job('import'), text, { announce })
  if (!result.ok) throw new Error(JSON.stringify(result))
}
/** The draft as it is after a change of the file, released. */
async function release(text: string, of: string) {
  await given(text)
  await as(house.db, job('test'), async tx => {
    const now = await seminarAsFile(tx, of)
    if (now)
      expect(await releaseWithin(tx, now, { languages: now.file.languages })).toMatchObject({ outcome: 'released' })
  })
}
async function read(path: string): Promise<string> {
  const response = await house.ask(path)
  expect(response.status, path).toBe(200)
  return response.text()
}
async function events(path: string) {
  const root = new ICAL.Component(ICAL.parse(await read(path)))
  return root.getAllSubcomponents('vevent').map(component => {
    const { uid, summary, sequence, location, description } = new ICAL.Event(component)
    const status = component.getFirstPropertyValue('status')
    return { uid, summary, sequence, location, description, status, url: component.getFirstPropertyValue('url') }
  })
}
const titles = async (path: string) => (await events(path)).map(({ summary }) => summary)

test('the programme of 2018 as a calendar: provisional, with its uids for every language', async () => {
  const inFrench = await events(`/fr/seminars/${slug}/programme.ics`)
  const inSpanish = await events(`/es/seminars/${slug}/programme.ics`)
  expect(inFrench).toHaveLength(9)
  expect(inFrench.map(({ uid }) => uid)).toEqual(inSpanish.map(({ uid }) => uid))
  expect(new Set(inFrench.map(({ status }) => status))).toEqual(new Set(['TENTATIVE']))
  expect(inFrench[3]?.uid).toMatch(/^slot-[0-9a-f-]{36}@localhost$/)
  expect(inFrench[3]?.url).toMatch(new RegExp(`/fr/seminars/${slug}#slot-part-1$`))
  expect(inFrench[3]?.description).toContain('Provisoire\u00a0: ce créneau peut encore changer.')
  expect(inFrench[3]?.description).toContain('Modération\u00a0: AL-LAs')
})

test('a selection, one slot, and slots that there are not', async () => {
  const path = '/en/seminars/small/programme.ics'
  expect(await titles(`${path}?slots=slot-3,slot-1`)).toEqual(['Talk 1', 'Talk 3'])
  expect(await titles(`${path}?slots=slot-3&slots=slot-1`)).toEqual(['Talk 1', 'Talk 3'])
  expect(await titles(`${path}?slots=slot-2,nothing,%27%00`)).toEqual(['Talk 2'])
  expect(await titles(`${path}?slot=slot-2`)).toEqual(['Talk 2'])
  const one = await house.ask(`${path}?slot=slot-2`)
  expect(one.headers.get('content-disposition')).toBe('attachment; filename="small-slot-2.ics"')
  for (const query of [
    '?slots=nothing',
    '?slot=nothing',
    '?slots=',
    '?slot=a%22b%0d%0a',
    `?slots=${'x,'.repeat(3000)}`,
  ])
    expect((await house.ask(`${path}${query}`)).status, query).toBe(404)
})

test('names that are public, and no others', async () => {
  const path = '/en/seminars/small'
  const [first] = await events(`${path}/programme.ics`)
  expect(first).toMatchObject({ location: expect.stringMatching(/^Big hall, A hall, /) })
  expect(first?.description).toContain('Speaking: Ana Núñez (role of ana)')
  for (const file of ['programme.ics', 'schedule.xml', 'schedule.json']) {
    const text = (await read(`${path}/${file}`)).replaceAll('\r\n ', '')
    expect(text, file).toContain('Ana Núñez')
    expect(text, file).not.toMatch(/Luis|Hidden|role of luis/)
  }
})

test('a name that is shown, corrected or withdrawn is in the next calendar, which is newer by its stamp and raises nothing', async () => {
  const stamped = async () => {
    const text = (await read('/en/seminars/small/programme.ics?slot=slot-1')).replaceAll('\r\n ', '')
    const of = (name: string) => text.match(new RegExp(`^${name}:(.*)$`, 'm'))?.[1]?.trim() ?? ''
    return { text, sequence: of('SEQUENCE'), stamp: of('DTSTAMP') }
  }
  const rename = (named: boolean, family: string) =>
    house.database.owner.query(
      `with p as (update perenne.programme_person set named = $1 where key = 'luis' returning person_id)
       update perenne.person set family_name = $2 where id in (select person_id from p)`,
      [named, family],
    )
  const before = await stamped()
  expect(before.text).not.toContain('Luis')
  let last = before
  for (const [hour, named, family] of [
    [10, true, 'Hidden'],
    [11, true, 'Corrected'],
    [12, false, 'Hidden'],
  ] as const) {
    await rename(named, family)
    await house.setClock(`2018-06-04T${hour}:00:00+02:00`)
    const now = await stamped()
    expect(now.text.includes(`Luis ${family}`)).toBe(named)
    expect(now.sequence).toBe(before.sequence)
    expect(now.stamp > last.stamp).toBe(true)
    last = now
  }
})

test('both schedules of the programme of 2018', async () => {
  const xml = await house.ask(`/en/seminars/${slug}/schedule.xml`)
  expect(xml.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const text = await xml.text()
  expect(text).toMatch(/<url>http:\/\/localhost[^<]*\/schedule.xml<\/url><version>Provisional programme<\/version>/)
  expect(text.match(/<event /g)).toHaveLength(9)
  const json = await house.ask(`/en/seminars/${slug}/schedule.json`)
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const { conference } = JSON.parse(await json.text()).schedule
  expect(conference).toMatchObject({ title: 'Towards lasting international action', daysCount: 1 })
  expect(Object.values(conference.days[0].rooms)).toEqual([expect.objectContaining({ length: 9 })])
})

test('what was released later: raised numbers, a slot taken out, the draft seen by nobody', async () => {
  await given(smallFile({ slug: 'later', slots: 3, organisations: 3 }))
  const path = '/en/seminars/later/programme.ics'
  const before = await events(path)
  const second = smallFile({ slug: 'later', slots: 2, organisations: 3 }).replace('Talk 2', 'Talk two')
  await given(second)
  const words = (all: typeof before) => all.map(({ sequence: _, ...rest }) => rest)
  expect(words(await events(path))).toEqual(words(before))
  const unreleased = await events(path)
  await release(second.replace('Theme 1', 'Theme one'), 'later')
  const after = await events(path)
  expect(after.map(({ summary, status }) => `${summary} ${status}`)).toEqual([
    'Talk 1 TENTATIVE',
    'Talk two TENTATIVE',
    'Talk 3 CANCELLED',
  ])
  for (const [index, { sequence }] of after.entries())
    expect(sequence).toBeGreaterThan(unreleased[index]?.sequence ?? Number.POSITIVE_INFINITY)
  expect((await events(path)).map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
  expect(await titles(`${path}?slots=slot-3`)).toEqual(['Talk 3'])
  expect(await titles(`${path}?slots=slot-1`)).toEqual(['Talk 1'])
  expect(await read('/en/seminars/later/schedule.xml')).not.toContain('Talk 3')
})

test('a seminar that is cancelled: its slots are, and no app shows them', async () => {
  await given(smallFile({ slug: 'off', slots: 2, organisations: 2 }))
  await given(
    smallFile({ slug: 'off', slots: 2, organisations: 2 }).replace('time_zone:', 'cancelled: true\ntime_zone:'),
  )
  const told = await events('/en/seminars/off/programme.ics')
  expect(told.map(({ status, sequence }) => `${status} ${sequence}`)).toEqual(['CANCELLED 1', 'CANCELLED 1'])
  const { schedule } = JSON.parse(await read('/en/seminars/off/schedule.json'))
  expect(schedule.conference.days[0].rooms).toEqual({ 'A hall': [] })
})

test('nothing of a seminar that was not announced, and no schedule without a programme', async () => {
  await given(smallFile({ slug: 'secret' }), false)
  await given(smallFile({ slug: 'empty' }).replace(/ {2}slots:\n.*/, '  slots: []'))
  for (const file of ['programme.ics', 'programme.ics?slot=slot-1', 'schedule.xml', 'schedule.json'])
    expect((await house.ask(`/en/seminars/secret/${file}`)).status, file).toBe(404)
  for (const file of ['schedule.xml', 'schedule.json'])
    expect((await house.ask(`/en/seminars/empty/${file}`)).status, file).toBe(404)
  expect(await titles('/en/seminars/empty/programme.ics')).toEqual([])
})

test('sub-events for search engines: room, hours with their offset, public names, what became of it', async () => {
  const dataOf = async (path: string) =>
    JSON.parse((await read(path)).match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1] ?? '')
  const { subEvent } = await dataOf('/en/seminars/small')
  expect(subEvent).toHaveLength(3)
  expect(subEvent[0]).toMatchObject({
    '@type': 'Event',
    name: 'Talk 1',
    startDate: '2030-05-06T09:00:00-05:00',
    endDate: '2030-05-06T10:00:00-05:00',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { '@type': 'Place', name: 'Big hall', containedInPlace: { name: 'A hall' } },
    performer: [{ '@type': 'Person', name: 'Ana Núñez', jobTitle: 'role of ana' }],
  })
  expect(subEvent[1].location.name).toBe('A hall')
  expect(subEvent[1].performer).toBeUndefined()
  const off = await dataOf('/en/seminars/off')
  expect(off.subEvent[0].eventStatus).toBe('https://schema.org/EventCancelled')
})
