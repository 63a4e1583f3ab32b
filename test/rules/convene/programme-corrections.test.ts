import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areDocumentsTheSame,
  areOnlyCorrected,
  isCorrection,
  isOnlyCorrected,
} from '../../../source/convene/programme/rules/corrections.ts'

describe('only corrected', () => {
  test.each([
    ['Pause', 'pause'],
    ['L’été à São Paulo', "L'ETE  a Sao Paulo!"],
    ['e-mail et villes', 'email et villes'],
    ['Acceuil des délégations', 'Accueil des délégations'],
    ['Dialogue', 'Dialogues'],
    ['Les villes et le climat', 'Les ville et le clima'],
    ['…', ''],
  ])('%s → %s', (before, after) => expect(isCorrection(before, after)).toBe(true))
})

describe('another subject', () => {
  test.each([
    ['Ouverture', 'Ouverture et bienvenue'],
    ['Les villes et le climat', 'Les villes et le commerce'],
    ['L’action des collectivités face au climat', 'L’action des collectivités face au numérique'],
    ['Objectifs pour 2030', 'Objectifs pour 2031'],
    ['Atelier 1', 'Atelier 2'],
    ['Module A10000', 'Module A10001'],
    ['C', 'C++'],
    ['Villes con futuro', 'Villes sin futuro'],
    ['Diálogo del este', 'Diálogo del oeste'],
    ['La dépendance est possible', 'La dépendance est impossible'],
    ['Villes, ports, routes', 'Ville, port, route'],
    ['Why nations matter', 'Why no nations matter'],
    ['', 'Ouverture'],
  ])('%s → %s', (before, after) => expect(isCorrection(before, after)).toBe(false))
})

// Distances are counted here as a textbook has them: one cell for each two letters, a swap of neighbours included.
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i ? (j ? 0 : i) : j)),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const row = rows[i] as number[]
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1))
      if (swap) row[j] = Math.min(row[j] ?? 0, at(i - 2, j - 2) + 1)
    }
  return at(a.length, b.length)
}

const letters = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 7 }).map(found => found.join(''))
const near = letters.chain(word =>
  fc.tuple(
    fc.constant(word),
    fc.oneof(
      fc.constant(word),
      letters,
      fc
        .tuple(fc.nat(word.length), fc.nat(1), fc.constantFrom('', 'a', 'c'))
        .map(([at, dropped, put]) => word.slice(0, at) + put + word.slice(at + dropped) || 'a'),
    ),
  ),
)

test('word by word, as the textbook counts', () => {
  let corrected = 0
  fc.assert(
    fc.property(fc.array(near, { minLength: 1, maxLength: 12 }), pairs => {
      const [one, other] = [pairs.map(([word]) => word), pairs.map(([, word]) => word)]
      const different = pairs.filter(([a, b]) => a !== b)
      const expected =
        one.join('') === other.join('') ||
        (different.length <= Math.max(2, Math.floor(pairs.length / 5)) &&
          different.every(([a, b]) => Math.min(a.length, b.length) >= 5 && distance(a, b) === 1))
      corrected += expected && different.length > 0 ? 1 : 0
      expect(isCorrection(one.join(' '), other.join(' '))).toBe(expected)
      expect(isCorrection(other.join(', '), one.join(' — ').toUpperCase())).toBe(expected)
    }),
    { numRuns: 3000 },
  )
  expect(corrected).toBeGreaterThan(50)
})

test('a text in several languages is judged in the one it was written in', () => {
  const before = { fr: 'Ouverture', es: 'Apertura' }
  expect(isOnlyCorrected(before, { fr: 'Ouverture', es: 'Inauguración', pt: 'Abertura' }, 'fr')).toBe(true)
  expect(isOnlyCorrected(before, { fr: 'Clôture', es: 'Apertura' }, 'fr')).toBe(false)
  expect(isOnlyCorrected(undefined, before, 'fr')).toBe(false)
  expect(isOnlyCorrected(before, undefined, 'fr')).toBe(false)
  // Where one side has none in it, in one that both have.
  expect(isOnlyCorrected(before, { en: 'Opening', es: 'Apertura' }, 'en')).toBe(true)
  expect(isOnlyCorrected(before, { en: 'Opening' }, 'en')).toBe(false)
})

test('themes in another order say the same; one more, one less or another one does not', () => {
  const [water, land, sea] = [{ fr: 'Les rivières' }, { fr: 'La terre' }, { fr: 'La mer' }]
  expect(areOnlyCorrected([water, land, sea], [sea, { fr: 'Les riviéres' }, land], 'fr')).toBe(true)
  expect(areOnlyCorrected([water, land], [land, { fr: 'Les rivierres' }], 'fr')).toBe(true)
  expect(areOnlyCorrected([water, land], [water], 'fr')).toBe(false)
  expect(areOnlyCorrected([water, land], [water, sea], 'fr')).toBe(false)
  expect(areOnlyCorrected([water, water], [water, land], 'fr')).toBe(false)
})

test('a document is told by its file and its title', () => {
  const [one, other] = [
    { title: { fr: 'Présentation' }, url: 'https://a.example/x' },
    { title: { fr: 'Le bilan' }, url: 'https://b.example/y' },
  ]
  expect(areDocumentsTheSame([one, other], [other, { ...one, title: { fr: 'Presentatoin', es: 'x' } }], 'fr')).toBe(
    true,
  )
  expect(areDocumentsTheSame([one], [one, other], 'fr')).toBe(false)
  expect(areDocumentsTheSame([one, other], [one], 'fr')).toBe(false)
  expect(areDocumentsTheSame([one], [{ ...one, url: 'https://a.example/z' }], 'fr')).toBe(false)
  expect(areDocumentsTheSame([one], [{ ...one, title: { fr: 'Annexes' } }], 'fr')).toBe(false)
})
