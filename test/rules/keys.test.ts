import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysFrom } from '../../source/ground/keys.ts'

const keys = keysFrom(Buffer.alloc(32, 7))

test('what is sealed is opened by the same key for the same purpose, and by nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      const sealed = keys.seal('guests', bytes)
      expect(keys.open('guests', sealed)).toEqual(Buffer.from(bytes))
      expect(keys.open('codes', sealed)).toBeNull()
      expect(keysFrom(randomBytes(32)).open('guests', sealed)).toBeNull()
      expect(sealed.length).toBe(bytes.length + 29)
    }),
  )
})

test('one bit changed anywhere, or one byte cut, and nothing is opened', () => {
  const sealed = keys.seal('guests', Buffer.from('Ana Souza;ana@ville.example'))
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
    expect(keys.open('guests', changed)).toBeNull()
  }
  for (let length = 0; length < sealed.length; length++) {
    expect(keys.open('guests', sealed.subarray(0, length))).toBeNull()
  }
})

test('the same words are sealed differently each time, and do not show', () => {
  const words = Buffer.from('ana@ville.example')
  const [one, two] = [keys.seal('guests', words), keys.seal('guests', words)]
  expect(one.equals(two)).toBe(false)
  expect(one.includes(words)).toBe(false)
})
