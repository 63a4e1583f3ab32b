// Dates as imprecise as they are known, in the part of EDTF (ISO 8601-2) that the database holds: a year, a month or a day,
// about (`~`), uncertain (`?`) or both (`%`), and intervals whose ends may be open (`..`) or unknown (empty). `XXXX` is a date
// that nobody knows.

const point = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/

/** One end of a period, or a single date, as it is known. */
export type Point = {
  year: number
  month: number | null
  day: number | null
  /** About then. */
  about: boolean
  /** Whether then is not sure. */
  uncertain: boolean
}

/** `open`: goes on, or has always been; `unknown`: there is one that nobody knows. */
export type End = Point | 'open' | 'unknown'
export type Edtf = { from: End; to: End; interval: boolean }

/** A date that nobody knows. */
export const unknownDate = 'XXXX'
/** What goes on, and nobody knows since when. */
export const sinceUnknown = '/..'
// And what has ended, nobody knows when.
const sayNothing: readonly string[] = [unknownDate, sinceUnknown, '/']

/** Whether it says no year at all: that it was, perhaps that it goes on. */
export const isUnknown = (edtf: string): boolean => sayNothing.includes(edtf)

/** What an EDTF text says; null when it is none, names a day that no calendar has, or ends before it begins. */
export function parseEdtf(text: string): Edtf | null {
  if (text === unknownDate) return { from: 'unknown', to: 'unknown', interval: false }
  if (isUnknown(text)) return { from: 'unknown', to: text === sinceUnknown ? 'open' : 'unknown', interval: true }
  const sides = text.split('/')
  if (sides.length > 2 || !/\d/.test(text)) return null
  const [first = '', second] = sides
  const from = endOf(first)
  const to = second === undefined ? from : endOf(second)
  if (from === null || to === null) return null
  if (second === undefined && typeof from === 'string') return null
  const { first: begins, last: ends } = daysOf(from, to)
  if (begins && ends && Temporal.PlainDate.compare(begins, ends) > 0) return null
  return { from, to, interval: second !== undefined }
}

function endOf(text: string): End | null {
  if (text === '') return 'unknown'
  if (text === '..') return 'open'
  const found = point.exec(text)
  if (!found) return null
  const [, year, month, day, mark] = found
  const read: Point = {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    about: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  }
  return isDate(read) ? read : null
}

function isDate({ year, month, day }: Pick<Point, 'year' | 'month' | 'day'>): boolean {
  if (year < 1 || (month !== null && (month < 1 || month > 12))) return false
  if (month === null || day === null) return true
  return day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

/** The days that a date or a period may reach over, both included; null: without a bound, open or unknown. */
export type Reach = { first: Temporal.PlainDate | null; last: Temporal.PlainDate | null }

/**
 * The days that it may reach over, as wide as they can be: what the database computes as `reach`.
 *
 * @throws RangeError for a text that is no EDTF of ours
 */
export function reachOf(edtf: string): Reach {
  const read = parseEdtf(edtf)
  if (!read) throw new RangeError(`not a date: ${edtf}`)
  return daysOf(read.from, read.to)
}

function daysOf(from: End, to: End): Reach {
  return {
    first:
      typeof from === 'string'
        ? null
        : Temporal.PlainDate.from({ year: from.year, month: from.month ?? 1, day: from.day ?? 1 }),
    // Months and days past the last are brought back to it.
    last:
      typeof to === 'string'
        ? null
        : Temporal.PlainDate.from(
            { year: to.year, month: to.month ?? 12, day: to.day ?? 31 },
            { overflow: 'constrain' },
          ),
  }
}

/** An end as EDTF writes it. */
export function writeEnd(end: End): string {
  if (end === 'open') return '..'
  if (end === 'unknown') return ''
  const two = (value: number | null) => (value === null ? '' : `-${String(value).padStart(2, '0')}`)
  const mark = end.about && end.uncertain ? '%' : end.about ? '~' : end.uncertain ? '?' : ''
  return `${String(end.year).padStart(4, '0')}${two(end.month)}${two(end.day)}${mark}`
}

/** Whether a date or a period may reach over a day. */
export function reaches(edtf: string, day: Temporal.PlainDate): boolean {
  const { first, last } = reachOf(edtf)
  return (
    (first === null || Temporal.PlainDate.compare(first, day) <= 0) &&
    (last === null || Temporal.PlainDate.compare(day, last) <= 0)
  )
}
