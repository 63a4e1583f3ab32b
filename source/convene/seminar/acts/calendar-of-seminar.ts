import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { type CalendarEvent, calendarOf } from '../rules/seminar-calendar.ts'
import type { SeminarPage } from '../store/read-seminar.ts'

/** The page of the seminar, for machines and calendars. */
export const addressOf = (house: House, seminar: SeminarPage, locale: Locale): string =>
  publicAddress(house, `/${locale}/seminars/${seminar.slug}`)

/** What the entry of the seminar and those of its slots have in common. */
export function inEveryEntry(seminar: SeminarPage): Pick<CalendarEvent, 'sequence'> & {
  location: string
  organizer: { name: string; email: string } | null
} {
  const { title, venue_name: venue, entrance } = seminar.texts
  const contact = seminar.contacts.find(({ email }) => email !== null)
  return {
    location: [venue?.text, seminar.venueAddress, entrance?.text].filter(Boolean).join(', '),
    sequence: seminar.calendarSequence,
    organizer: contact?.email ? { name: title?.text ?? '', email: contact.email } : null,
  }
}

/** Events under the name and in the zone of the seminar. */
export const calendarOfSeminar = (
  house: House,
  seminar: SeminarPage,
  locale: Locale,
  events: readonly CalendarEvent[],
): string =>
  calendarOf(events, {
    name: seminar.texts.title?.text ?? '',
    zone: seminar.timeZone,
    stamp: house.clock.now(),
    language: locale,
  })
