import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, meaningOf, resembles } from '../../../source/convene/registration/rules/meaning.ts'

const known = (id: string, country: string | null, ...names: string[]): Candidate => ({ id, country, names })
const asking = { chosenId: '', answer: '', askedFor: '', country: null }

describe('names that resemble one another', () => {
  const one: [string, string][] = [
    ['Prefeitra de Rio Claro', 'Prefeitura de Rio Claro'],
    ['Vila Esperansa', 'Villa Esperanza'],
    ['Lyon', 'Ville de Lyon'],
    ['Ville de Lyon', 'Lyon (Ville)'],
    ['Mercocidades', 'Mercociudades'],
    ['UNIVERSIDAD REPÚBLICA', 'Universidad de la República'],
    ['Κοινότητα Αθηνών', 'Κοινότητα Αθηνων'],
  ]
  const two: [string, string][] = [
    ['Ville de Lyon', 'Ville de Lens'],
    ['Ville de Nice', 'Ville de Nîmes'],
    ['Prefeitura de Rio Claro', 'Prefeitura de Rio Branco'],
    ['Universidad de Chile', 'Universidad del Valle'],
    ['de la', 'du'],
    ['', 'Lyon'],
    ['!!!', '???'],
  ]
  test.each(one)('%s, %s: asked about', (a, b) => {
    expect(resembles(a, b)).toBe(true)
    expect(resembles(b, a)).toBe(true)
  })
  test.each(two)('%s, %s: two', (a, b) => {
    expect(resembles(a, b)).toBe(false)
    expect(resembles(b, a)).toBe(false)
  })

  test('whatever is written: a name resembles itself, and the order does not matter', () => {
    const name = fc.stringMatching(/^[a-zà-öø-ÿ]{4,9}( [a-zà-öø-ÿ]{4,9}){0,3}$/)
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(resembles(a, a.toUpperCase())).toBe(true)
        expect(resembles(a, b)).toBe(resembles(b, a))
        expect(resembles(a, `${a} ${b}`)).toBe(true)
      }),
    )
  })
})

describe('what a typed name means', () => {
  const lyon = known('1', 'FR', 'Ville de Lyon', 'Ciudad de Lyon')
  test('exactly a known one in any language, whatever its capitals and accents', () => {
    expect(meaningOf([lyon], { ...asking, typed: 'VÍLLE  de lyon' })).toEqual({ is: lyon })
    expect(meaningOf([lyon], { ...asking, typed: 'ciudad de Lyón', country: 'FR' })).toEqual({ is: lyon })
  })
  test('in another country it is asked about, unless it was chosen', () => {
    const typed = 'Ville de Lyon'
    expect(meaningOf([lyon], { ...asking, typed, country: 'US' })).toEqual({ ask: [lyon] })
    expect(meaningOf([lyon], { ...asking, typed, country: 'US', chosenId: '1' })).toEqual({ is: lyon })
    expect(meaningOf([known('1', null, typed)], { ...asking, typed, country: 'US' })).toMatchObject({ is: { id: '1' } })
  })
  test('a choice counts for the name it was made for, an answer for the name that was asked about', () => {
    expect(meaningOf([lyon], { ...asking, typed: 'Lion', chosenId: '1' })).toEqual({ is: 'new' })
    const given = { ...asking, typed: 'Lyon', answer: 'new' }
    expect(meaningOf([lyon], { ...given, askedFor: 'lyon' })).toEqual({ is: 'new' })
    expect(meaningOf([lyon], { ...given, askedFor: 'Lyonnais' })).toEqual({ ask: [lyon] })
    expect(meaningOf([lyon], { ...given, askedFor: 'Lyon', answer: '1' })).toEqual({ is: lyon })
    expect(meaningOf([lyon], { ...given, askedFor: 'Lyon', answer: '2' })).toEqual({ ask: [lyon] })
  })
  test('two of the same name: which one', () => {
    const other = known('2', 'FR', 'Ville de Lyon')
    expect(meaningOf([lyon, other], { ...asking, typed: 'Ville de Lyon' })).toEqual({ ask: [lyon, other] })
    expect(meaningOf([lyon, other], { ...asking, typed: 'Ville de Lyon', chosenId: '2' })).toEqual({ is: other })
  })
  test('nothing like it is new, and no more than five are proposed', () => {
    expect(meaningOf([lyon], { ...asking, typed: 'Universidad de Chile' })).toEqual({ is: 'new' })
    const many = Array.from({ length: 9 }, (_, n) => known(String(n), null, `Ville de Lyon ${n}`))
    expect(meaningOf(many, { ...asking, typed: 'Ville de Lyon' })).toEqual({ ask: many.slice(0, 5) })
  })
})
