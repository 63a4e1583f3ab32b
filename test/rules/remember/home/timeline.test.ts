import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeIn, scales, stretchOf } from '../../../../source/remember/home/rules/timeline.ts'

const extent = { from: Temporal.PlainDate.from('1964-05-09'), to: Temporal.PlainDate.from('2018-06-04') }
const first = Temporal.PlainDate.from('1500-01-01')
const day = fc.integer({ min: 0, max: 255_000 }).map(days => first.add({ days }))

test('decades hold all there is; each tick leads nearer, and the same stretch leads back', () => {
  const all = stretchOf(null, null, extent)
  expect([all.from.toString(), all.to.toString(), all.ticks.length]).toEqual(['1960-01-01', '2019-12-31', 6])
  let stretch = all
  const path = [stretch.scale]
  while (stretch.nearer) {
    const last = stretch.ticks.at(-1)
    const nearer = stretchOf(stretch.nearer, last?.at ?? null, extent)
    expect(nearer.wider).toEqual({ scale: stretch.scale, at: stretch.at })
    stretch = nearer
    path.push(stretch.scale)
  }
  expect(path).toEqual([...scales])
  expect([stretch.from.toString(), stretch.to.toString()]).toEqual(['2019-12-01', '2019-12-31'])
})

test('whatever an address says, there is a stretch of whole days, and its neighbours touch it', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...scales), fc.string()),
      fc.oneof(
        fc.string(),
        fc.integer({ min: 1000, max: 9980 }).map(String),
        day.map(one => one.toString().slice(0, 7)),
      ),
      (scale, at) => {
        const stretch = stretchOf(scale, at, extent)
        expect(Temporal.PlainDate.compare(stretch.from, stretch.to)).toBeLessThan(0)
        expect(stretch.ticks[0]?.from.equals(stretch.from)).toBe(true)
        if (stretch.later) {
          const next = stretchOf(stretch.scale, stretch.later, extent)
          expect(next.from.toString()).toBe(stretch.to.add({ days: 1 }).toString())
          expect(stretchOf(next.scale, next.earlier, extent).from.toString()).toBe(stretch.from.toString())
        }
      },
    ),
  )
})

test('a later day never stands before an earlier one, nor outside the picture', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [earlier, later] = Temporal.PlainDate.compare(a, b) <= 0 ? [a, b] : [b, a]
      const stretch = stretchOf('decades', null, extent)
      const [x, y] = [placeIn(stretch, earlier), placeIn(stretch, later)]
      expect(x).toBeLessThanOrEqual(y)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(1000)
    }),
  )
})
