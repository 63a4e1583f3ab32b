import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stretchOf } from '../../../../source/remember/home/rules/timeline.ts'
import { barOf, spokenTicks } from '../../../../source/remember/home/rules/timeline-bar.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const tens = stretchOf('years', '2010', { from: day('2010-01-01'), to: day('2019-12-31') })
const today = day('2018-06-04')
const at = Math.round((1000 * day('2010-01-01').until(today).days) / 3652)

describe('a bar of the time line', () => {
  test('what goes on is drawn to the edge; an end that nobody knows is not', () => {
    expect(barOf(tens, { from: '2015-01-01', to: null, during: '2015/..' }, today)).toEqual([
      { from: 500, to: 1000, known: true },
    ])
    expect(barOf(tens, { from: '2015-01-01', to: null, during: '2015/' }, today)).toEqual([
      { from: 500, to: 520, known: true },
      { from: 520, to: at, known: false },
    ])
  })

  test('of an unknown end, what lies in a later stretch is not known at all', () => {
    expect(barOf(tens, { from: '1998-01-01', to: null, during: '1998/' }, today)).toEqual([
      { from: 0, to: at, known: false },
    ])
  })

  test('an unknown beginning is drawn as such, up to the end that is known', () => {
    expect(barOf(tens, { from: null, to: '2014-12-31', during: '/2014' }, today)).toEqual([
      { from: 0, to: 480, known: false },
      { from: 480, to: 500, known: true },
    ])
    expect(barOf(tens, { from: null, to: '2014-12-31', during: '../2014' }, today)).toEqual([
      { from: 0, to: 500, known: true },
    ])
  })

  test('whatever is on record, the parts follow one another within the stretch', () => {
    const year = fc.integer({ min: 1900, max: 2100 })
    fc.assert(
      fc.property(
        fc.option(year),
        fc.option(year),
        fc.boolean(),
        fc.integer({ min: 190, max: 209 }),
        (a, b, open, d) => {
          const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b]
          const said = `${from ?? (open ? '..' : '')}/${to ?? (open ? '..' : '')}`
          const stretch = stretchOf('years', `${d}0`, { from: today, to: today })
          const bar = barOf(
            stretch,
            { from: from === null ? null : `${from}-01-01`, to: to === null ? null : `${to}-12-31`, during: said },
            today,
          )
          for (const [index, part] of bar.entries()) {
            expect(part.from).toBeGreaterThanOrEqual(index === 0 ? 0 : (bar[index - 1]?.to ?? 0))
            expect(part.to).toBeGreaterThan(part.from)
            expect(part.to).toBeLessThanOrEqual(1004)
          }
        },
      ),
    )
  })
})

test('at most six ticks carry words, the first always, at equal distances', () => {
  expect(spokenTicks(12)).toEqual([0, 2, 4, 6, 8, 10])
  expect(spokenTicks(3)).toEqual([0, 1, 2])
  for (let count = 1; count <= 31; count++) {
    const spoken = spokenTicks(count)
    expect(spoken.length).toBeLessThanOrEqual(6)
    expect(spoken[0]).toBe(0)
  }
})
