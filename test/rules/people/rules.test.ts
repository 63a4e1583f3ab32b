import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIdentifiers, writeIdentifiers } from '../../../source/ground/people/rules/identifiers.ts'
import { endOfLastDay, lastDay, readDay } from '../../../source/ground/people/rules/last-day.ts'
import { regionOf } from '../../../source/ground/people/rules/region.ts'
import { ownPath } from '../../../source/ground/people/rules/return-path.ts'

describe('the region of a country', () => {
  test.each([
    ['MX', 'latin-america'],
    ['BR', 'latin-america'],
    ['HT', 'latin-america'],
    ['MQ', 'latin-america'],
    ['GF', 'latin-america'],
    ['PR', 'latin-america'],
    ['FK', 'latin-america'],
    ['FR', 'europe'],
    ['TR', 'europe'],
    ['GE', 'europe'],
    ['XK', 'europe'],
    ['BY', 'europe'],
    ['RU', 'europe'],
    ['FO', 'europe'],
    ['RE', 'other'],
    ['GL', 'other'],
    ['BM', 'other'],
    ['US', 'other'],
    ['KZ', 'other'],
    ['IL', 'other'],
    ['', 'other'],
    ['fr', 'other'],
  ])('%s is %s', (country, region) => {
    expect(regionOf(country)).toBe(region)
  })
})

describe('the way back after signing in', () => {
  test.each(['/fr/account', '/en/desk/seminars/x?state=waiting&page=2', '/pt/', '/es/territories/a%20b'])(
    'keeps %s',
    path => {
      expect(ownPath(path)).toBe(path)
    },
  )
  test.each([
    null,
    '',
    'https://evil.example/fr/',
    '//evil.example/fr/',
    '/\\evil.example/fr/',
    '/fr/../..//evil.example',
    'javascript:alert(1)',
    '/fr/ok\r\nset-cookie: a=b',
    '/de/account',
    '/account',
    '/api/v1/openapi.json',
    '/fr/sign-in',
    '/fr/sign-out',
    '/en/first/0.abc',
    '/fr/\u202eaccount',
    `/fr/${'a'.repeat(3000)}`,
  ])('drops %j', path => {
    expect(ownPath(path)).toBeNull()
  })
  test('whatever is given, a browser stays on this site', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      'fr',
      '..',
      '.',
      '%2f',
      '%5c',
      '?',
      '#',
      ':',
      '@',
      'evil.example',
      '\t',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(parts => `/${parts.join('')}`),
        ),
        wanted => {
          const path = ownPath(wanted)
          if (path !== null) expect(new URL(path, 'https://ours.example/en/').origin).toBe('https://ours.example')
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('identifiers', () => {
  test('reads lines, skips blank ones and repetitions', () => {
    expect(readIdentifiers(' insee : 75056 \n\nISO-3166-2: FR-75\ninsee:75056')).toEqual({
      identifiers: [
        { scheme: 'insee', value: '75056' },
        { scheme: 'ISO-3166-2', value: 'FR-75' },
      ],
    })
    expect(readIdentifiers('')).toEqual({ identifiers: [] })
  })
  test.each(['75056', 'insee:', ': 75056', 'in see: 1', 'a: b\nc', `a: ${'9'.repeat(300)}`])(
    'tells the line of %j',
    typed => {
      expect(readIdentifiers(typed)).toEqual({ wrongLine: typed.split('\n').length })
    },
  )
  test('what is written is read back the same', () => {
    const one = fc.record({
      scheme: fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/),
      value: fc.stringMatching(/^[A-Za-z0-9:]{1,20}$/),
    })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ scheme, value }) => `${scheme}:${value}` }), identifiers => {
        const read = readIdentifiers(writeIdentifiers(identifiers))
        expect('identifiers' in read && writeIdentifiers(read.identifiers)).toBe(writeIdentifiers(identifiers))
        expect('identifiers' in read && read.identifiers.length).toBe(identifiers.length)
      }),
    )
  })
})

describe('the last day of a right', () => {
  test('is good from Kiritimati to Baker Island, and not a day longer', () => {
    const end = endOfLastDay(Temporal.PlainDate.from('2018-07-05'))
    expect(end.toString()).toBe('2018-07-06T12:00:00Z')
    expect(lastDay(end).toString()).toBe('2018-07-05')
  })
  test('a day that does not exist is none', () => {
    for (const typed of ['2018-02-30', '2018-13-01', '5/7/2018', '', '2018-07-05T10:00'])
      expect(readDay(typed)).toBeNull()
    expect(readDay('2020-02-29')?.toString()).toBe('2020-02-29')
  })
  test('the way there and back is the same for every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), days => {
        const day = Temporal.PlainDate.from('1900-01-01').add({ days })
        expect(lastDay(endOfLastDay(day)).equals(day)).toBe(true)
      }),
    )
  })
})
