import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSeminar } from '../../../source/convene/seminar/acts/import-seminar.ts'
import { calendarHost, keepCalendarHost } from '../../../source/ground/calendar-host.ts'
import { job } from '../../../source/ground/database/actor.ts'
import type { House } from '../../../source/ground/house.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from '../seminar/room.ts'

// Whoever has the calendars of an installation finds each entry once when it moves to another address.

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
  const result = await importSeminar(house, job('import'), smallFile(), { announce: true })
  if (!result.ok) throw new Error(JSON.stringify(result))
})
afterAll(() => house?.close())

const uids = async (path: string) =>
  ((await (await house.ask(path)).text()).replaceAll('\r\n ', '').match(/^UID:.*$/gm) ?? []).map(line =>
    line.trim().split('@').at(-1),
  )
const everyCalendar = async () => [
  ...(await uids('/en/seminars/small/programme.ics')),
  ...(await uids('/en/seminars/small/calendar.ics')),
]
/** The address that the installation has now, as after a new start with another PUBLIC_URL. */
const hostOf = async (address: string): Promise<string> => {
  const url = new URL(address)
  await keepCalendarHost(house.db, url)
  const started: House = { ...house, settings: { ...house.settings, publicUrl: url } }
  return calendarHost(started)
}

test('an address of one machine alone is not kept; the first real one is, for every calendar and for ever', async () => {
  await keepCalendarHost(house.db, house.settings.publicUrl)
  expect(await everyCalendar()).toEqual(['localhost', 'localhost'])
  expect(await hostOf('http://127.0.0.1:3000')).toBe('127.0.0.1')
  // Two that start at once.
  await Promise.all([
    keepCalendarHost(house.db, new URL('https://first.example.org')),
    keepCalendarHost(house.db, new URL('https://first.example.org')),
  ])
  expect(await everyCalendar()).toEqual(['first.example.org', 'first.example.org'])
  expect(await hostOf('https://second.example.org')).toBe('first.example.org')
  expect(await everyCalendar()).toEqual(['first.example.org', 'first.example.org'])
})

test('nobody changes what was kept', async () => {
  await keepCalendarHost(house.db, new URL('https://first.example.org'))
  await house.database.owner.query("update perenne.installation set calendar_host = 'other.example.org'")
  await house.database.owner.query('update perenne.installation set calendar_host = null')
  const { rows } = await house.database.owner.query('select calendar_host from perenne.installation')
  expect(rows).toEqual([{ calendar_host: 'first.example.org' }])
})
