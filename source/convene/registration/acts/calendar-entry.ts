import { meaning } from '#convene/seminar/rules/life.ts'
import { calendarOf } from '#convene/seminar/rules/seminar-calendar.ts'
import { findSeminar } from '#convene/seminar/store/find-seminar.ts'
import { calendarHost } from '#ground/calendar-host.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { publicAddress } from '#ground/web/answer.ts'
import type { SeminarToRegisterFor, SeminarWords } from '../store/seminar.ts'
import { titleOf, venueOf } from './seminar-in-words.ts'

type About = { house: House; tx: Tx; seminar: SeminarToRegisterFor; words: SeminarWords; locale: Locale }

/**
 * The seminar as a calendar entry: the same as on its public page, by its uid, so that whoever takes both has it once.
 * Null when the actor does not see the seminar.
 *
 * @param travels true in a mail that tells what became of the seminar: the entry then takes itself out, or replaces itself
 */
export async function calendarEntry(
  { house, tx, seminar, words, locale }: About,
  { travels = false }: { travels?: boolean } = {},
): Promise<string | null> {
  const found = await findSeminar(tx, seminar.slug)
  if (!found) return null
  const url = publicAddress(house, `/${locale}/seminars/${seminar.slug}`)
  const title = titleOf(words, seminar, locale)
  const { status, method } = meaning[seminar.life].calendar
  const email = words.contacts.find(contact => contact.email !== null)?.email
  const event = {
    uid: `seminar-${found.id}@${await calendarHost(house, tx)}`,
    title,
    description: url,
    location: venueOf(seminar, words, locale),
    startsAt: found.startsAt,
    endsAt: found.endsAt,
    status,
    sequence: found.calendarSequence,
    url,
    organizer: email ? { name: title, email } : null,
  }
  return calendarOf([event], {
    name: title,
    zone: found.timeZone,
    stamp: house.clock.now(),
    language: locale,
    ...(travels ? { method } : {}),
  })
}
