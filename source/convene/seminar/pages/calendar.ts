import type { House, Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { publicAddress, text } from '#ground/web/answer.ts'
import { lifeOf, meaning } from '../rules/life.ts'
import { type CalendarEvent, calendarOf } from '../rules/seminar-calendar.ts'
import type { SeminarPage } from '../store/read-seminar.ts'
import { seminarOf } from './read.ts'
import { wordsIn } from './texts.ts'

/** GET /:l/seminars/:slug/calendar.ics: the seminar as one event. */
export async function calendarFile(visit: Visit): Promise<Response> {
  const seminar = await seminarOf(visit)
  return answer(visit, seminarCalendar(visit.house, seminar, visit.locale), seminar.slug)
}

/** GET /:l/seminars/:slug/programme.ics: each slot as an event. */
export async function programmeFile(visit: Visit): Promise<Response> {
  const seminar = await seminarOf(visit)
  const { house, locale } = visit
  const events = (seminar.programme?.slots ?? []).map((slot): CalendarEvent => {
    const description = [...slot.themes.map(wordsIn), slot.roles.map(role => role.organisation).join(', ')].filter(
      Boolean,
    )
    return {
      ...shared(house, seminar, locale),
      uid: `slot-${slot.id}@${house.settings.publicUrl.hostname}`,
      title: [slot.part, wordsIn(slot.texts.title)].filter(Boolean).join('. '),
      description: description.join('\n'),
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      url: `${addressOf(house, seminar, locale)}#slot-${slot.key}`,
    }
  })
  return answer(visit, asCalendar(house, seminar, locale, events), `${seminar.slug}-programme`)
}

/** The seminar as a calendar of one event: also what a confirmation mail carries. */
export function seminarCalendar(house: House, seminar: SeminarPage, locale: Locale): string {
  const { question, subtitle } = seminar.texts
  const address = addressOf(house, seminar, locale)
  const event: CalendarEvent = {
    ...shared(house, seminar, locale),
    uid: `seminar-${seminar.id}@${house.settings.publicUrl.hostname}`,
    title: wordsIn(seminar.texts.title),
    description: [wordsIn(subtitle), wordsIn(question), address].filter(Boolean).join('\n\n'),
    startsAt: seminar.startsAt,
    endsAt: seminar.endsAt,
  }
  return asCalendar(house, seminar, locale, [event])
}

function shared(house: House, seminar: SeminarPage, locale: Locale) {
  const { venue_name: venue, entrance } = seminar.texts
  const contact = seminar.contacts.find(({ email }) => email !== null)
  return {
    location: [wordsIn(venue), seminar.venueAddress, wordsIn(entrance)].filter(Boolean).join(', '),
    status: meaning[lifeOf(seminar, seminar.places, house.clock.now())].calendar.status,
    sequence: seminar.calendarSequence,
    url: addressOf(house, seminar, locale),
    organizer: contact?.email ? { name: wordsIn(seminar.texts.title), email: contact.email } : null,
  }
}

const addressOf = (house: House, seminar: SeminarPage, locale: Locale) =>
  publicAddress(house, `/${locale}/seminars/${seminar.slug}`)

const asCalendar = (house: House, seminar: SeminarPage, locale: Locale, events: readonly CalendarEvent[]) =>
  calendarOf(events, {
    name: wordsIn(seminar.texts.title),
    zone: seminar.timeZone,
    stamp: house.clock.now(),
    language: locale,
  })

const answer = (visit: Visit, calendar: string, name: string) =>
  text(visit, calendar, 'text/calendar; charset=utf-8', {
    'content-disposition': `attachment; filename="${name}.ics"`,
  })
