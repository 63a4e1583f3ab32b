import { isUnknown, parseEdtf, readEdtf } from '../../rules/edtf.ts'
import { writeEnd } from '../../rules/edtf-parts.ts'
import type { Read } from './read.ts'
import { remembering } from './remembering.ts'

type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'

// As a workbook counts days when nobody told it that they are days: from May 1954 to June 2064. Below are years.
const serials = { first: 20_000, last: 60_000 }

function dayOfSerial(typed: string): string | null {
  if (!/^\d{5}$/.test(typed)) return null
  const number = Number(typed)
  if (number < serials.first || number > serials.last) return null
  return Temporal.PlainDate.from('1899-12-30').add({ days: number }).toString()
}

/** A date or a period as it is known, as EDTF. What is not read without guessing is an error with what may be meant. */
export function readPeriod(typed: string, kind: CellKind): Read {
  return kind === 'date' ? dayIn(typed) : readWords(typed)
}

const readWords = remembering((typed: string): Read => {
  const serial = dayOfSerial(typed)
  if (serial !== null) return { value: serial, remark: { code: 'serial', detail: serial } }
  const read = readEdtf(typed)
  return read === null ? { error: 'date', suggestion: meant(typed) } : { value: read }
})

/**
 * One date, as it is known: a day, a month, a year, about or perhaps. A period is an error, which proposes the end of it that is
 * asked for.
 */
export function readDate(typed: string, kind: CellKind, ends: boolean): Read {
  const period = readPeriod(typed, kind)
  if (period === null || 'error' in period || !period.value.includes('/')) return period
  const read = parseEdtf(period.value)
  const point = read && (ends ? read.to : read.from)
  return { error: 'day', suggestion: point && typeof point !== 'string' ? writeEnd(point) : null }
}

/** Whether a cell says that nobody knows the date: « inconnue », “desconocida”; a mark alone only where it can mean nothing else. */
export function saysUnknown(typed: string, mark: boolean): boolean {
  const read = /\p{L}/u.test(typed) || mark ? readEdtf(typed) : null
  return read !== null && isUnknown(read)
}

// A moment is that day.
const dayIn = (typed: string): Read => {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(typed)?.[0]
  return day === undefined ? { error: 'date' } : { value: day }
}

/** What somebody may have meant by a date that cannot be read: two digits for a year, the month first, words around a year. */
function meant(typed: string): string | null {
  const [, first = '', second = '', last = ''] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{2}|\d{4})$/.exec(typed) ?? []
  if (first !== '') {
    const year = last.length === 4 ? last : `${Number(last) > 60 ? 19 : 20}${last}`
    return readEdtf(`${first}/${second}/${year}`) ?? readEdtf(`${second}/${first}/${year}`)
  }
  const years = typed.match(/(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/g) ?? []
  if (years.length === 1) return `${years[0]}~`
  if (years.length === 2) return readEdtf(`${years[0]}-${years[1]}`)
  return null
}
