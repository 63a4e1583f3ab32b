import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf, reaches, reachOf, readEdtf } from '../../../source/remember/rules/edtf.ts'

// The naive model: days are counted in a calendar written out here, and nothing is taken from source/ but what is tried.
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lastDay = (year: number, month: number) => (month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? 0))
const two = (value: number) => String(value).padStart(2, '0')

type Date = { year: number; month?: number; day?: number; mark: '' | '~' | '?' | '%' }
const dates: fc.Arbitrary<Date> = fc
  .record({
    year: fc.oneof(fc.integer({ min: 1900, max: 2100 }), fc.constantFrom(1900, 2000, 2004, 2100)),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    dayOf: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    mark: fc.constantFrom('' as const, '~' as const, '?' as const, '%' as const),
  })
  .map(({ year, month, dayOf, mark }) => ({
    year,
    mark,
    ...(month === undefined ? {} : { month }),
    ...(month === undefined || dayOf === undefined
      ? {}
      : { day: Math.min(1 + Math.floor(dayOf * lastDay(year, month)), lastDay(year, month)) }),
  }))
const written = ({ year, month, day, mark }: Date) =>
  `${year}${month === undefined ? '' : `-${two(month)}`}${day === undefined ? '' : `-${two(day)}`}${mark}`
const firstOf = ({ year, month = 1, day = 1 }: Date) => `${year}-${two(month)}-${two(day)}`
const lastOf = ({ year, month = 12, day = lastDay(year, month) }: Date) => `${year}-${two(month)}-${two(day)}`

describe('dates as imprecise as they are known', () => {
  it('reach over the days that a calendar written by hand says', () => {
    fc.assert(
      fc.property(dates, date => {
        const { first, last } = reachOf(written(date))
        expect([first?.toString(), last?.toString()]).toEqual([firstOf(date), lastOf(date)])
      }),
    )
  })

  it('reach from the first day of the one to the last of the other, without bounds where open or unknown', () => {
    const ends = fc.oneof(dates, fc.constantFrom('' as const, '..' as const))
    fc.assert(
      fc.property(ends, ends, (from, to) => {
        const text = `${typeof from === 'string' ? from : written(from)}/${typeof to === 'string' ? to : written(to)}`
        const first = typeof from === 'string' ? null : firstOf(from)
        const last = typeof to === 'string' ? null : lastOf(to)
        const makesSense =
          first === null && last === null
            ? text === '/' || text === '/..'
            : first === null || last === null || first <= last
        expect(parseEdtf(text) !== null).toBe(makesSense)
        if (!makesSense) return
        const reach = reachOf(text)
        expect([reach.first?.toString() ?? null, reach.last?.toString() ?? null]).toEqual([first, last])
        if (first === null && last === null) return
        const inside = Temporal.PlainDate.from(first ?? last ?? '')
        expect(reaches(text, inside)).toBe(true)
        if (first) expect(reaches(text, Temporal.PlainDate.from(first).subtract({ days: 1 }))).toBe(false)
        if (last) expect(reaches(text, Temporal.PlainDate.from(last).add({ days: 1 }))).toBe(false)
      }),
    )
  })

  it('refuse what is no date of ours', () => {
    for (const text of [
      '',
      '..',
      '../',
      'XXXX/..',
      '../..',
      '2004-13',
      '2004-02-30',
      '2001-02-29',
      '0000',
      '2010/2004',
      '199X',
      '1998//2000',
    ])
      expect(parseEdtf(text), text).toBeNull()
  })
})

