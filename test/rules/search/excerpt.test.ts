import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from '../../../source/ground/search/rules/excerpt.ts'
import { fold, questionFor, tidyQuestion, wordsToGuess } from '../../../source/ground/search/rules/question.ts'

const words = (pieces: { text: string }[]) => pieces.map(piece => piece.text).join('')

test('the word that was asked for is shown, marked, with its accents and its ending', () => {
  const body = `${'Avant. '.repeat(60)}Les coopérations décentralisées durent. ${'Après. '.repeat(60)}`
  const pieces = excerpt(body, 'cooperation')
  expect(pieces.filter(piece => piece.found).map(piece => piece.text)).toEqual(['coopérations'])
  expect(words(pieces).startsWith('… ')).toBe(true)
  expect(words(pieces).endsWith(' …')).toBe(true)
})

test('a word that only begins alike is not marked', () => {
  expect(excerpt('durante un tiempo', 'durable').some(piece => piece.found)).toBe(false)
})

test('without the word, the text from its beginning', () => {
  expect(excerpt('Un deux trois', 'quatre')).toEqual([{ text: 'Un deux trois', found: false }])
  expect(excerpt('', 'quatre')).toEqual([])
})

test('whatever the text and the question, what is shown stands in the text and is not too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.string({ maxLength: 40 }), (body, question) => {
      const shown = words(excerpt(body, question))
      const core = shown.replace(/^… /, '').replace(/ …$/, '')
      const text = body.replace(/[ \t\r\n\f]+/g, ' ').trim()
      return text.includes(core) && shown.length <= 220 + 4
    }),
  )
})

test('a question is tidied', () => {
  expect(tidyQuestion('  a\u202e\n b ')).toBe('a b')
  expect(tidyQuestion('?!')).toBe('')
  expect([...tidyQuestion('é'.repeat(500))]).toHaveLength(200)
  expect(questionFor('fr', 'les villes')).toBe('villes')
  expect(questionFor('fr', 'les')).toBe('les')
  expect(questionFor('es', 'les villes')).toBe('les villes')
  expect(wordsToGuess('Séminaire de la durée, séminaire')).toEqual(['seminaire', 'duree'])
  expect(fold('ÀÉñç')).toBe('aenc')
})
