import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apartFromWaiting, loneFields, type WaitingWord, withWaiting } from '#convene/editing/rules/waiting-words.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'

const words = fc.dictionary(fc.constantFrom('fr', 'es', 'pt'), fc.constantFrom('a', 'b'), { minKeys: 1 })
const person = fc.record(
  { role: words, about: words, givenName: fc.constant('A'), named: fc.boolean() },
  { requiredKeys: ['givenName', 'named'] },
)
const fileOf = (people: readonly object[]) =>
  ({ source: 'fr', people: people.map((one, index) => ({ ...one, key: `p${index}` })) }) as unknown as SeminarFile

test('what waits is exactly what has no source language, and stands in the form as it was written', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 4 }), people => {
      const shown = fileOf(people)
      const { file, waiting } = apartFromWaiting(shown)
      // Worked out once more, without the rule.
      const expected: WaitingWord[] = []
      for (const one of shown.people)
        for (const field of ['role', 'about'] as const) {
          const said = one[field] as Record<string, string> | undefined
          if (!said || 'fr' in said) continue
          for (const language of Object.keys(said))
            expected.push({ key: one.key, field, language: language as 'es', body: said[language] ?? '' })
        }
      expect(waiting).toEqual(expected)
      expect(file.people.flatMap(one => loneFields(one, 'fr'))).toEqual([])
      expect(withWaiting(file, waiting)).toEqual(shown)
      expect(apartFromWaiting(file)).toEqual({ file, waiting: [] })
    }),
  )
})

test('what the file says already stands; what waits of nobody who is there is shown nowhere', () => {
  const file = fileOf([{ givenName: 'A', named: true, role: { fr: 'Maire' } }])
  const waiting = [
    { key: 'p0', field: 'role', language: 'es', body: 'Alcaldesa' },
    { key: 'gone', field: 'about', language: 'es', body: 'Nadie' },
  ] as const
  expect(withWaiting(file, waiting)).toEqual(file)
})
