import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkPerson,
  countPeople,
  prefixOf,
  withOneMore,
  withoutPerson,
} from '../../../source/convene/registration/pages/form/fields.ts'
import { outlook } from '../../../source/convene/registration/rules/outlook.ts'

test('people come and go, and each keeps exactly what was typed for them', () => {
  const words = fc.array(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(words, fc.nat(), (names, chosen) => {
      const typed = Object.fromEntries([
        ['organisation', 'Ville'],
        ['people', String(names.length)],
        ...names.flatMap((name, index) => [
          [`${prefixOf(index)}givenName`, name],
          [`${prefixOf(index)}diet[]`, [name, 'vegan']],
        ]),
      ])
      const gone = 1 + (chosen % (names.length - 1))
      const left = withoutPerson(typed, gone)
      const expected = names.filter((_, index) => index !== gone)
      expect(countPeople(left)).toBe(expected.length)
      expect(left.organisation).toBe('Ville')
      expect(expected.map((_, index) => left[`${prefixOf(index)}givenName`])).toEqual(expected)
      expect(expected.map((_, index) => left[`${prefixOf(index)}diet[]`])).toEqual(
        expected.map(name => [name, 'vegan']),
      )
      expect(Object.keys(left)).toHaveLength(2 + 2 * expected.length)
      // The first person cannot be removed, nor one who is not there.
      expect(withoutPerson(typed, 0)).toBe(typed)
      expect(withoutPerson(typed, names.length)).toBe(typed)
      const more = withOneMore(left)
      expect(countPeople(more)).toBe(expected.length + 1)
      expect(more[`${prefixOf(expected.length)}givenName`]).toBeUndefined()
    }),
  )
})

test('what was typed for one person is never read for another', () => {
  const asked = { questions: [], consents: [{ key: 'data', required: true }] }
  const first = {
    givenName: 'Ana',
    familyName: 'Duarte',
    email: 'ana@example.org',
    category: 'staff',
    language: 'pt',
    organisation: 'Prefeitura',
    country: 'BR',
    'consent-data': 'yes',
    role: 'Diretora',
    'diet[]': ['vegan'],
  }
  expect(checkPerson(first, 0, asked)).toMatchObject({ ok: true, answers: { role: 'Diretora', consents: ['data'] } })
  const second = checkPerson(first, 1, asked)
  expect(second).toEqual({
    ok: false,
    errors: {
      'p2-givenName': 'givenName',
      'p2-familyName': 'familyName',
      'p2-email': 'email',
      'p2-category': 'category',
      'p2-language': 'language',
      'p2-consent-data': 'consent',
    },
  })
})

test('a line about places where they are short, and none where there are enough', () => {
  const quota = (key: string, capacity: number, taken: number, held = 0) => ({ key, capacity, taken, held })
  expect(outlook([quota('overall', 200, 10), quota('europe', 100, 89)])).toEqual([])
  expect(outlook([quota('overall', 200, 185), quota('europe', 100, 90), quota('small', 4, 2)])).toEqual([
    { key: 'overall', left: 15 },
    { key: 'europe', left: 10 },
    { key: 'small', left: 2 },
  ])
  // What is kept for invitations is not there for others; lowered below what is taken, nothing is left.
  expect(outlook([quota('overall', 200, 100, 95), quota('low', 5, 9)])).toEqual([
    { key: 'overall', left: 5 },
    { key: 'low', left: 0 },
  ])
  // When all is full nothing else matters.
  expect(outlook([quota('overall', 0, 0), quota('europe', 5, 5)])).toEqual([{ key: 'overall', left: 0 }])
})
