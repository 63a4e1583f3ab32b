import type { Place, Stretch, Warning } from './timetable.ts'

// What is said of a timetable, by the server and by the board in the browser alike: sentences with places in braces, filled.

/** Sentences in the reader's language. */
export type WarningWords = Readonly<
  Record<
    | 'overlap'
    | 'twoPlaces'
    | 'outside'
    | 'noHours'
    | 'gapAfter'
    | 'gapBefore'
    | 'nothingPlanned'
    | 'time'
    | 'fullHour'
    | 'hours'
    | 'nextDay',
    string
  >
>
/** What the keys of a board are called. */
export type Called = {
  slots: Readonly<Record<string, string>>
  people: Readonly<Record<string, string>>
  rooms: Readonly<Record<string, string>>
  /** By date; empty where there is one day only, which goes without saying. */
  days: Readonly<Record<string, string>>
}

/** A sentence with its places filled: `{from}`. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** A minute as the language writes hours. */
export function timeInWords(words: WarningWords, minute: number): string {
  const [h, m] = [Math.floor(minute / 60) % 24, minute % 60]
  return m === 0 ? fill(words.fullHour, { h, m: '00' }) : fill(words.time, { h, m: String(m).padStart(2, '0') })
}

/** From when to when; said when it ends on the day after. */
export function hoursInWords(words: WarningWords, { from, to }: Pick<Place, 'from' | 'to'>): string {
  const said = fill(words.hours, { from: timeInWords(words, from), to: timeInWords(words, to) })
  return to > 1440 ? fill(words.nextDay, { hours: said }) : said
}

/** A place: day, hours and room, as far as there is more than one. */
export const placeInWords = (words: WarningWords, called: Called, place: Place): string =>
  [called.days[place.day], hoursInWords(words, place), called.rooms[place.room]].filter(Boolean).join(', ')

const hours = (words: WarningWords, { from, to }: Stretch) =>
  hoursInWords(words, { from, to: to > 1440 ? to - 1440 : to })

/** A warning as it concerns one of its slots. */
export function warningInWords(words: WarningWords, called: Called, warning: Warning, key: string): string {
  const other = (slots: readonly string[]) => called.slots[slots.find(one => one !== key) ?? ''] ?? ''
  switch (warning.code) {
    case 'overlap':
      return fill(words.overlap, { other: other(warning.slots), hours: hours(words, warning.at) })
    case 'two-places':
      return fill(words.twoPlaces, {
        person: called.people[warning.person] ?? warning.person,
        other: other(warning.slots),
        hours: hours(words, warning.at),
      })
    case 'outside-hours':
      return warning.announced ? fill(words.outside, { hours: hours(words, warning.announced) }) : words.noHours
    case 'gap':
      if (warning.wholeDay) return fill(words.nothingPlanned, { hours: hours(words, warning.at) })
      return fill(warning.after === key ? words.gapBefore : words.gapAfter, { hours: hours(words, warning.at) })
  }
}
