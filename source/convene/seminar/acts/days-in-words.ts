import { lifeWords } from '#convene/messages/life.ts'
import { seminarMessages } from '#convene/messages/seminar.ts'
import { seminarDays } from '#convene/messages/seminar-days.ts'
import { cityOfZone, date, dates, hour, hours, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'

/** When a seminar is held, as all its readers know it: `endsAt` is at the end of its last day (`perenne.seminar_ends`). */
export type Held = {
  date: Temporal.PlainDate
  hoursFrom: Temporal.PlainTime
  hoursTo: Temporal.PlainTime
  endsAt: Temporal.Instant
  timeZone: string
}

/** The last day of a seminar: its only one, or that of the programme which everybody sees. */
export const lastDayOf = ({ endsAt, timeZone }: Pick<Held, 'endsAt' | 'timeZone'>): Temporal.PlainDate =>
  endsAt.toZonedDateTimeISO(timeZone).toPlainDate()

const isSeveral = (held: Pick<Held, 'date' | 'endsAt' | 'timeZone'>) =>
  Temporal.PlainDate.compare(held.date, lastDayOf(held)) < 0

/** The days of a seminar wherever they are told: “Thursday 5 July 2018”, “5–7 July 2018”. */
export const heldOn = (held: Pick<Held, 'date' | 'endsAt' | 'timeZone'>, locale: Locale): string =>
  isSeveral(held) ? dates(locale, held.date, lastDayOf(held)) : longDate(locale, held.date)

/** The same in little room: “5 July 2018”, “5–7 July 2018”. */
export const heldOnShort = (held: Pick<Held, 'date' | 'endsAt' | 'timeZone'>, locale: Locale): string =>
  dates(locale, held.date, lastDayOf(held))

/** Its hours; of several days, whose hours differ, when the first begins: “from 9:00”. */
export const heldAt = (held: Held, locale: Locale): string =>
  isSeveral(held) ? seminarDays[locale].from(hour(locale, held.hoursFrom)) : hours(locale, held.hoursFrom, held.hoursTo)

/** “Thursday 5 July 2018, 9:00 – 17:00 (Paris time)”, “5–7 July 2018, from 9:00 (Paris time)”. */
export const heldWhen = (held: Held, locale: Locale): string =>
  seminarMessages[locale].page.whenIn(heldOn(held, locale), heldAt(held, locale), cityOfZone(locale, held.timeZone))

type OnPage = Held & {
  postponedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
}

/** Where one line says it all: a day that was given up is not said as if it stood. */
export const whenInWords = (seminar: OnPage, locale: Locale): string =>
  seminar.postponedAt && !seminar.cancelledAt
    ? lifeWords[locale].page.whenPostponed(date(locale, seminar.date))
    : heldWhen(seminar, locale)

/** Where there is room for each of its days: first the first, with its own hours, then those of the programme that is seen. */
export function daysInWords(
  seminar: OnPage,
  days: readonly { date: string; from: string; to: string }[],
  locale: Locale,
): string[] {
  if (seminar.postponedAt && !seminar.cancelledAt) return [whenInWords(seminar, locale)]
  const { whenIn } = seminarMessages[locale].page
  const city = cityOfZone(locale, seminar.timeZone)
  const first = whenIn(longDate(locale, seminar.date), hours(locale, seminar.hoursFrom, seminar.hoursTo), city)
  const time = (text: string) => Temporal.PlainTime.from(text)
  const others = days
    .filter(({ date: day }) => day > seminar.date.toString())
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date: day, from, to }) =>
      whenIn(longDate(locale, Temporal.PlainDate.from(day)), hours(locale, time(from), time(to)), city),
    )
  return seminar.postponedAt ? [first] : [first, ...others]
}
