import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beside, dayColumns, endsFirst, firstDay } from '../../../../source/remember/sheets/rules/as-known.ts'

/** A date as the naive model sees it: the days that it may be, counted. */
const point = fc
  .record({
    year: fc.integer({ min: 1990, max: 1996 }),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
  })
  .map(({ year, month, day }) => {
    const two = (n: number) => String(n).padStart(2, '0')
    const edtf =
      month === null ? `${year}` : day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
    const at = (m: number, d: number) => Date.UTC(year, m - 1, d)
    const first = at(month ?? 1, month === null ? 1 : (day ?? 1))
    const last = month === null ? at(12, 31) : day === null ? Date.UTC(year, month, 0) : at(month, day)
    return { edtf, first, last }
  })

describe('a date beside one that is known', () => {
  test('of two single dates, one is within the other, or they say otherwise', () => {
    fc.assert(
      fc.property(point, point, (known, said) => {
        const within = known.first <= said.first && said.last <= known.last
        const around = said.first <= known.first && known.last <= said.last
        const expected = within && around ? 'same' : within ? 'finer' : around ? 'vaguer' : 'other'
        expect([known.edtf, said.edtf, beside(known.edtf, said.edtf)]).toEqual([known.edtf, said.edtf, expected])
      }),
      { numRuns: 500 },
    )
  })
  test('a period by each of its ends', () => {
    for (const [known, said, is] of [
      ['XXXX', '2004', 'finer'],
      ['XXXX', '2004/..', 'finer'],
      ['/..', '2004/..', 'finer'],
      ['/..', '2004/2010', 'other'],
      ['2004/..', '2004-06-12/..', 'finer'],
      ['2004-06-12/..', '2004/..', 'vaguer'],
      ['2004/..', 'XXXX', 'vaguer'],
      ['2009~/', '2011/..', 'other'],
      ['2004/', '2004/2010', 'finer'],
      ['2004/..', '2004/2010', 'other'],
      ['2004', '2004~', 'vaguer'],
      ['2004~', '2004', 'finer'],
      ['2004/2010', '2004-06/2011', 'other'],
      ['2004-06/2010', '2004/2010-05', 'vaguer'],
    ] as const)
      expect([known, said, beside(known, said)]).toEqual([known, said, is])
  })
  test('what ends certainly before it begins', () => {
    fc.assert(
      fc.property(point, point, (begins, ends) => {
        expect(endsFirst(begins.edtf, ends.edtf)).toBe(ends.last < begins.first)
      }),
    )
    expect(endsFirst('XXXX', '1990')).toBe(false)
    expect(endsFirst(undefined, '1990')).toBe(false)
  })
  test('stands in the column of the day only where the day is known', () => {
    expect(dayColumns('on_day', '2004-06-12')).toEqual({ on_day: '2004-06-12', on_as_known: null })
    expect(dayColumns('on_day', '1978')).toEqual({ on_day: null, on_as_known: '1978' })
    expect(dayColumns('on_day', 'XXXX')).toEqual({ on_day: null, on_as_known: null })
    expect(dayColumns('first_end', '2028-03~')).toEqual({ first_end: null, first_end_as_known: '2028-03~' })
    expect([firstDay('2015'), firstDay('XXXX'), firstDay(undefined)]).toEqual(['2015-01-01', null, null])
  })
})
