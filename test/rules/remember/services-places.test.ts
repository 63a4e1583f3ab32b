import fc from 'fast-check'
import { expect, test } from 'vitest'
import { servicesPlaces } from '../../../source/remember/actors/rules/services-places.ts'

const named = (letter: string, count: number) => Array.from({ length: count }, (_, n) => `${letter}${n}`)

/** How many of the lines cross: two do when their ends stand in another order than their beginnings. */
function crossings(left: Map<string, number>, right: Map<string, number>, ties: { service: string; record: string }[]) {
  const lines = ties.map(({ service, record }) => [left.get(service) ?? 0, right.get(record) ?? 0] as const)
  return lines.flatMap(([a, b], n) => lines.slice(n + 1).filter(([c, d]) => (a - c) * (b - d) < 0)).length
}

test('with sixty relationships each stands beside its service, whatever order they came in', () => {
  const services = named('s', 6)
  const records = named('r', 60)
  const ties = records.map((record, n) => ({ service: `s${n % 6}`, record }))
  const places = servicesPlaces(services, records, ties, 44)
  expect(places.height).toBe(2640)
  expect(crossings(places.services, places.records, ties)).toBe(0)
  const asTheyCame = new Map(records.map((id, n) => [id, n]))
  expect(crossings(places.services, asTheyCame, ties)).toBeGreaterThan(500)
  // No line goes further than the part of the height that its service has.
  for (const { service, record } of ties)
    expect(Math.abs((places.services.get(service) ?? 0) - (places.records.get(record) ?? 0))).toBeLessThanOrEqual(220)
})

test('all have a place of their own within the height, and what nobody is tied to comes last', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 70 }),
      fc.infiniteStream(fc.nat()),
      (s, r, random) => {
        const services = named('s', s)
        const records = named('r', r)
        const next = () => random.next().value as number
        const ties = records.filter(() => next() % 3 > 0).map(record => ({ service: `s${next() % s}`, record }))
        const places = servicesPlaces(services, records, ties, 44)
        for (const [column, count] of [
          [places.services, s],
          [places.records, r],
        ] as const) {
          const all = [...column.values()]
          expect(all).toHaveLength(count)
          expect(new Set(all).size).toBe(count)
          expect(Math.min(...all)).toBeGreaterThanOrEqual(21)
          expect(Math.max(...all)).toBeLessThanOrEqual(places.height - 21)
        }
        const tied = new Set(ties.map(({ record }) => record))
        const free = places.ordered.map(id => !tied.has(id))
        expect(free).toEqual(free.toSorted((a, b) => Number(a) - Number(b)))
      },
    ),
  )
})
