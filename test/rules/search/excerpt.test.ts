import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from '../../../source/ground/search/rules/excerpt.ts'
import {
  fold,
  inTitle,
  questionAsked,
  questionFor,
  wordsToGuess,
} from '../../../source/ground/search/rules/question.ts'

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
  expect(questionAsked('  a\u202e\n b ').question).toBe('a b')
  expect(questionAsked('?!')).toEqual({ typed: '', question: '', cut: false })
  expect([...questionAsked('é'.repeat(500)).question]).toHaveLength(200)
  expect(inTitle('mot '.repeat(50))).toBe(`${'mot '.repeat(20).trim()}…`)
  expect(inTitle('deux mots')).toBe('deux mots')
  const long = 'mot '.repeat(100).trim()
  const asked = questionAsked(long)
  expect(asked).toMatchObject({ typed: long, cut: true })
  expect(asked.question).toBe('mot '.repeat(50).trim())
  expect(questionAsked(`${'mot '.repeat(49)}mots`)).toMatchObject({ cut: false })
  expect(questionFor('fr', 'les villes')).toBe('villes')
  expect(questionFor('fr', 'les')).toBe('les')
  expect(questionFor('es', 'les villes')).toBe('les villes')
  expect(wordsToGuess('Séminaire de la durée, séminaire')).toEqual(['seminaire', 'duree'])
  expect(fold('ÀÉñç')).toBe('aenc')
})
