import fc from 'fast-check'
import { expect, test } from 'vitest'
import { date, dates } from '../../../source/ground/languages/format.ts'
import { locales } from '../../../source/ground/languages/locales.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ')

test.each([
  ['2018-07-05', '2018-07-07', ['5–7 juillet 2018', '5–7 de julio de 2018', '5–7 de julho de 2018', '5–7 July 2018']],
  [
    '2018-07-30',
    '2018-08-02',
    [
      '30 juillet – 2 août 2018',
      '30 de julio – 2 de agosto de 2018',
      '30 de julho – 2 de agosto de 2018',
      '30 July – 2 August 2018',
    ],
  ],
  [
    '2018-12-30',
    '2019-01-02',
    [
      '30 décembre 2018 – 2 janvier 2019',
      '30 de diciembre de 2018 – 2 de enero de 2019',
      '30 de dezembro de 2018 – 2 de janeiro de 2019',
      '30 December 2018 – 2 January 2019',
    ],
  ],
])('from %s to %s', (first, last, said) => {
  expect(locales.map(locale => plain(dates(locale, day(first), day(last))))).toEqual(said)
})

test('one day is one day, and a span names both ends with the number by its month', () => {
  const someDay = fc.integer({ min: 0, max: 40_000 }).map(n => day('1990-01-01').add({ days: n }))
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 900 }), fc.constantFrom(...locales), (first, more, locale) => {
      const last = first.add({ days: more })
      const said = dates(locale, first, last)
      if (more === 0) expect(said).toBe(date(locale, first))
      else expect(said.match(/\d+/g)?.map(Number)).toEqual(expect.arrayContaining([first.day, last.day, last.year]))
      expect(dates(locale, last, first)).toBe(date(locale, last).valueOf())
      // A line may break in the middle of a span, never between a day and its month.
      expect(said).not.toMatch(/\d (?=\p{L})/u)
    }),
  )
})