describe('reading what was typed', () => {
  it('takes EDTF as it is', () => {
    fc.assert(
      fc.property(dates, date => {
        expect(readEdtf(` ${written(date)} `)).toBe(written(date))
      }),
    )
  })

  const months = {
    fr: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    es: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    pt: [
      'janeiro',
      'fevereiro',
      'março',
      'abril',
      'maio',
      'junho',
      'julho',
      'agosto',
      'setembro',
      'outubro',
      'novembro',
      'dezembro',
    ],
    en: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  }
  type Language = keyof typeof months
  const of = { fr: ' ', es: ' de ', pt: ' de ', en: ' ' }
  const about = { fr: 'vers ', es: 'hacia ', pt: 'por volta de ', en: 'about ' }
  const since = { fr: 'depuis ', es: 'desde ', pt: 'desde ', en: 'since ' }
  const between = { fr: ['de ', ' à '], es: ['de ', ' a '], pt: ['de ', ' a '], en: ['from ', ' to '] }
  const until = { fr: 'jusqu’en ', es: 'hasta ', pt: 'até ', en: 'until ' }
  const said = (language: Language, { year, month, day, mark }: Date, figures: boolean) => {
    const name = months[language][(month ?? 1) - 1] ?? ''
    const body =
      month === undefined
        ? `${year}`
        : figures
          ? `${day === undefined ? '' : `${day}/`}${month}/${year}`
          : `${day === undefined ? '' : `${day}${of[language]}`}${name}${of[language]}${year}`
    return `${mark === '~' || mark === '%' ? about[language] : ''}${body}${mark === '?' || mark === '%' ? ' ?' : ''}`
  }
  const languages = fc.constantFrom('fr' as const, 'es' as const, 'pt' as const, 'en' as const)

  it('reads a date in four languages, in letters and in figures', () => {
    fc.assert(
      fc.property(dates, languages, fc.boolean(), (date, language, figures) => {
        expect(readEdtf(said(language, date, figures))).toBe(written(date))
      }),
    )
  })

  it('reads periods in four languages, open and closed', () => {
    fc.assert(
      fc.property(dates, dates, languages, fc.boolean(), (one, other, language, figures) => {
        const [from, to] = firstOf(one) <= firstOf(other) ? [one, other] : [other, one]
        if (firstOf(from) > lastOf(to)) return
        const a = said(language, from, figures)
        const b = said(language, to, figures)
        const [open = '', joint = ''] = between[language]
        expect(readEdtf(`${open}${a}${joint}${b}`)).toBe(`${written(from)}/${written(to)}`)
        expect(readEdtf(`${a} – ${b}`)).toBe(`${written(from)}/${written(to)}`)
        expect(readEdtf(`${since[language]}${a}`)).toBe(`${written(from)}/..`)
        expect(readEdtf(`${until[language]}${b}`)).toBe(`/${written(to)}`)
      }),
    )
  })

  it.each([
    ['1998', '1998'],
    ['06/2004', '2004-06'],
    ['12/06/2004', '2004-06-12'],
    ['12.6.2004', '2004-06-12'],
    ['2004/06', '2004-06'],
    ['vers 2004', '2004~'],
    ['2004 environ', '2004~'],
    ['c. 2004', '2004~'],
    ['2004-2010', '2004/2010'],
    ['2004 - 2010', '2004/2010'],
    ['2004–2010', '2004/2010'],
    ['06/2004 - 05/2010', '2004-06/2010-05'],
    ['entre 2004 et 2010', '2004/2010'],
    ['depuis 2011', '2011/..'],
    ['dès 2011', '2011/..'],
    ['à partir de juin 2011', '2011-06/..'],
    ['2011-', '2011/..'],
    ['2011 – …', '2011/..'],
    ['2011 – aujourd’hui', '2011/..'],
    ['2011 - presente', null],
    ['2011 – ?', '2011/'],
    ['? – 2011', '/2011'],
    ['1er juin 2004', '2004-06-01'],
    ['du 1er juin 2004 au 3 mai 2005', '2004-06-01/2005-05-03'],
    ['del 1.º de junio de 2004 al 3 de mayo de 2005', '2004-06-01/2005-05-03'],
    ['June 12, 2004', '2004-06-12'],
    ['12th of June 2004', '2004-06-12'],
    ['2004 ?', '2004?'],
    ['vers 2004 ?', '2004%'],
    ['peut-être 2004', '2004?'],
    ['2004-13', null],
    ['31/02/2004', null],
    ['06/04', null],
    ['2010-2004', null],
    ['bientôt', null],
    ['?', 'XXXX'],
    ['inconnu', 'XXXX'],
    ['Date inconnue', 'XXXX'],
    ['desconocido', 'XXXX'],
    ['fecha desconocida', 'XXXX'],
    ['desconhecido', 'XXXX'],
    ['data desconhecida', 'XXXX'],
    ['unknown', 'XXXX'],
    ['depuis une date inconnue', '/..'],
    ['? – …', '/..'],
    ['? – ?', '/'],
    ['du 3 au 7 novembre 2026', '2026-11-03/2026-11-07'],
    ['3-7 novembre 2026', '2026-11-03/2026-11-07'],
    ['3–7/11/2026', '2026-11-03/2026-11-07'],
    ['les 3 et 4 novembre 2026', '2026-11-03/2026-11-04'],
    ['les 3 et 7 novembre 2026', null],
    ['du 7 au 3 novembre 2026', null],
    ['du 30 au 31 novembre 2026', null],
    ['del 3 al 7 de noviembre de 2026', '2026-11-03/2026-11-07'],
    ['del 1.º al 3 de junio de 2026', '2026-06-01/2026-06-03'],
    ['3 y 4 de noviembre de 2026', '2026-11-03/2026-11-04'],
    ['de 3 a 7 de novembro de 2026', '2026-11-03/2026-11-07'],
    ['nos dias 3 e 4 de novembro de 2026', '2026-11-03/2026-11-04'],
    ['from 3 to 7 November 2026', '2026-11-03/2026-11-07'],
    ['November 3–7, 2026', '2026-11-03/2026-11-07'],
    ['du 28 octobre au 3 novembre 2026', '2026-10-28/2026-11-03'],
    ['28 de diciembre al 3 de enero de 2027', '2026-12-28/2027-01-03'],
    ['October 28 to November 3, 2026', '2026-10-28/2026-11-03'],
    ['5 novembre', null],
    ['du 3 au 7 novembre', null],
    ['hier', null],
    ['', null],
  ])('%s is %s', (typed, edtf) => {
    expect(readEdtf(typed)).toBe(edtf)
  })

  it('reads days said from a day that is given, in four languages', () => {
    const today = Temporal.PlainDate.from('2026-03-01')
    for (const [typed, edtf] of [
      ['5 novembre', '2026-11-05'],
      ['le 5 nov.', '2026-11-05'],
      ['1er mars', '2026-03-01'],
      ['5 de noviembre', '2026-11-05'],
      ['el 5 de noviembre', '2026-11-05'],
      ['5 de novembro', '2026-11-05'],
      ['5 November', '2026-11-05'],
      ['November 5th', '2026-11-05'],
      ['31 novembre', null],
      ['hier', '2026-02-28'],
      ['ayer', '2026-02-28'],
      ['ontem', '2026-02-28'],
      ['Yesterday', '2026-02-28'],
      ['avant-hier', '2026-02-27'],
      ['anteayer', '2026-02-27'],
      ['anteontem', '2026-02-27'],
      ['aujourd’hui', '2026-03-01'],
      ['hoy', '2026-03-01'],
      ['hoje', '2026-03-01'],
      ['today', '2026-03-01'],
      ['demain', '2026-03-02'],
      ['mañana', '2026-03-02'],
      ['amanhã', '2026-03-02'],
      ['du 3 au 7 novembre', '2026-11-03/2026-11-07'],
      ['3-7 novembre', '2026-11-03/2026-11-07'],
      ['del 3 al 7 de noviembre', '2026-11-03/2026-11-07'],
      ['3 a 7 de novembro', '2026-11-03/2026-11-07'],
      ['3 to 7 November', '2026-11-03/2026-11-07'],
      ['28 février – hier', '2026-02-28/2026-02-28'],
      ['depuis le 5 janvier', '2026-01-05/..'],
      ['du 28 décembre au 3 janvier', '2025-12-28/2026-01-03'],
      ['2011 – aujourd’hui', '2011/..'],
    ] as const)
      expect(readEdtf(typed, today), typed).toBe(edtf)
  })

  it('reads days of one month as people say them, in four languages, with their year or of this one', () => {
    fc.assert(
      fc.property(
        dates.filter(({ day }) => day !== undefined),
        fc.nat(),
        languages,
        fc.constantFrom(' – ', '-', 'words' as const),
        fc.boolean(),
        ({ year, month = 1, day = 1 }, more, language, between, withYear) => {
          const last = day + (more % (lastDay(year, month) - day + 1))
          const name = months[language][month - 1] ?? ''
          const said = withYear ? `${name}${of[language]}${year}` : name
          const [open, joint] = { fr: ['du', 'au'], es: ['del', 'al'], pt: ['de', 'a'], en: ['from', 'to'] }[language]
          const days = between === 'words' ? `${open} ${day} ${joint} ${last}` : `${day}${between}${last}`
          const today = withYear ? null : Temporal.PlainDate.from({ year, month: 7, day: 14 })
          const edtf = `${year}-${two(month)}-${two(day)}/${year}-${two(month)}-${two(last)}`
          expect(readEdtf(`${days}${of[language]}${said}`, today)).toBe(edtf)
        },
      ),
    )
  })

  it('gives back only what the database takes, whatever is typed', () => {
    const scraps = fc.array(
      fc.constantFrom('2004', '12', '/', '-', '..', '~', '?', ' ', 'de', 'à', 'juin', 'vers', '…'),
      { maxLength: 9 },
    )
    fc.assert(
      fc.property(scraps, pieces => {
        const read = readEdtf(pieces.join(''))
        if (read !== null) expect(parseEdtf(read)).not.toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})
