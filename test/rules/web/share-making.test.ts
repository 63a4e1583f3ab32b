import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareMaking } from '../../../source/ground/web/share-making.ts'

test('nobody gets something older than their own request, whatever the order of things', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 30 }),
      async (s, keys) => {
        let clock = 0
        let makings = 0
        const sharing = shareMaking<{ begun: number; key: string }>()
        const asked = keys.map(key =>
          s.schedule(Promise.resolve()).then(async () => {
            const arrived = ++clock
            const got = await sharing(key, async () => {
              makings++
              const begun = ++clock
              await s.schedule(Promise.resolve())
              return { begun, key }
            })
            expect(got.key).toBe(key)
            expect(got.begun).toBeGreaterThan(arrived)
          }),
        )
        await s.waitIdle()
        await Promise.all(asked)
        expect(makings).toBeLessThanOrEqual(keys.length)
      },
    ),
  )
})

test('a hundred at once cost two makings', async () => {
  const sharing = shareMaking<number>()
  let makings = 0
  const make = async () => {
    await new Promise(resolve => setTimeout(resolve, 5))
    return ++makings
  }
  await Promise.all(Array.from({ length: 100 }, () => sharing('page', make)))
  expect(makings).toBe(2)
})

test('one that fails fails for those who shared it, and the next is made afresh', async () => {
  const sharing = shareMaking<number>()
  await expect(sharing('page', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await sharing('page', async () => 1)).toBe(1)
})
