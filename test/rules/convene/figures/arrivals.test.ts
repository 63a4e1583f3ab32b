import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivals } from '#convene/figures/rules/arrivals.ts'
import { told } from '#convene/figures/rules/small-counts.ts'

const start = Temporal.PlainDate.from('2018-01-01')
const day = (number: number) => start.add({ days: number })

test('whoever came is counted once, in the stretch of their day, however the days lie', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -50, max: 400 }), fc.integer({ min: 1, max: 30 })), {
        minLength: 1,
        maxLength: 40,
      }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 250 }),
      (came, from, length) => {
        const byDay = new Map<number, number>()
        for (const [number, people] of came) byDay.set(number, (byDay.get(number) ?? 0) + people)
        const counts = [...byDay].map(([number, people]) => ({ day: day(number), people }))
        const found = arrivals(counts, { from: day(from), to: day(from + length) })
        const first = Math.min(from, ...byDay.keys())
        const last = Math.max(from + length, ...byDay.keys())
        const step = last - first + 1 > 92 ? 7 : 1
        // Naively: each stretch by itself, over all days.
        let all = 0
        for (const [index, stretch] of found.entries()) {
          const begins = first + index * step
          const people = [...byDay].reduce((sum, [at, n]) => sum + (at >= begins && at < begins + step ? n : 0), 0)
          all += people
          expect(stretch).toEqual({ from: day(begins), days: Math.min(step, last - begins + 1), people, all })
        }
        expect(found.at(-1)?.all).toBe([...byDay.values()].reduce((sum, n) => sum + n, 0))
        expect(found.reduce((sum, { days }) => sum + days, 0)).toBe(last - first + 1)
      },
    ),
  )
})

test('nobody came: there is nothing to show', () => {
  expect(arrivals([], { from: day(0), to: day(10) })).toEqual([])
})

test('one to four are told to those alone who see the people', () => {
  for (let count = 0; count < 12; count++) {
    expect(told(count, true)).toBe(count)
    expect(told(count, false)).toBe(count >= 1 && count <= 4 ? null : count)
  }
})
