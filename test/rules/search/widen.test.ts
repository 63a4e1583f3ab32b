import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales } from '../../../source/ground/languages/locales.ts'
import { takeApart } from '../../../source/ground/search/rules/asked.ts'
import { type Concept, concepts, onlyAsked, wordsOfConcept } from '../../../source/ground/search/rules/concepts.ts'
import { carriedCountries, makeLexicon, planOf, type Stemmed } from '../../../source/ground/search/rules/lexicon.ts'
import { fold, inEitherNumber } from '../../../source/ground/search/rules/question.ts'
import { regions } from '../../../source/ground/search/rules/regions.ts'
import { perhapsMeant } from '../../../source/ground/search/rules/spelling.ts'
import { widen } from '../../../source/ground/search/rules/widen.ts'
import { yearsAsked } from '../../../source/remember/search/rules/years.ts'

// What PostgreSQL does, as far as a rule needs it: words without accents, without a plural, without small words.
const small = new Set(['de', 'l', 'la', 'le', 'et', 'en', 'au', 'of', 'the', 'and', 'y', 'el'])
const stemmed = (text: string): Stemmed => {
  const stems = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !small.has(word))
    .map(word => word.replace(/(?<=...)[sx]$/, ''))
  return { stems, query: stems.map(word => `'${word}'`).join(' <-> ') }
}
const twinning = { fr: 'jumelage', es: 'hermanamiento', pt: 'irmanamento', en: 'twinning' }
const sector = { fr: 'Politique de l eau', es: 'Política del agua', pt: 'Política da água', en: 'Water policy' }
const plan = planOf([
  { code: 'relationship:twinning', words: locale => twinning[locale], concept: 'sister city' },
  { code: 'sector:14010', words: locale => sector[locale] },
])
const lexicon = makeLexicon(
  plan,
  Object.fromEntries(
    locales.map(locale => [locale, new Map(plan.wanted[locale].map(text => [text, stemmed(text)]))]),
  ) as unknown as Parameters<typeof makeLexicon>[1],
)
const widened = (question: string, locale: (typeof locales)[number] = 'fr') =>
  widen(lexicon, locale, takeApart(question), (_, text) => stemmed(text))

const all = (Object.keys(concepts) as Concept[]).flatMap(concept =>
  locales.flatMap(locale => wordsOfConcept(concept, locale).map(word => ({ concept, locale, word }))),
)

describe('the list of concepts', () => {
  test('every concept has a word in every language, written as a word is', () => {
    expect(Object.keys(concepts).length).toBeGreaterThan(150)
    for (const { concept, locale, word } of all) {
      expect([concept, locale, word, /^[\p{Ll}\p{M}’ ]+$/u.test(word)]).toEqual([concept, locale, word, true])
    }
  })
  test('no word of a language stands there twice', () => {
    const seen = new Map<string, string>()
    const twice = all.filter(({ concept, locale, word }) => {
      const key = `${locale} ${word}`
      if (seen.has(key)) return true
      seen.set(key, concept)
      return false
    })
    expect(twice).toEqual([])
  })
})

describe('a word that stands in texts for something else', () => {
  test.each([
    ['fr', 'port', 'es', 'puerto'],
    ['fr', 'paix', 'es', 'paz'],
    ['en', 'coast', 'es', 'costa'],
    ['es', 'montaña', 'pt', 'serra'],
    ['en', 'river', 'pt', 'rio'],
    ['en', 'monitoring', 'fr', 'suivi'],
    ['en', 'student', 'fr', 'eleve'],
    ['es', 'donación', 'fr', 'don'],
    ['en', 'road', 'fr', 'route'],
    ['en', 'food', 'fr', 'alimentation'],
    ['es', 'sindicato', 'fr', 'syndicat'],
    ['fr', 'province', 'es', 'departamento'],
    ['fr', 'réunion', 'fr', '#country:RE'],
  ] as const)('%s %s does not ask in %s for %s', (locale, question, language, word) => {
    const ways = widened(question, locale)
      .query[language].split('|')
      .map(way => way.replace(/[() ]/g, ''))
    expect(ways).not.toContain(`'${word}'`)
  })
  test('and people ask with it all the same', () => {
    expect(widened('puerto', 'es').query.fr).toContain("'portuaire'")
    expect(widened('suivi').query.es).toContain("'seguimiento'")
    expect(widened('élève').query.en).toContain("'student'")
    for (const locale of locales)
      for (const word of onlyAsked[locale])
        expect([word, all.some(one => one.locale === locale && one.word === word)]).toEqual([word, true])
  })
})

