import { expect, test } from 'vitest'
import { frenchTimeOf, lowerFirst } from '../../../source/ground/languages/say.ts'

test('a sentence that goes on after a colon begins small, whatever its first sign', () => {
  expect(lowerFirst('fr', 'Écrivez pourquoi.')).toBe('écrivez pourquoi.')
  expect(lowerFirst('en', '2,000 characters at most.')).toBe('2,000 characters at most.')
  expect(lowerFirst('pt', '')).toBe('')
})

test('in French a city says itself how the time is its own', () => {
  const said = {
    Paris: 'heure de Paris',
    Athènes: 'heure d’Athènes',
    Évora: 'heure d’Évora',
    Istanbul: 'heure d’Istanbul',
    Helsinki: 'heure d’Helsinki',
    'Hong Kong': 'heure de Hong Kong',
    'Le Caire': 'heure du Caire',
    'La Havane': 'heure de La Havane',
    Yaoundé: 'heure de Yaoundé',
    UTC: 'heure UTC',
  }
  for (const [city, words] of Object.entries(said)) expect(frenchTimeOf(city)).toBe(words)
})
