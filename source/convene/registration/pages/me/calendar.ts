import { as, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { text } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { calendarEntry } from '../../acts/calendar-entry.ts'
import { openOwn } from './open.ts'

/** GET /:l/me/:token/calendar.ics: for those who come; somebody who waits keeps the day free for other things. */
export async function ownCalendar(visit: Visit): Promise<Response> {
  const { own, seminar, words } = await openOwn(visit)
  if (own.state !== 'confirmed') throw notFound()
  const { house, locale } = visit
  // As a job: the seminar may be public no more.
  const entry = await as(house.db, job('own-page'), tx => calendarEntry({ house, tx, seminar, words, locale }))
  if (entry === null) throw notFound()
  return text(visit, entry, 'text/calendar; charset=utf-8', {
    'content-disposition': `attachment; filename="${seminar.slug}.ics"`,
  })
}