describe('a part of the world', () => {
  test('is asked for by the countries that the standard M49 puts there, in fields and in words', () => {
    for (const [locale, question] of [
      ['fr', 'Amérique latine'],
      ['es', 'América Latina y el Caribe'],
      ['es', 'Latinoamérica'],
      ['pt', 'américa latina'],
      ['en', 'Latin America'],
    ] as const) {
      const { query } = widened(question, locale)
      for (const code of ['CL', 'CO', 'MX', 'CU'])
        expect([question, query.fr.includes(`'#country:${code}'`)]).toEqual([question, true])
      for (const code of ['US', 'ES', 'FR'])
        expect([question, query.fr.includes(`'#country:${code}'`)]).toEqual([question, false])
      expect(query.es).toContain("'chile'")
      expect(query.fr).toContain("'chili'")
    }
    expect(widened('Afrique de l’Ouest').query.en).toContain("'#country:SN'")
    expect(widened('Afrique de l’Ouest').query.en).not.toContain("'#country:DZ'")
    expect(widened('West Africa', 'en').query.fr).toContain("'#country:SN'")
    expect(widened('Europe').query.fr).toContain("'#country:DE'")
  })
  test('is not asked for by one of its countries, and a union of states is a name like any other', () => {
    expect(widened('Chili').query.fr).not.toContain("'#country:CO'")
    expect(widened('Mercosur').query.fr).not.toContain('#country')
  })
  test('what a country is called that is a usual word too is asked for by its code alone', () => {
    const { query } = widened('Amérique latine')
    expect(query.es).toContain("'#country:SV'")
    expect(query.es).not.toMatch(/'salvador'/)
  })
  test('each country stands in one part of each whole, and each code is a country', () => {
    const whole = (code: string) => regions.find(one => one.code === code)?.countries ?? []
    const world = ['002', '019', '142', '150', '009'].flatMap(whole)
    expect(new Set(world).size).toBe(world.length)
    expect(world.length).toBe(247)
    const known = new Set(carriedCountries.map(({ code }) => code.slice(8)))
    expect(world.filter(code => !known.has(code))).toEqual([])
    // In no part of the standard: found by their names.
    for (const code of ['TW', 'XK']) expect([code, known.has(code), world.includes(code)]).toEqual([code, true, false])
    for (const { names } of regions) expect(names).toHaveLength(locales.length)
  })
})

