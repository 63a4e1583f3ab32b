import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestSlug, slugFrom } from '#ground/slug.ts'

describe('an address from a name', () => {
  test.each([
    ['Cités Unies – Réseau', 'cites-unies-reseau'],
    ['  Œuvre & cœur  ', 'oeuvre-coeur'],
    ['São Bento d’Água, nº 3', 'sao-bento-d-agua-no-3'],
    ['Straße', 'strasse'],
    ['Αθήνα', ''],
    ['١٢٣', ''],
    ['', ''],
  ])('%s → %s', (name, slug) => expect(slugFrom(name)).toBe(slug))

  test('is one that the database takes, or none, and does not change when made again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), name => {
        const slug = slugFrom(name)
        expect(slug === '' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)).toBe(true)
        expect(slug.length).toBeLessThanOrEqual(longestSlug)
        expect(slugFrom(slug)).toBe(slug)
      }),
    )
  })

  test('is cut between words', () => {
    expect(slugFrom(`${'a'.repeat(60)} ${'b'.repeat(30)}`)).toBe('a'.repeat(60))
    expect(slugFrom('c'.repeat(200))).toBe('c'.repeat(80))
  })
})
