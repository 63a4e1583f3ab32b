import { describe, expect, test } from 'vitest'
import { inBatches } from '../../../source/convene/registration/acts/in-batches.ts'

const later = () => new Promise<void>(resolve => setImmediate(resolve))

describe('in batches', () => {
  test('what arrives while a batch is under way goes together, in order, and no batch is larger than allowed', async () => {
    const batches: number[][] = []
    const ask = inBatches<number, string>(3, async items => {
      batches.push([...items])
      await later()
      return items.map(item => `n${item}`)
    })
    const first = ask(1)
    await later()
    const rest = [2, 3, 4, 5, 6].map(ask)
    expect(await Promise.all([first, ...rest])).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6'])
    expect(batches).toEqual([[1], [2, 3, 4], [5, 6]])
  })

  test('one bad item harms nobody else: each of its batch is tried alone', async () => {
    const ask = inBatches<number, number>(10, async items => {
      if (items.includes(3)) throw new Error('three')
      return items.map(item => item * 2)
    })
    const settled = await Promise.allSettled([1, 2, 3, 4].map(ask))
    expect(settled.map(one => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([2, 4, 'failed', 8])
    expect(await ask(5)).toBe(10)
  })

  test('it begins again after it has been idle', async () => {
    const ask = inBatches<number, number>(2, async items => [...items])
    expect(await ask(1)).toBe(1)
    await later()
    expect(await Promise.all([ask(2), ask(3), ask(4)])).toEqual([2, 3, 4])
  })
})
