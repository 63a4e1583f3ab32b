import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, readPeriod, saysUnknown } from '../../../../source/remember/sheets/rules/dates.ts'

const day = fc
  .record({ year: fc.integer({ min: 1955, max: 2060 }), of: fc.integer({ min: 0, max: 364 }) })
  .map(({ year, of }) => new Date(Date.UTC(year, 0, 1 + of)))
const iso = (date: Date) => date.toISOString().slice(0, 10)
const two = (n: number) => String(n).padStart(2, '0')

describe('dates in cells', () => {
  test('the same day in each form that offices write', () => {
    fc.assert(
      fc.property(day, date => {
        const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
        for (const typed of [`${two(d)}/${two(m)}/${y}`, `${d}/${m}/${y}`, iso(date)])
          expect([typed, readDate(typed, 'text', false)]).toEqual([typed, { value: iso(date) }])
        expect(readDate(`${iso(date)}T10:00:00`, 'date', false)).toEqual({ value: iso(date) })
        // As a workbook counts days: from the end of 1899, with a 29 February 1900 that never was.
        const serial = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000)
        expect(readPeriod(String(serial), 'text')).toEqual({
          value: iso(date),
          remark: { code: 'serial', detail: iso(date) },
        })
      }),
    )
  })
  test('a date is taken as it is known: no first of January is made of a year', () => {
    for (const [typed, value] of [
      ['2018', '2018'],
      ['02/2016', '2016-02'],
      ['vers 1978', '1978~'],
      ['juin 2004 ?', '2004-06?'],
      ['dic. 2025', '2025-12'],
    ] as const)
      for (const ends of [false, true]) expect([typed, readDate(typed, 'text', ends)]).toEqual([typed, { value }])
  })
  test('a period in the place of a date proposes the end of it that is asked for', () => {
    expect(readDate('2011-2014', 'text', true)).toEqual({ error: 'day', suggestion: '2014' })
    expect(readDate('2011-2014', 'text', false)).toEqual({ error: 'day', suggestion: '2011' })
    expect(readDate('depuis 2009', 'text', false)).toEqual({ error: 'day', suggestion: '2009' })
    expect(readDate('depuis 2009', 'text', true)).toEqual({ error: 'day', suggestion: null })
  })
  test('that nobody knows it is said in words, or by a mark where it can mean nothing else', () => {
    for (const typed of ['inconnue', 'desconocido', 'desconhecida', 'unknown', 'date inconnue', 'on ne sait pas'])
      expect([typed, saysUnknown(typed, false)]).toEqual([typed, true])
    expect(saysUnknown('?', true)).toBe(true)
    for (const typed of ['?', '-', '', 'n/a', '2004', 'depuis 2004', 'bientôt'])
      expect([typed, saysUnknown(typed, false)]).toEqual([typed, false])
  })
  test('what is not read is told with what may be meant, and never taken for it', () => {
    expect(readPeriod('12/06/14', 'text')).toEqual({ error: 'date', suggestion: '2014-06-12' })
    expect(readPeriod('06/25/2014', 'text')).toMatchObject({ error: 'date', suggestion: '2014-06-25' })
    expect(readPeriod('signée en 1998 je crois', 'text')).toEqual({ error: 'date', suggestion: '1998~' })
    expect(readPeriod('31/02/2014', 'text')).toMatchObject({ error: 'date' })
    expect(readPeriod('bientôt', 'text')).toEqual({ error: 'date', suggestion: null })
  })
  test('asked twice it says the same, whatever was asked in between', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 20 }), typed => {
        const first = typed.map(one => readPeriod(one, 'text'))
        expect(typed.toReversed().map(one => readPeriod(one, 'text'))).toEqual(first.toReversed())
      }),
    )
  })
})
