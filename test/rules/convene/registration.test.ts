import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersSchema } from '#convene/registration/rules/answers.ts'
import { countriesByRegion, countryCodes } from '#convene/registration/rules/countries.ts'
import { foldEmail, foldName, identityWords } from '#convene/registration/rules/fold.ts'
import { windowState } from '#convene/registration/rules/window.ts'

const anyText = fc.string({ unit: 'grapheme' })

describe('fold', () => {
  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, text => foldName(foldName(text)) === foldName(text)),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(anyText, text => foldEmail(foldEmail(text)) === foldEmail(text)),
      { numRuns: 2000 },
    )
  })
  test('capitals, accents written in either form, and spaces make no difference', () => {
    const latin = fc
      .array(fc.constantFrom(...'aeiounçéñüãâőžABCÉÑ '), { maxLength: 30 })
      .map(letters => letters.join(''))
    fc.assert(
      fc.property(latin, text => {
        expect(foldName(text.toUpperCase())).toBe(foldName(text))
        expect(foldName(text.normalize('NFD'))).toBe(foldName(text))
        expect(foldName(` ${text.replaceAll(' ', ' \t ')} `)).toBe(foldName(text))
      }),
    )
  })
  test.each([
    ['José  GARCÍA', 'jose garcia'],
    ['ﬁlippo', 'filippo'],
    ['İpek', 'ipek'],
    ['مُحَمَّد', 'محمد'],
  ])('%s is %s', (name, folded) => expect(foldName(name)).toBe(folded))
  test.each([
    ['कुमार', 'कमार'],
    ['李', '王'],
    ['🦜', '🕊'],
    ['Ana', 'Anna'],
  ])('%s and %s are not the same', (one, other) => expect(foldName(one)).not.toBe(foldName(other)))
  test('no letter slides from the address into the name', () => {
    const person = fc.record({ email: anyText, givenName: anyText, familyName: anyText })
    fc.assert(
      fc.property(person, person, (a, b) => {
        const same =
          foldEmail(a.email) === foldEmail(b.email) &&
          foldName(`${a.givenName} ${a.familyName}`) === foldName(`${b.givenName} ${b.familyName}`)
        expect(identityWords('s', a) === identityWords('s', b)).toBe(same)
      }),
    )
    expect(identityWords('s', { email: 'a', givenName: 'b', familyName: '' })).not.toBe(
      identityWords('t', { email: 'a', givenName: 'b', familyName: '' }),
    )
  })
})

describe('window', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  const window = {
    visibility: 2,
    startsAt: at('2018-07-05T07:00:00Z'),
    endsAt: at('2018-07-05T15:00:00Z'),
    opensAt: at('2018-05-01T08:00:00Z'),
    closesAt: at('2018-06-17T21:59:59Z'),
    postponedAt: null,
    cancelledAt: null,
  }
  test.each([
    ['2018-05-01T07:59:59.999999Z', 'not-yet-open'],
    ['2018-05-01T08:00:00Z', 'open'],
    ['2018-06-17T21:59:59Z', 'open'],
    ['2018-06-17T21:59:59.999999Z', 'open'],
    ['2018-06-17T22:00:00Z', 'closed'],
  ])('at %s it is %s', (now, state) => expect(windowState(window, at(now))).toBe(state))
  test('cancelled comes first', () => {
    const cancelled = { ...window, cancelledAt: at('2018-05-20T00:00:00Z') }
    expect(windowState(cancelled, at('2018-05-20T00:00:00Z'))).toBe('cancelled')
    expect(windowState(cancelled, at('2018-07-20T00:00:00Z'))).toBe('cancelled')
    const postponed = { ...window, postponedAt: at('2018-05-20T00:00:00Z') }
    expect(windowState(postponed, at('2018-05-20T00:00:00Z'))).toBe('postponed')
    expect(windowState({ ...postponed, ...cancelled }, at('2018-05-20T00:00:00Z'))).toBe('cancelled')
  })
})

describe('countries', () => {
  test('every country is in one group', () => {
    const all = countriesByRegion.flatMap(group => group.codes)
    expect(all.toSorted()).toEqual([...countryCodes].toSorted())
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(245)
    expect(countriesByRegion.map(group => group.region)).toEqual(['latin-america', 'europe', 'other'])
  })
})

describe('answers', () => {
  const good = {
    givenName: 'Ana',
    familyName: 'Duarte',
    email: 'ana@example.org',
    category: 'staff',
    organisation: 'Prefeitura',
    country: 'BR',
    language: 'pt',
    consents: [],
  }
  const wrong = (given: object) =>
    answersSchema.safeParse({ ...good, ...given }).error?.issues.map(issue => [issue.path[0], issue.message]) ?? []
  test('good answers pass, trimmed', () => {
    expect(answersSchema.parse({ ...good, givenName: '  Ana\n Maria ' }).givenName).toBe('Ana Maria')
  })
  test.each(['ana@example.org', 'ana+x@cidade.gov.br', 'josé@exemple.fr', '用户@例子.广告'])(
    '%s is an address',
    email => {
      expect(wrong({ email })).toEqual([])
    },
  )
  test.each([
    'ana',
    'ana@',
    '@example.org',
    'a b@example.org',
    'ana@example',
    'a@b@c.org',
    'Ana <ana@example.org>',
    'a@x.org,b@x.org',
    'a@x.org\nBcc: b@x.org',
  ])('%s is none', email => expect(wrong({ email })).toEqual([['email', 'emailForm']]))
  test('what is invisible is no name', () => {
    for (const givenName of ['', '   ', '\u200b\u200b', '\u202e'])
      expect(wrong({ givenName })).toEqual([['givenName', 'givenName']])
    for (const givenName of ['🦜', '李', 'N.', '3']) expect(wrong({ givenName })).toEqual([])
  })
  test('nothing that is sent makes the check fail in another way than by errors', () => {
    fc.assert(fc.property(fc.anything(), anything => typeof answersSchema.safeParse(anything).success === 'boolean'))
  })
})
