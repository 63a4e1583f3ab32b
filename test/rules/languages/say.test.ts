import { expect, test } from 'vitest'
import { lowerFirst } from '../../../source/ground/languages/say.ts'

test('a sentence that goes on after a colon begins small, whatever its first sign', () => {
  expect(lowerFirst('fr', 'Écrivez pourquoi.')).toBe('écrivez pourquoi.')
  expect(lowerFirst('en', '2,000 characters at most.')).toBe('2,000 characters at most.')
  expect(lowerFirst('pt', '')).toBe('')
})