describe('a question is widened', () => {
  test('by the words of the same concept in the language of each entry, and by fields that name it', () => {
    const { query, groups } = widened('eaux')
    expect(query.es).toContain("'agua'")
    expect(query.pt).toContain("'agua'")
    expect(query.en).toContain("'water'")
    expect(query.fr).not.toContain("'water'")
    for (const locale of locales) expect(query[locale]).toContain("'#sector:14010'")
    expect(groups.map(({ asked }) => asked)).toEqual(['eaux'])
  })
  test('by what a room enrols, in any of its words and those that the list adds', () => {
    for (const question of ['jumelages', 'hermanamiento', 'ville jumelle', 'sister cities', 'geminação']) {
      expect([question, widened(question).query.en.includes("'#relationship:twinning'")]).toEqual([
        question,
        question !== 'sister cities',
      ])
    }
    expect(widened('sister city').query.es).toContain("'hermanamiento'")
  })
  test('an expression counts before its words, small words within it count for nothing', () => {
    expect(widened('mairie et logement social').groups.map(({ asked }) => asked)).toEqual(['mairie', 'logement social'])
    expect(widened('hôtel de ville').query.pt).toContain("'prefeitura'")
  })
  test('the reader’s own language says what a word means; another only for what means nothing there', () => {
    expect(widened('school', 'en').query.es).toContain("'escuela'")
    expect(widened('escuela', 'en').query.fr).toContain("'ecole'")
    expect(widened('pesquisa', 'pt').query.fr).toContain("'recherche'")
  })
  test('countries by their names', () => {
    expect(widened('Chili').query.es).toMatch(/'chile'.*'#country:CL'/)
    expect(widened('Allemagne').query.pt).toContain("'alemanha'")
  })
  test('what stands in quotes or must be absent is not', () => {
    expect(widened('"eau"').query.es).toBe("(('eau'))")
    expect(widened('jumelage -eau').query.es).toMatch(/ & !\('eau'\)\)$/)
    expect(widened('eau OR école').query.es).toMatch(/\(.*'agua'.*\) \| \(.*'escuela'.*\)/)
  })
  test('a small word of one language is asked of no other', () => {
    expect(widened('mission au Chili').groups.map(({ asked }) => asked)).toEqual(['mission', 'Chili'])
    expect(widened('au').query.fr).toBe('')
  })
  test('whatever is typed, nobody asks for a code or for the stamps of the index by typing it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.constantFrom('#country:CL', '@2fr', "'@2fr' | x"), (typed, code) => {
        const { query } = widened(`${typed} ${code}`)
        // Of the codes only those that a known word stands for; of the stamps none.
        return locales.every(locale => !/'@/.test(query[locale]))
      }),
    )
    expect(widened('#country:CL').query.fr).not.toContain("'#country:CL'")
  })
})

describe('what was perhaps meant', () => {
  const meant = (question: string) => perhapsMeant(lexicon, 'fr', question, widened(question).unknown)
  test('a word of the house that differs by a letter or two', () => {
    expect(meant('jumelge')).toBe('jumelage')
    expect(meant('jumleage')).toBe('jumelage')
    expect(meant('bibliotheqe musée')).toBe('bibliothèque musée')
    expect(meant('hermanamento')).not.toBeNull()
  })
  test('nothing for short words, for what is known, for what is far', () => {
    for (const question of ['eua', 'jumelage', 'xylophone', ''])
      expect([question, meant(question)]).toEqual([question, null])
  })
})

test('years as they are typed', () => {
  expect(yearsAsked('2012', '2014').days).toBe('[2012-01-01,2015-01-01)')
  expect(yearsAsked('', '2014').days).toBe('[,2015-01-01)')
  expect(yearsAsked(' 2012 ', '').days).toBe('[2012-01-01,)')
  expect(yearsAsked('', '')).toMatchObject({ days: null, wrong: false })
  for (const [from, to] of [
    ['12', ''],
    ['2014', '2012'],
    ['x', '2012'],
    ["2012'", ''],
  ] as const)
    expect(yearsAsked(from, to)).toMatchObject({ days: null, wrong: true })
})

test('Portuguese words in either number, which the stemmer tells apart once their accents are gone', () => {
  expect(inEitherNumber('pt', 'eleições')).toEqual(['eleicao', 'eleicoes'])
  expect(inEitherNumber('pt', 'relação internacional')).toEqual(['relacao internacional', 'relacoes internacional'])
  expect(inEitherNumber('pt', 'água')).toEqual(['água'])
  expect(inEitherNumber('pt', '"missões"')).toEqual(['"missões"'])
  expect(inEitherNumber('es', 'acciones')).toEqual(['acciones'])
})
