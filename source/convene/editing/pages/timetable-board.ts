import { editingTimetable } from '#convene/messages/editing-timetable.ts'
import { peopleOfSlot, withDays } from '#convene/programme/rules/programme.ts'
import type { FileSlot } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { hour, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Board, BoardDay, Places } from '../rules/timetable.ts'
import { dayClock } from '../rules/timetable-clock.ts'
import { placeOf } from '../rules/timetable-fields.ts'
import { typedOfSlot } from '../rules/timetable-patch.ts'
import type { Called, WarningWords } from '../rules/timetable-words.ts'
import { inReadersWords } from './item-words.ts'

/** What the page and the board in the browser need of a draft. */
export type TimetableOfDraft = {
  board: Board
  /** As the draft has them. */
  saved: Places
  called: Called
  words: WarningWords
  /** Titles in full, with the number of a part before them, and the language of one that is not the reader's. */
  titles: Readonly<Record<string, { text: string; language?: Locale }>>
  /** What kind each is. */
  kinds: Readonly<Record<string, FileSlot['kind']>>
}

/** The timetable of a draft in a language. */
export function timetableOf(file: SeminarFile, locale: Locale): TimetableOfDraft {
  const { programme, source } = file
  const slots = programme.slots.map(slot => withDays(slot, file.date))
  const announced = [{ date: file.date, hours: file.hours }, ...programme.days].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  )
  // A day that was taken away while a slot was on it still has a column.
  const others = [...new Set(slots.map(({ day }) => day))].filter(day => !announced.some(({ date }) => date === day))
  const days = [...announced, ...others.sort().map(date => ({ date, hours: null }))]
  const dated = (date: string) => longDate(locale, Temporal.PlainDate.from(date))
  return {
    board: {
      days: days.map(({ date, hours }) => boardDay(date, hours, file.time_zone)),
      rooms: programme.rooms.map(({ key }) => ({ key })),
      slots: slots.map(slot => ({ key: slot.key, people: peopleOfSlot(slot) })),
    },
    saved: Object.fromEntries(
      slots.flatMap(slot => {
        const place = placeOf(typedOfSlot(slot, file.date))
        return place ? [[slot.key, place]] : []
      }),
    ),
    called: {
      slots: Object.fromEntries(slots.map(slot => [slot.key, shortName(slot, locale, source)])),
      people: Object.fromEntries(
        file.people.map(({ key, givenName, familyName }) => [key, `${givenName} ${familyName}`.trim()]),
      ),
      rooms: Object.fromEntries(programme.rooms.map(({ key, name }) => [key, inReadersWords(name, locale, source)])),
      days: days.length > 1 ? Object.fromEntries(days.map(({ date }) => [date, dated(date)])) : {},
    },
    words: { ...editingTimetable[locale].warnings, ...writtenHours(locale) },
    titles: Object.fromEntries(slots.map(slot => [slot.key, fullTitle(slot, locale, source)])),
    kinds: Object.fromEntries(slots.map(({ key, kind }) => [key, kind])),
  }
}

function fullTitle({ part, title }: FileSlot, locale: Locale, source: Locale): { text: string; language?: Locale } {
  const text = [part, inReadersWords(title, locale, source)].filter(Boolean).join('. ')
  return title[locale] === undefined ? { text, language: source } : { text }
}

function boardDay(date: string, hours: { from: string; to: string } | null, zone: string): BoardDay {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString()
  const minutes = hours && placeOf({ day: date, ...hours, late: '', room: '' })
  return {
    date,
    next,
    hours: minutes && { from: minutes.from, to: minutes.to },
    clock: dayClock(date, zone),
    nextClock: dayClock(next, zone),
  }
}

/** How a slot is named where there is little room: a part by its number, others by their title, cut where it is long. */
function shortName(slot: FileSlot, locale: Locale, source: Locale): string {
  if (slot.part) return parts[locale].programme.part(slot.part)
  const title = [...inReadersWords(slot.title, locale, source)]
  return title.length > 48 ? `${title.slice(0, 47).join('').trimEnd()}…` : title.join('')
}

/** How a language writes hours, as sentences that the browser fills: read off the one function that writes them here. */
function writtenHours(locale: Locale): Pick<WarningWords, 'time' | 'fullHour' | 'hours'> {
  const time = hour(locale, Temporal.PlainTime.from('08:57')).replace('8', '{h}').replace('57', '{m}')
  const fullHour = hour(locale, Temporal.PlainTime.from('08:00')).replace('8', '{h}').replace('00', '{m}')
  return { time, fullHour, hours: '{from}\u00a0–\u00a0{to}' }
}
