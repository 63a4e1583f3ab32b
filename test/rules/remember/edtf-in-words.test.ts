import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfInWords } from '../../../source/remember/acts/edtf-in-words.ts'
import { parseEdtf, readEdtf } from '../../../source/remember/rules/edtf.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('dates in words', () => {
  it.each([
    ['1998', ['1998', '1998', '1998', '1998']],
    ['2004-06', ['juin 2004', 'junio de 2004', 'junho de 2004', 'June 2004']],
    ['2004-06-12', ['12 juin 2004', '12 de junio de 2004', '12 de junho de 2004', '12 June 2004']],
    ['2004~', ['vers 2004', 'hacia 2004', 'por volta de 2004', 'about 2004']],
    ['2004?', ['2004 (date incertaine)', '2004 (fecha incierta)', '2004 (data incerta)', '2004 (date uncertain)']],
    ['2004/2010', ['2004–2010', '2004–2010', '2004–2010', '2004–2010']],
    ['2011/..', ['depuis 2011', 'desde 2011', 'desde 2011', 'since 2011']],
    [
      '2011-06-12/..',
      ['depuis le 12 juin 2011', 'desde el 12 de junio de 2011', 'desde 12 de junho de 2011', 'since 12 June 2011'],
    ],
    ['../2015', ['jusqu’en 2015', 'hasta 2015', 'até 2015', 'until 2015']],
    [
      '2004-08/2010-05-03',
      [
        'd’août 2004 au 3 mai 2010',
        'de agosto de 2004 al 3 de mayo de 2010',
        'de agosto de 2004 a 3 de maio de 2010',
        'from August 2004 to 3 May 2010',
      ],
    ],
    [
      '2017-11-06/2017-11-12',
      ['6–12 novembre 2017', '6–12 de noviembre de 2017', '6–12 de novembro de 2017', '6–12 November 2017'],
    ],
    [
      '2011-06-12/',
      [
        'depuis le 12 juin 2011, fin non connue',
        'desde el 12 de junio de 2011; no se sabe si terminó',
        'desde 12 de junho de 2011; não se sabe se terminou',
        'since 12 June 2011, not known whether it has ended',
      ],
    ],
    [
      '2004~/..',
      ['depuis 2004 environ', 'desde aproximadamente 2004', 'desde aproximadamente 2004', 'since about 2004'],
    ],
  ])('%s', (edtf, [fr, es, pt, en]) => {
    expect(
      ['fr' as const, 'es' as const, 'pt' as const, 'en' as const].map(locale => plain(edtfInWords(locale, edtf))),
    ).toEqual([fr, es, pt, en])
  })

  it('from one day to another is read again, in a month, over months and over years', () => {
    for (const edtf of [
      '2017-11-06/2017-11-12',
      '2017-10-28/2017-11-03',
      '2003-03-10/2006-04-30',
      '2018-07-05/2018-07-05',
    ])
      for (const locale of ['fr', 'es', 'pt', 'en'] as const)
        expect([locale, readEdtf(edtfInWords(locale, edtf))]).toEqual([locale, edtf])
  })

  it('of which the end was said otherwise once is still read', () => {
    for (const said of [
      'depuis juin 2011, fin à une date inconnue',
      'desde junio de 2011; terminó en una fecha desconocida',
      'desde junho de 2011; terminou em data desconhecida',
      'from June 2011, ended on an unknown date',
    ])
      expect([said, readEdtf(said)]).toEqual([said, '2011-06/'])
  })

  it('is read again as it was said, in four languages', () => {
    const point = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        fc.option(fc.integer({ min: 1, max: 12 })),
        fc.option(fc.integer({ min: 1, max: 28 })),
        fc.constantFrom('', '~', '?', '%'),
      )
      .map(([year, month, day, mark]) => {
        const two = (value: number | null) => (value === null ? '' : `-${String(value).padStart(2, '0')}`)
        return `${year}${two(month)}${month === null ? '' : two(day)}${mark}`
      })
    const texts = fc.oneof(
      point,
      fc.tuple(point, fc.oneof(point, fc.constantFrom('', '..'))).map(([from, to]) => `${from}/${to}`),
      point.map(to => `/${to}`),
      fc.constantFrom('XXXX', '/..', '/'),
    )
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('fr' as const, 'es' as const, 'pt' as const, 'en' as const),
        (edtf, locale) => {
          if (parseEdtf(edtf) === null) return
          expect(readEdtf(edtfInWords(locale, edtf))).toBe(edtf)
          // Whatever day it is asked on.
          expect(readEdtf(edtfInWords(locale, edtf), Temporal.PlainDate.from('2024-02-29'))).toBe(edtf)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
