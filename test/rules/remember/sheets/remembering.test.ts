import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remembering } from '../../../../source/remember/sheets/rules/remembering.ts'

test('answers as the function itself, asks it less often, and keeps no more than it may', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.string({ minLength: 81, maxLength: 200 }))), typed => {
      let asked = 0
      const answer = (text: string) => ({ long: text.length, turned: [...text].reverse().join('') })
      const remembered = remembering(text => {
        asked += 1
        return answer(text)
      })
      for (const one of [...typed, ...typed]) expect(remembered(one)).toEqual(answer(one))
      const long = typed.filter(one => one.length > 80).length
      expect(asked).toBe(new Set(typed.filter(one => one.length <= 80)).size + 2 * long)
    }),
  )
  let asked = 0
  const counting = remembering(text => ({ text, asked: ++asked }))
  for (let n = 0; n < 10_000; n++) counting(String(n))
  expect(counting('9999').asked).toBe(10_000)
  expect(counting('1').asked).toBe(10_001)
})
