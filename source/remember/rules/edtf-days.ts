import { monthOf, ordinal } from './edtf-words.ts'

// Some days of one month, said together: « du 3 au 7 novembre 2026 », « 3-7 novembre », “November 3–7, 2026”.

/** Two days of one month; without a year where none was said. */
export type DaysOfMonth = { year: number | null; month: number; first: number; last: number }

const to = `(?: (?:au|a|al|to|until|till|hasta|ate|jusqu'au) (?:el |le |o |the )?| ?[-–—/] ?)`
const and = ` (?:et|y|e|and) (?:le |el |o |the )?`
const before =
  '(?:du|de|del|do|entre le|entre el|entre o|entre|from the|from|between the|between|le|les|el|los|o|os|the|' +
  'los dias|dias|nos dias|on the|on)'
const number = String.raw`(\d{1,2})${ordinal}`
const ofYear = String.raw`(?:,? (?:del? |do |of )?(\d{4}))?`

const between = new RegExp(`^(?:${before} )?${number}(?:(${to})|(${and}))${number} (?:de |of )?([a-z]+)\\.?${ofYear}$`)
const inFigures = new RegExp(`^(?:${before} )?(\\d{1,2})(?:(${to})|(${and}))(\\d{1,2})[./](\\d{1,2})[./](\\d{4})$`)
const american = new RegExp(`^(?:from |between |on )?([a-z]+)\\.? ${number}(?:(${to})|(${and}))${number}${ofYear}$`)

/** Reads days of one month said together; null for anything else. “The 3rd and the 7th” are two dates, and no period. */
export function readDaysOfMonth(text: string): DaysOfMonth | null {
  const letters = between.exec(text)
  if (letters) {
    const [, first, , together, last, month, year] = letters
    return daysOf(first, last, monthOf(month), year, together !== undefined)
  }
  const figures = inFigures.exec(text)
  if (figures) {
    const [, first, , together, last, month, year] = figures
    return daysOf(first, last, Number(month), year, together !== undefined)
  }
  const english = american.exec(text)
  if (!english) return null
  const [, month, first, , together, last, year] = english
  return daysOf(first, last, monthOf(month), year, together !== undefined)
}

function daysOf(
  from: string | undefined,
  until: string | undefined,
  month: number | undefined,
  year: string | undefined,
  together: boolean,
): DaysOfMonth | null {
  const [first, last] = [Number(from), Number(until)]
  if (month === undefined || first > last || (together && last !== first + 1)) return null
  return { year: year === undefined ? null : Number(year), month, first, last }
}
