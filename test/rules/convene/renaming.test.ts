import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersSchema } from '#convene/registration/rules/answers.ts'
import { foldOrganisation } from '#convene/registration/rules/fold.ts'
import { isSamePerson, renaming } from '#convene/registration/rules/renaming.ts'

describe('another name by one’s own link', () => {
  test.each([
    ['Ana Duarte', 'ana  DUARTE', 'corrected'],
    ['Ana Duarte', 'Anna Duarte', 'corrected'],
    ['Ana Duarte', 'Duarte Ana', 'corrected'],
    ['Núria Puigdevall', 'Nuria Puig-devall', 'corrected'],
    ['Ana Duarte', 'Ana Luísa Duarte Lima', 'extended'],
    ['Ana Duarte', 'Ana Lima', 'kept-in-part'],
    ['Ana Duarte Lima', 'Ana Lima', 'kept-in-part'],
    ['Maria de Souza', 'João de Lima', 'another'],
    ['A. Duarte', 'A. Lima', 'another'],
    ['Ana Duarte', 'Rosa Lima', 'another'],
    ['Li Wu', 'Le Wa', 'another'],
  ] as const)('%s, then %s: %s', (before, after, how) => expect(renaming(before, after)).toBe(how))

  test('a name is added or changed in part once, put right three times, and never by somebody else’s', () => {
    const may = (before: string, after: string, renamed = 0, otherOrganisation = false) =>
      isSamePerson(before, after, { renamed, otherOrganisation })
    expect([may('Ana Duarte', 'Ana Lima'), may('Ana Duarte', 'Ana Lima', 1)]).toEqual([true, false])
    expect(may('Ana Duarte', 'Ana Lima', 0, true)).toBe(false)
    expect([may('Ana Duarte', 'Ana Duarte Lima', 0, true), may('Ana Duarte', 'Ana Duarte Lima', 1)]).toEqual([
      true,
      false,
    ])
    expect([may('Ana Duarte', 'Anna Duarte', 2), may('Ana Duarte', 'Anna Duarte', 3)]).toEqual([true, false])
    expect(may('Ana Duarte', 'ANA DUARTE', 9, true)).toBe(true)
    expect(may('Ana Duarte', 'Rosa Lima')).toBe(false)
  })
})

test('the key of an organisation: no punctuation, space or invisible sign makes another one of it', () => {
  for (const name of [
    'Ville-de-Lyon',
    'ville.de.lyon',
    ' VILLE  DE LYON!',
    'Ville de\u200b Lyon',
    '«Ville, de Lyon»',
    'V.i.l.l.e de Lyon',
  ])
    expect(foldOrganisation(name)).toBe('villedelyon')
  expect(foldOrganisation('†')).toBe('†')
  // A mark whose letter goes comes to stand before another one.
  const marks = 'ﺁ\u{1d157}\u{1d165}'
  expect(foldOrganisation(foldOrganisation(marks))).toBe(foldOrganisation(marks))
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(fc.property(text, name => foldOrganisation(foldOrganisation(name)) === foldOrganisation(name)))
})

describe('names that go into mails', () => {
  const name = answersSchema.shape.givenName
  test.each([
    'Gagnez 500 € sur evil.com',
    'evil。com',
    'evil．com',
    'evil｡com',
    'evil․com',
    'ev\u200bil.\u200bcom',
    'a4.ru',
    'пример.рф',
  ])('%s is refused', given => expect(name.safeParse(given).error?.issues[0]?.message).toBe('nameLink'))
  test.each(['J.-P.', 'M. St. John', 'D.C.', 'Ph.D.', 'Ana Mª', 'O’Brien', 'María J.'])('%s is a name', given =>
    expect(name.parse(given)).toBe(given),
  )
  test('signs that turn the direction of a whole line are left out, of a name and of an organisation', () => {
    expect(name.parse('A\u202ena\u2066 \u2069')).toBe('Ana')
    expect(answersSchema.shape.organisation.parse('\u202dVille\u202c')).toBe('Ville')
    expect(name.parse('דנה\u200f')).toBe('דנה\u200f')
    expect(name.safeParse('\u202e').success).toBe(false)
  })
})
