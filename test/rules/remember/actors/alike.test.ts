import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alikePairs, alikestPairs, surest } from '#remember/actors/rules/alike.ts'

const letters = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 9 })
const names = fc.array(
  fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
    country: fc.constantFrom('FR', 'UY', null),
    groups: letters,
  }),
  { maxLength: 25 },
)

/** Each with each. */
function slowly(all: readonly { id: string; country: string | null; groups: readonly string[] }[], from: number) {
  const best = new Map<string, number>()
  for (const a of all)
    for (const b of all) {
      if (a.id >= b.id || (a.country !== null && b.country !== null && a.country !== b.country)) continue
      const common = a.groups.filter(group => b.groups.includes(group)).length
      const likeness = Math.fround(common / (a.groups.length + b.groups.length - common))
      if (!(likeness >= from)) continue
      const key = `${a.id} ${b.id}`
      best.set(key, Math.max(best.get(key) ?? 0, likeness))
    }
  return best
}

test('no pair is missed and none is made up, at any likeness', () => {
  fc.assert(
    fc.property(names, fc.constantFrom(0.1, 0.3, 0.5, 0.6, 0.8, 1), (all, from) => {
      const found = alikePairs(all, from)
      expect(new Map(found.map(({ one, other, likeness }) => [`${one} ${other}`, likeness]))).toEqual(slowly(all, from))
      expect(found).toHaveLength(new Set(found.map(({ one, other }) => `${one} ${other}`)).size)
    }),
    { numRuns: 500 },
  )
})

test('the most alike are the same, whether all were compared or only as many as are wanted', () => {
  fc.assert(
    fc.property(names, fc.constantFrom(0.1, 0.5, 0.65, 0.8), fc.integer({ min: 1, max: 8 }), (all, from, most) => {
      expect(surest(alikestPairs(all, from, most), [], most)).toEqual(surest(alikePairs(all, from), [], most))
    }),
    { numRuns: 500 },
  )
})

test('thousands of like names are compared no more than is wanted of them', () => {
  // Twenty of one spelling, and all of them a little alike.
  const like = Array.from({ length: 600 }, (_, n) => ({
    id: String(n),
    country: null,
    groups: [...'abcdefg', ...(n < 20 ? 'xyz' : [`x${n}`, `y${n}`, `z${n}`])],
  }))
  const found = alikestPairs(like, 0.5, 100)
  expect(found).toHaveLength((20 * 19) / 2)
  expect(alikePairs(like, 0.5)).toHaveLength((600 * 599) / 2)
})

test('the surest come first: identifiers in common, then likeness; so many and no more', () => {
  const pair = fc.record({ one: fc.constantFrom('1', '2', '3'), other: fc.constantFrom('4', '5', '6') })
  const key = ({ one, other }: { one: string; other: string }) => `${one} ${other}`
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.tuple(pair, fc.constantFrom(0.5, 0.6, 0.75, 1)).map(([p, likeness]) => ({ ...p, likeness })),
        { selector: key },
      ),
      fc.uniqueArray(
        fc
          .tuple(pair, fc.integer({ min: 1, max: 3 }), fc.constantFrom(null, 0.5, 0.75))
          .map(([p, n, likeness]) => ({ ...p, likeness, shared: Array(n).fill('siret: 1') })),
        { selector: key },
      ),
      fc.integer({ min: 1, max: 12 }),
      (alike, numbered, most) => {
        const all = [...new Set([...alike, ...numbered].map(key))].map(one => {
          const told = numbered.find(pair => key(pair) === one)
          const likeness = (told ?? alike.find(pair => key(pair) === one))?.likeness ?? null
          return { key: one, shared: told?.shared.length ?? 0, likeness }
        })
        all.sort((a, b) => b.shared - a.shared || (b.likeness ?? -1) - (a.likeness ?? -1) || (a.key < b.key ? -1 : 1))
        expect(
          surest(alike, numbered, most).map(one => ({
            key: key(one),
            shared: one.shared.length,
            likeness: one.likeness,
          })),
        ).toEqual(all.slice(0, most))
      },
    ),
    { numRuns: 500 },
  )
})
