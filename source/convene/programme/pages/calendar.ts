import { addressOf, calendarOfSeminar, inEveryEntry } from '#convene/seminar/acts/calendar-of-seminar.ts'
import { lifeOf, meaning } from '#convene/seminar/rules/life.ts'
import { calendarHost } from '#ground/calendar-host.ts'
import type { Visit } from '#ground/house.ts'
import { namedUuid } from '#ground/named-uuid.ts'
import { text } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { lineWords } from '../acts/line-words.ts'
import { slotEvents } from '../rules/calendar.ts'
import { releasedOf } from './released.ts'

/**
 * GET /:l/seminars/:slug/programme.ics: each slot of the released programme as an event. `?slots=part-1,part-2` and
 * `?slot=part-1` ask for some of them.
 *
 * @throws Refusal `not-found` when none of the slots that are asked for was ever released
 */
export async function programmeCalendar(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const { seminar, versions } = await releasedOf(visit)
  const wanted = wantedSlots(visit.url.searchParams)
  const life = lifeOf(seminar, seminar.places, house.clock.now())
  const address = addressOf(house, seminar, locale)
  const host = await calendarHost(house)
  const about = {
    ...inEveryEntry(seminar),
    isCancelled: meaning[life].calendar.status === 'CANCELLED',
    uidOf: (key: string) => `slot-${namedUuid(seminar.id, `slot:${key}`)}@${host}`,
    urlOf: (key: string) => `${address}#slot-${key}`,
  }
  const events = slotEvents(versions, wanted, about, { locale, names: seminar.names, words: lineWords(locale) })
  if (wanted && events.length === 0) throw notFound()
  const [only] = wanted ?? []
  const name = wanted?.size === 1 ? only : 'programme'
  return text(visit, calendarOfSeminar(house, seminar, locale, events), 'text/calendar; charset=utf-8', {
    'content-disposition': `attachment; filename="${seminar.slug}-${name}.ics"`,
  })
}

/** Null when all are asked for. */
function wantedSlots(query: URLSearchParams): Set<string> | null {
  const asked = [...query.getAll('slots'), ...query.getAll('slot')]
  return asked.length === 0 ? null : new Set(asked.flatMap(keys => keys.split(',')).map(key => key.trim()))
}
