import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standingOf } from '#convene/life/store/standing.ts'
import { mailingMails } from '#convene/messages/mailing-mails.ts'
import { dateOf, hoursOf } from '#convene/registration/acts/seminar-in-words.ts'
import { seminarsOfSpaces } from '#convene/registration/store/desk.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { heldOnShort } from '#convene/seminar/acts/days-in-words.ts'
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
  expect(page).toContain('Seminar · 6–8 May 2030 · ')
  expect(page).toContain('Monday 6 May 2030, 9:00 – 17:00')
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

test('every line that tells its day tells all of its days, in four languages', async () => {
  const text = async (path: string) => wordsOn(await read(path)).replaceAll('\u00a0', ' ')
  const spans = { fr: '6–8 mai 2030', es: '6–8 de mayo de 2030', pt: '6–8 de maio de 2030', en: '6–8 May 2030' }
  for (const [locale, span] of Object.entries(spans)) {
    expect(await text(`/${locale}/seminars/days`), locale).toContain(` · ${span} · `)
    expect(await text(`/${locale}/seminars`), locale).toContain(span)
  }
  // One day is told as before.
  expect(await text('/en/seminars/day')).toContain('Seminar · Monday 6 May 2030 · ')
  const seminarOf = async (slug: string) => {
    const found = await asPublic(house.db, tx => findSeminarToRegisterFor(tx, { slug }))
    if (!found) throw new Error(slug)
    return found
  }
  const plain = (said: string) => said.replaceAll('\u00a0', ' ')
  const days = await seminarOf('days')
  expect(plain(dateOf(days, 'en'))).toBe('6–8 May 2030')
  expect(plain(hoursOf(days, 'fr'))).toBe('à partir de 9 h')
  const one = await seminarOf('day')
  expect(plain(dateOf(one, 'en'))).toBe('Monday 6 May 2030')
  expect(plain(hoursOf(one, 'en'))).toBe('9:00 – 17:00')
  const event = JSON.parse(
    /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(await read('/en/seminars/days'))?.[1] ?? '',
  )
  expect([event.startDate, event.endDate]).toEqual(['2030-05-06T09:00:00-05:00', '2030-05-08T18:30:00-05:00'])
  // What the list of the desk says of them.
  const rows = await as(house.db, job('test'), tx => seminarsOfSpaces(tx, [one.id, days.id]))
  const listed = rows.map(row => [
    row.slug,
    plain(heldOnShort({ ...row, date: Temporal.PlainDate.from(row.heldOn) }, 'en')),
  ])
  expect(listed.toSorted()).toEqual([
    ['day', '6 May 2030'],
    ['days', '6–8 May 2030'],
  ])
})

test('in a sentence the article follows the number of days', () => {
  expect(mailingMails.fr.reminder('X', '6–8 mai 2030')).toContain('a lieu les 6–8 mai 2030.')
  expect(mailingMails.fr.reminder('X', 'lundi 6 mai 2030')).toContain('a lieu le lundi 6 mai 2030.')
  expect(mailingMails.fr.reminder('X', '{date}')).toContain('a lieu le {date}.')
  expect(mailingMails.es.reminder('X', '30 de julio – 2 de agosto de 2030')).toContain(
    'se celebra los días 30 de julio',
  )
  expect(mailingMails.es.reminder('X', 'lunes 6 de mayo de 2030')).toContain('se celebra el lunes')
})
