import { calendarOf } from '#convene/seminar/rules/seminar-calendar.ts'
import { findSeminar } from '#convene/seminar/store/find-seminar.ts'
import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House, Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { publicAddress, text } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import type { SeminarToRegisterFor, SeminarWords } from '../../store/seminar.ts'
import { titleOf, venueOf } from '../words.ts'
import { openOwn } from './open.ts'

type About = { house: House; tx: Tx; seminar: SeminarToRegisterFor; words: SeminarWords; locale: Locale }

/**
 * The seminar as a calendar entry: the same as on its public page, by its uid, so that whoever takes both has it once.
 * Null when the actor does not see the seminar.
 */
export async function calendarEntry({ house, tx, seminar, words, locale }: About): Promise<string | null> {
  const found = await findSeminar(tx, seminar.slug)
  if (!found) return null
  const url = publicAddress(house, `/${locale}/seminars/${seminar.slug}`)
  const title = titleOf(words, seminar, locale)
  const event = {
    uid: `seminar-${found.id}@${house.settings.publicUrl.hostname}`,
    title,
    description: url,
    location: venueOf(seminar, words, locale),
    startsAt: found.startsAt,
    endsAt: found.endsAt,
    cancelled: found.cancelledAt !== null,
    sequence: found.calendarSequence,
    url,
  }
  return calendarOf([event], { name: title, zone: found.timeZone, stamp: house.clock.now(), language: locale })
}

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
