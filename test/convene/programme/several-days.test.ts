import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standingOf } from '#convene/life/store/standing.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { seminarRoutes, seminarTexts } from '#convene/seminar/index.ts'
import { as, asPublic, job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { wordsOn } from '../registration/desk-support.ts'
import { smallFile } from '../seminar/room.ts'
import { edited, imported } from '../seminar/support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([{ name: 'seminar', routes: seminarRoutes, texts: seminarTexts }])
  // The seminar begins in Bogotá on 6 May 2030.
  await house.setClock('2030-05-01T09:00:00-05:00')
  await imported(house, smallFile({ slug: 'days' }))
  await edited(house, 'days', file => {
    file.programme.days.push({ date: '2030-05-08', hours: { from: '10:00', to: '18:30' } })
  })
  await imported(house, smallFile({ slug: 'day' }), { announce: true })
})
afterAll(() => house?.close())

const read = async (path: string) => (await house.ask(path)).text()
const lives = async (slug: string) => {
  const standing = await as(house.db, job('test'), tx => standingOf(tx, { slug }))
  const open = await asPublic(house.db, tx => findSeminarToRegisterFor(tx, { slug }))
  return [standing?.life, open?.life]
}

test('a draft ends as it is announced to; what is released ends with its last day, for page, form and calendar alike', async () => {
  expect((await as(house.db, job('test'), tx => standingOf(tx, { slug: 'days' })))?.endsAt.toString()).toMatch(
    /^2030-05-06/,
  )
  await imported(house, smallFile({ slug: 'days' }), { announce: true, prefer: 'browser' })
  const page = wordsOn(await read('/en/seminars/days'))
  expect(page).toContain('Monday 6 May 2030')
  expect(page).toContain('Wednesday 8 May 2030, 10:00 – 18:30')
  const [event] = new ICAL.Component(ICAL.parse(await read('/en/seminars/days/calendar.ics'))).getAllSubcomponents(
    'vevent',
  )
  expect(String(event?.getFirstPropertyValue('dtend'))).toBe('2030-05-08T18:30:00')
  await house.setClock('2030-05-08T18:00:00-05:00')
  expect(await lives('days')).toEqual(['under-way', 'under-way'])
  expect(await lives('day')).toEqual(['over', 'over'])
  const list = await read('/en/seminars')
  expect(list.indexOf('/en/seminars/days')).toBeLessThan(list.indexOf('/en/seminars/day"'))
  await house.setClock('2030-05-08T18:31:00-05:00')
  expect(await lives('days')).toEqual(['over', 'over'])
})
