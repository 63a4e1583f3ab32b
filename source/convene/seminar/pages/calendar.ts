import { calendarHost } from '#ground/calendar-host.ts'
import type { House, Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { text } from '#ground/web/answer.ts'
import { addressOf, calendarOfSeminar, inEveryEntry } from '../acts/calendar-of-seminar.ts'
import { lifeOf, meaning } from '../rules/life.ts'
import type { CalendarEvent } from '../rules/seminar-calendar.ts'
import type { SeminarPage } from '../store/read-seminar.ts'
import { seminarOf } from './read.ts'
import { wordsIn } from './texts.ts'

/** GET /:l/seminars/:slug/calendar.ics: the seminar as one event. */
export async function calendarFile(visit: Visit): Promise<Response> {
  const seminar = await seminarOf(visit)
  return text(
    visit,
    seminarCalendar(visit.house, seminar, visit.locale, await calendarHost(visit.house)),
    'text/calendar; charset=utf-8',
    {
      'content-disposition': `attachment; filename="${seminar.slug}.ics"`,
    },
  )
}

/** The seminar as a calendar of one event. */
function seminarCalendar(house: House, seminar: SeminarPage, locale: Locale, host: string): string {
  const { question, subtitle } = seminar.texts
  const address = addressOf(house, seminar, locale)
  const event: CalendarEvent = {
    ...inEveryEntry(seminar),
    status: meaning[lifeOf(seminar, seminar.places, house.clock.now())].calendar.status,
    url: address,
    uid: `seminar-${seminar.id}@${host}`,
    title: wordsIn(seminar.texts.title),
    description: [wordsIn(subtitle), wordsIn(question), address].filter(Boolean).join('\n\n'),
    startsAt: seminar.startsAt,
    endsAt: seminar.endsAt,
  }
  return calendarOfSeminar(house, seminar, locale, [event])
}
