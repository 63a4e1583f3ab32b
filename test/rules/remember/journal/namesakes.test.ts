import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areNamesakes } from '../../../../source/remember/journal/rules/namesakes.ts'

test.each([
  ['Carmen Rojas', 'Carmen Rojas', true],
  ['ROJAS, Carmen', 'Carmen Rojas', true],
  ['carmen rojas', 'Carmen ROJAS', true],
  ['Inés Almeida', 'Ines Almeida', true],
  ['Carmen Rojas', 'Carmen Rojas Díaz', true],
  ['Jean-Luc Petit', 'Jean Luc Petit', true],
  ['Carmen', 'Carmen Rojas', false],
  ['Carmen', 'carmen', true],
  ['Carmen Rojas', 'Carmen Díaz', false],
  ['Carmen Rojas', 'Luis Rojas', false],
  ['', 'Carmen Rojas', false],
  ['', '', false],
])('%s, %s: %s', (one, other, are) => {
  expect(areNamesakes(one, other)).toBe(are)
  expect(areNamesakes(other, one)).toBe(are)
})

test('the order of the words and their capitals say nothing', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/)
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), fc.nat(), (words, turn) => {
      const turned = words.map((_, index) => words[(index + turn) % words.length] as string)
      return areNamesakes(
        words.join(' '),
        turned.join(' ').replace(/\b[a-z]/g, first => first.toUpperCase()),
      )
    }),
  )
})
