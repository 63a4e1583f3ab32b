import { describe, expect, test } from 'vitest'
import { inBatches } from '../../../source/convene/registration/acts/in-batches.ts'

const later = () => new Promise<void>(resolve => setImmediate(resolve))

describe('in batches', () => {
  test('what arrives while a batch is under way goes together, in order, and no batch is larger than allowed', async () => {
    const batches: number[][] = []
    const ask = inBatches<number, string>(3, async take => {
      const items = take()
      batches.push([...items])
      await later()
      return items.map(item => `n${item}`)
    })
    const first = ask(1)
    const rest = [2, 3, 4, 5, 6].map(ask)
    expect(await Promise.all([first, ...rest])).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6'])
    expect(batches).toEqual([[1], [2, 3, 4], [5, 6]])
  })

  test('one bad item harms nobody else: each of its batch is tried alone', async () => {
    const ask = inBatches<number, number>(10, async take => {
      await later()
      const items = take()
      if (items.includes(3)) throw new Error('three')
      return items.map(item => item * 2)
    })
    const settled = await Promise.allSettled([1, 2, 3, 4].map(ask))
    expect(settled.map(one => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([2, 4, 'failed', 8])
    expect(await ask(5)).toBe(10)
  })

  test('who comes while it waits its turn comes along', async () => {
    const batches: number[][] = []
    const ask = inBatches<number, number>(10, async take => {
      await later()
      const items = take()
      batches.push([...items])
      return items
    })
    await Promise.all([1, 2, 3].map(ask))
    expect(batches).toEqual([[1, 2, 3]])
  })

  test('when it never comes to its turn, everybody who waits is told, and nobody waits for ever', async () => {
    let fails = true
    const ask = inBatches<number, number>(10, async take => {
      await later()
      if (fails) throw new Error('no database')
      return [...take()]
    })
    const settled = await Promise.allSettled([1, 2, 3].map(ask))
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    fails = false
    expect(await ask(4)).toBe(4)
  })

  test('it begins again after it has been idle', async () => {
    const ask = inBatches<number, number>(2, async take => [...take()])
    expect(await ask(1)).toBe(1)
    await later()
    expect(await Promise.all([ask(2), ask(3), ask(4)])).toEqual([2, 3, 4])
  })
})
