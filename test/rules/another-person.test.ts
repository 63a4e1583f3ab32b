import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looksLikeAnother } from '#convene/seminar/rules/another-person.ts'

const of = (name: string, email?: string) => {
  const [givenName = '', familyName = ''] = name.split('|')
  return { givenName, familyName, ...(email ? { email } : {}) }
}

test.each([
  ['Ana|Zanetti', 'a@x', 'Bruno|Renard', 'b@x', true],
  ['Ana|Zanetti', 'a@x', 'Bruno|Renard', 'a@x', true],
  ['Ana|Zanetti', undefined, 'Bruno|Renard', undefined, true],
  ['Ana|Zanetti', 'a@x', 'Anna|Zanetti', 'b@x', true],
  ['Ana|Zanetti', undefined, 'Ana|Renard', 'b@x', true],
  ['Ana|Zanetti', 'a@x', 'Ana|Renard', undefined, true],
  ['Ana|Zanetti', 'a@x', 'Ana|Zanetti', 'b@x', false],
  ['Ana|Zanetti', 'a@x', 'Ana|Zanetti', undefined, false],
  ['Ana|Zanetti', 'a@x', 'Ana|Renard', ' A@X ', false],
  ['Ana|Zanetti', 'a@x', 'Zanetti|Ana', 'b@x', false],
  ['Jose|Nunez-Soto', 'a@x', 'José|Núñez Soto', 'b@x', false],
] as const)('%s %s, then %s %s: somebody else is %s', (before, email, now, then, expected) => {
  expect(looksLikeAnother(of(before, email), of(now, then))).toBe(expected)
})

test('whoever stays as they are is nobody else, and neither is whoever comes back', () => {
  const anybody = fc.record({ givenName: fc.string(), familyName: fc.string(), email: fc.string() })
  fc.assert(
    fc.property(anybody, anybody, (one, other) => {
      expect(looksLikeAnother(one, one)).toBe(false)
      expect(looksLikeAnother(one, other)).toBe(looksLikeAnother(other, one))
    }),
  )
})
