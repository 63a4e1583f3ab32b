import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asOne,
  type Both,
  type Choice,
  canBeBoth,
  differing,
  type JoinedField,
  joinedFields,
  mostLetters,
  type Said,
  sides,
  textFields,
} from '#remember/relations/rules/join.ts'

// Two relationships as one: whatever is chosen, no word is lost and nobody sees more.

const languages = ['fr', 'es', 'pt', 'en'] as const
const words = fc.stringMatching(/^[a-c]{1,3}$/)
const text = fc
  .record({
    source: fc.constantFrom(...languages),
    first: words,
    others: fc.dictionary(fc.constantFrom(...languages), words),
  })
  .map(({ source, first, others }) => ({
    source,
    bodies: Object.fromEntries(
      Object.entries({ ...others, [source]: first }).map(([language, body]) => [
        language,
        { body, state: language === source ? ('source' as const) : ('reviewed' as const), stale: false },
      ]),
    ),
  }))
const circle = fc.constantFrom(0 as const, 1 as const, 2 as const)
const said: fc.Arbitrary<Said> = fc.record({
  kind: fc.constantFrom('twinning' as const, 'cooperation' as const),
  during: fc.constantFrom('1998/..', '2004/2010'),
  visibility: circle,
  circles: fc.record({ reason: circle, narrative: circle }),
  texts: fc.record(
    { name: text, reason: text, narrative: text, sensitivity: text },
    { requiredKeys: ['name'] },
  ) as fc.Arbitrary<Said['texts']>,
})
const both: fc.Arbitrary<Both> = fc.record({ one: said, other: said })
const choices = fc.dictionary(
  fc.constantFrom(...joinedFields),
  fc.constantFrom('one', 'other', 'both'),
) as fc.Arbitrary<Partial<Record<JoinedField, Choice>>>
const stays = fc.constantFrom(...sides)

test('every word that either says stands in the joined one, or is spare', () => {
  fc.assert(
    fc.property(both, stays, choices, (two, staying, chosen) => {
      const { said: joined, spare } = asOne(two, staying, chosen)
      for (const side of sides)
        for (const field of textFields)
          for (const [language, written] of Object.entries(two[side].texts[field]?.bodies ?? {})) {
            const stands = joined.texts[field]?.bodies[language as 'fr']?.body ?? ''
            const isSpare = spare.some(
              one =>
                one.field === field && one.side === side && one.language === language && one.said === written?.body,
            )
            expect(stands.split('\n\n').includes(written?.body ?? '') || isSpare).toBe(true)
          }
      for (const field of ['kind', 'during'] as const)
        for (const side of sides)
          expect(
            joined[field] === two[side][field] ||
              spare.some(one => one.field === field && one.said === two[side][field]),
          ).toBe(true)
    }),
  )
})

test('no circle is wider than either had', () => {
  fc.assert(
    fc.property(both, stays, choices, (two, staying, chosen) => {
      const { said: joined } = asOne(two, staying, chosen)
      for (const side of sides) {
        expect(joined.visibility).toBeLessThanOrEqual(two[side].visibility)
        expect(joined.circles.reason).toBeLessThanOrEqual(two[side].circles.reason)
        expect(joined.circles.narrative).toBeLessThanOrEqual(two[side].circles.narrative)
      }
    }),
  )
})

test('what is chosen stands, whichever stays; a text has words in its own language', () => {
  fc.assert(
    fc.property(both, stays, choices, (two, staying, chosen) => {
      const { said: joined } = asOne(two, staying, chosen)
      for (const field of differing(two)) {
        const choice = chosen[field]
        if (choice !== 'one' && choice !== 'other') continue
        if (field === 'kind' || field === 'during') expect(joined[field]).toBe(two[choice][field])
        else expect(joined.texts[field]).toEqual(two[choice].texts[field])
      }
      for (const written of Object.values(joined.texts)) expect(written?.bodies[written.source]?.body).toBeTruthy()
    }),
  )
})

const plain = (source: 'fr' | 'es', body: string) => ({
  source,
  bodies: { [source]: { body, state: 'source' as const, stale: false } },
})
const of = (texts: Said['texts']): Said => ({
  kind: 'twinning',
  during: '1998/..',
  visibility: 2,
  circles: { reason: 2, narrative: 2 },
  texts,
})

test('both texts stand only where they fit: in one language, within the length of the field', () => {
  const two = (a: Said['texts'], b: Said['texts']) => ({ one: of(a), other: of(b) })
  expect(canBeBoth('narrative', two({ narrative: plain('fr', 'a') }, { narrative: plain('fr', 'b') }))).toBe(true)
  expect(canBeBoth('narrative', two({ narrative: plain('fr', 'a') }, { narrative: plain('es', 'b') }))).toBe(false)
  expect(canBeBoth('name', two({ name: plain('fr', 'a') }, { name: plain('fr', 'b') }))).toBe(false)
  const half = 'x'.repeat(mostLetters.reason / 2)
  expect(canBeBoth('reason', two({ reason: plain('fr', half) }, { reason: plain('fr', half) }))).toBe(false)
  const joined = asOne(two({ narrative: plain('fr', 'a') }, { narrative: plain('fr', 'b') }), 'other', {
    narrative: 'both',
  })
  expect(joined.said.texts.narrative?.bodies.fr?.body).toBe('b\n\na')
  expect(joined.spare).toEqual([])
})

test('a text that is the same in both takes its translations from both, and is nothing to choose', () => {
  const one = {
    source: 'fr' as const,
    bodies: { ...plain('fr', 'a').bodies, es: { body: 'b', state: 'reviewed' as const, stale: false } },
  }
  const two = { one: of({ name: one }), other: of({ name: plain('fr', 'a') }) }
  expect(differing(two)).toEqual([])
  expect(asOne(two, 'other', {}).said.texts.name).toEqual(one)
})
