import { cityOfZone, date, languageName, list, moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { lifeWords } from '../../messages/life.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { type Life, lifeOf } from '../rules/life.ts'
import { spokenDeadline } from '../rules/spoken-deadline.ts'
import type { SeminarPage } from '../store/read-seminar.ts'

export const lifeOfPage = (seminar: SeminarPage, now: Temporal.Instant): Life => lifeOf(seminar, seminar.places, now)

/** The deadline as people say it: « avant le 18 juin 2018 ». */
export function deadlineOf(seminar: SeminarPage, locale: Locale): string {
  const t = seminarMessages[locale].registration
  const spoken = spokenDeadline(seminar.closesAt, seminar.timeZone)
  return 'before' in spoken
    ? t.before(date(locale, spoken.before))
    : t.until(moment(locale, seminar.closesAt, seminar.timeZone), cityOfZone(locale, seminar.timeZone))
}

/** What registration is now, in a sentence; null while it is simply open. */
export function stateSentence(seminar: SeminarPage, life: Life, locale: Locale): string | null {
  const t = seminarMessages[locale].registration
  const at = (instant: Temporal.Instant) => moment(locale, instant, seminar.timeZone)
  const city = cityOfZone(locale, seminar.timeZone)
  switch (life) {
    case 'open':
      return null
    case 'draft':
    case 'announced':
      if (seminar.opensAt === null) return null
      return t.opensLater(at(seminar.opensAt), city)
    case 'full':
      return t.waitingList
    case 'closed':
      return t.closed(at(seminar.closesAt), city)
    case 'postponed':
      return lifeWords[locale].page.cardPostponed
    case 'cancelled':
      return t.cancelled
    case 'under-way':
      return t.underWay
    case 'over':
      return t.over
  }
}

export const languagesInWords = (locale: Locale, codes: readonly string[]): string =>
  list(
    locale,
    codes.map(code => languageName(locale, code)),
  )

/** The place in one word, for the line above the title: the city of the zone is not it, the end of the address is. */
export function townOf(address: string): string {
  return (address.split(',').at(-1) ?? address).replace(/^[\s\d-]+/, '').trim() || address
}
