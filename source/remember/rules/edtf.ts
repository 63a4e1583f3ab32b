import { readDaysOfMonth } from './edtf-days.ts'
import { type End, type Point, parseEdtf, unknownDate, writeEnd } from './edtf-parts.ts'
import { daysFrom, monthOf, ordinal } from './edtf-words.ts'

export {
  type Edtf,
  type End,
  isUnknown,
  type Point,
  parseEdtf,
  type Reach,
  reaches,
  reachOf,
  sinceUnknown,
  unknownDate,
} from './edtf-parts.ts'

// What people type is read in all four languages at once: an office writes the dates of its partners as it found them. No
// word of one language means another date in the next, and days come before months in all four.

const aboutWords =
  /^(?:vers|environ|env\.?|autour de|circa|ca?\.|ca|hacia|alrededor de|aproximadamente|aprox\.?|por volta de|cerca de|em torno de|around|about|approximately|approx\.?|~)\s*/
const aboutAfter = /\s*(?:,?\s(?:environ|env\.?|aproximadamente|aprox\.?|approximately|approx\.?|or so)|~)$/
const perhapsWords = /^(?:peut-etre|sans doute|quizas?|tal vez|talvez|perhaps|maybe|possibly)\s+/
const sinceWords =
  /^(?:(?:depuis|desde|des|a partir d[eu]|a compter d[eu]|since|from) (?:el |le |o |l'|the )?|(?:a partir|a compter) d')/
const untilWords = /^(?:jusqu'(?:a|en|au)|hasta|ate|until|till|up to)\s+/
const endedSome =
  /(?:, fin (?:non connue|a une date inconnue)|; (?:no se sabe si termino|termino en una fecha desconocida)|; (?:nao se sabe se terminou|terminou em data desconhecida)|, (?:not known whether it has ended|ended on an unknown date))$/
const goesOn =
  /^(?:\.\.|\.\.\.|…|aujourd'hui|en cours|ce jour|a ce jour|hoy|la actualidad|actualidad|en curso|hoje|atualmente|em curso|o presente|today|now|present|the present|ongoing)$/
const nobodyKnows =
  /^(?:\?|(?:date |a une date )?inconnue?|(?:fecha |en fecha |en una fecha )?desconocid[oa]|(?:data |em data |em uma data )?desconhecid[oa]|(?:date |on an )?unknown(?: date)?|on ne sait pas|no se sabe|nao se sabe|not known)$/
const sinceNobodyKnows =
  /^(?:depuis une date inconnue|desde (?:una fecha desconocida|(?:uma )?data desconhecida)|since an unknown date|(?:\?|inconnu|unknown|desconocido|desconhecido) ?[-–—/] ?(?:\.\.\.?|…)?)$/
const goneUnknown =
  /^(?:\? ?[-–—/] ?\?|debut et fin inconnus|comienzo y fin desconocidos|inicio e fim desconhecidos|beginning and end unknown)$/

/**
 * A date or a period as somebody typed it, in French, Spanish, Portuguese, English or EDTF: `1998`, `06/2004`, `12/06/2004`,
 * « vers 2004 », `2004-2010`, « depuis juin 2011 », “até 2015”, “2011 – ?”, « du 3 au 7 novembre 2026 », « inconnue ». A day is
 * read before its month.
 *
 * @param today where it is given, days may be said from it: « 5 novembre » is of its year, “ayer” the day before
 * @returns EDTF that the database takes, or null when it cannot be read without guessing
 */
export function readEdtf(typed: string, today: Temporal.PlainDate | null = null): string | null {
  const exact = typed.trim()
  if (parseEdtf(exact)) return exact
  const text = plain(exact)
  if (text === '' || text.length > 120) return null
  const read = readUnknown(text) ?? readPeriod(text, today)
  return read !== null && parseEdtf(read) ? read : null
}

/**
 * One date as somebody typed it: a day, a month or a year, about or perhaps, or that nobody knows it (`XXXX`). A period is none.
 *
 * @returns EDTF, or null when it cannot be read without guessing
 */
export function readDate(typed: string, today: Temporal.PlainDate | null = null): string | null {
  const read = readEdtf(typed, today)
  return read === null || read.includes('/') ? null : read
}

/** The one day that it says, YYYY-MM-DD; null where less is known. */
export const dayIn = (edtf: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : null)

// Lower case, no accents, straight apostrophes, one kind of space.
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

function readUnknown(text: string): string | null {
  if (nobodyKnows.test(text)) return unknownDate
  if (sinceNobodyKnows.test(text)) return '/..'
  return goneUnknown.test(text) ? '/' : null
}

type Today = Temporal.PlainDate | null

function readPeriod(text: string, today: Today): string | null {
  const single = readPoint(text, today)
  if (single) return writeEnd(single)
  return readDays(text, today) ?? readBetween(text, today) ?? readSince(text, today) ?? readUntil(text, today)
}

function readDays(text: string, today: Today): string | null {
  const read = readDaysOfMonth(text)
  const year = read?.year ?? today?.year
  if (!read || year === undefined) return null
  const on = (day: number) => writeEnd({ year, month: read.month, day, about: false, uncertain: false })
  return `${on(read.first)}/${on(read.last)}`
}

const separators = [
  / (?:a|au|to|until|till|hasta|ate|et|y|e|and|al?|jusqu'(?:a|en|au)) /g,
  / - /g,
  / ?[–—] ?/g,
  / ?\/ ?/g,
  / ?-(?!\d\d?(?:\D|$)) ?/g,
  /-/g,
]

// “2004 – 2010”, “de juin 2004 à mai 2010”, “2011 – …”, “2011 – ?”, « du 28 octobre au 3 novembre 2026 »
function readBetween(text: string, today: Today): string | null {
  const bare = text.replace(/^(?:(?:desde|del|des|de|du|da|do|from|entre|between) (?:el |le |o |l'|the )?|d')/, '')
  for (const separator of separators) {
    for (const found of bare.matchAll(separator)) {
      const before = bare.slice(0, found.index).trim()
      const after = bare.slice(found.index + found[0].length).trim()
      const to = readEnd(after.replace(/^(?:el|le|o|the) (?=\d)/, ''), today)
      const from = to && (readPoint(before, today, typeof to === 'string' ? null : to) ?? null)
      if (from && to) return `${writeEnd(from)}/${writeEnd(to)}`
    }
  }
  // “2011 –”: it goes on.
  const goingOn = /^(.*\d)\s*(?:[-–—]|\.\.\.?|…)$/.exec(bare)
  const from = goingOn?.[1] ? readPoint(goingOn[1], today) : null
  return from ? `${writeEnd(from)}/..` : null
}

function readEnd(text: string, today: Today): End | null {
  if (goesOn.test(text)) return 'open'
  if (text === '?') return 'unknown'
  return readPoint(text, today)
}

function readSince(text: string, today: Today): string | null {
  const begun = text.replace(endedSome, '')
  const rest = begun.replace(sinceWords, '')
  const from = rest === begun ? null : readPoint(rest, today)
  return from ? `${writeEnd(from)}/${begun === text ? '..' : ''}` : null
}

function readUntil(text: string, today: Today): string | null {
  const rest = text.replace(untilWords, '').replace(/^\? ?[-–—/] ?/, '')
  const to = rest === text ? null : readPoint(rest, today)
  return to ? `/${writeEnd(to)}` : null
}

/** One date, with what is said of how sure it is. `end`: of the period that it begins, which says the year of both. */
function readPoint(text: string, today: Today, end: Point | null = null): Point | null {
  let rest = text
  let uncertain = false
  let about = false
  const without = (pattern: RegExp): boolean => {
    const shorter = rest.replace(pattern, '')
    const found = shorter !== rest
    rest = shorter
    return found
  }
  uncertain = without(/\s*(?:\((?:\?|date incertaine|fecha incierta|data incerta|date uncertain)\)|\?)$/) || uncertain
  uncertain = without(perhapsWords) || uncertain
  about = without(aboutWords) || about
  about = without(aboutAfter) || about
  without(/^(?:(?:en|el|le|la|em|no|in|on|the) |l')/)
  without(/^(?:ano|annee|year) (?:de )?/)
  const date = readExactly(rest) ?? saidFrom(rest, today) ?? withoutYear(rest, today, end)
  return date ? { ...date, about, uncertain } : null
}

type DateRead = Pick<Point, 'year' | 'month' | 'day'>

// « hier »
function saidFrom(text: string, today: Today): DateRead | null {
  const days = daysFrom(text)
  if (days === undefined || !today) return null
  const { year, month, day } = today.add({ days })
  return { year, month, day }
}

const dayAndMonth = new RegExp(`^(\\d{1,2})${ordinal} (?:de |of )?([a-z]+)\\.?$`)
const monthAndDay = new RegExp(`^([a-z]+)\\.? (\\d{1,2})${ordinal}$`)

// « 5 novembre »: of the year of the end of its period, or of the one before when that is where it lies; else of this year.
function withoutYear(text: string, today: Today, end: Point | null): DateRead | null {
  const letters = dayAndMonth.exec(text)
  const [name, said] = letters ? [letters[2], letters[1]] : (monthAndDay.exec(text)?.slice(1) ?? [])
  const month = monthOf(name)
  const year = end?.year ?? today?.year
  if (month === undefined || said === undefined || year === undefined) return null
  const day = Number(said)
  const after = end?.month != null && (month > end.month || (month === end.month && day > (end.day ?? 31)))
  return { year: after ? year - 1 : year, month, day }
}

function readExactly(text: string): DateRead | null {
  const parts = (pattern: RegExp) => pattern.exec(text)?.slice(1)
  const year = parts(/^(\d{4})$/)
  if (year) return dated(year[0], null, null)
  const yearFirst = parts(/^(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?$/)
  if (yearFirst) return dated(yearFirst[0], yearFirst[2], yearFirst[3] ?? null)
  const monthFirst = parts(/^(\d{1,2})[-./](\d{4})$/)
  if (monthFirst) return dated(monthFirst[1], monthFirst[0], null)
  const dayFirst = parts(/^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/)
  if (dayFirst) return dated(dayFirst[3], dayFirst[2], dayFirst[0] ?? null)
  return inLetters(text)
}

// « 12 juin 2004 », “1.º de junho de 2004”, “June 12, 2004”, « juin 2004 ».
function inLetters(text: string): DateRead | null {
  const day = /^(\d{1,2})(?:er|\.?[oº°]|st|nd|rd|th)? (?:de |of )?([a-z]+)\.? (?:del? |of )?(\d{4})$/.exec(text)
  if (day) return named(day[2], day[3], day[1])
  const american = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text)
  if (american) return named(american[1], american[3], american[2])
  const month = /^([a-z]+)\.?(?: (?:del? |of )?|-|\/)(\d{4})$/.exec(text)
  return month ? named(month[1], month[2], null) : null
}

function named(month: string | undefined, year: string | undefined, day: string | null | undefined): DateRead | null {
  const number = monthOf(month)
  return number === undefined ? null : dated(year, String(number), day ?? null)
}

function dated(year: string | undefined, month: string | null | undefined, day: string | null): DateRead {
  return { year: Number(year), month: month ? Number(month) : null, day: day === null ? null : Number(day) }
}
