import { countryName } from '../../languages/format.ts'
import { type Locale, locales } from '../../languages/locales.ts'
import { type Concept, concepts, onlyAsked, wordsOfConcept } from './concepts.ts'
import { countriesNamedAsWords, regions } from './regions.ts'

/**
 * What records carry in a field, such as `relationship:twinning` or `country:CL`: found by its words in any language.
 * `concept` names the line of concepts.ts that has more words for it.
 */
export type Carried = { code: string; words: (locale: Locale) => string; concept?: Concept }

/** Words as search compares them: their stems in one language, and what PostgreSQL asks for. */
export type Stemmed = { stems: string[]; query: string }
export type Phrase = Stemmed & { shown: string }

/** What is one thing in four languages: a concept of the field, a kind of record, a country, a part of the world. */
export type Unit = {
  words: Record<Locale, Phrase[]>
  codes: { code: string; words: (locale: Locale) => string }[]
  /** What says it as well, and is not asked for by its words: the names of the countries of a part of the world. */
  within: Record<Locale, Phrase[]>
}

export type Lexicon = {
  units: readonly Unit[]
  /** Stems with spaces between them → places in `units`. */
  byStems: Record<Locale, ReadonlyMap<string, readonly number[]>>
  /** Stems of the longest expression. */
  longest: number
}

/** What has two letters and is no country: unions, what is unknown, what only tests programs. */
const noCountries = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

// A reunion is a meeting in three of the languages: the island is asked for as an island.
const asAsked: Readonly<Record<string, Record<Locale, string>>> = {
  RE: { fr: 'île de La Réunion', es: 'isla Reunión', pt: 'ilha Reunião', en: 'Réunion island' },
}

/** Every country, carried by whatever has one, by its names in four languages. */
export const carriedCountries: readonly Carried[] = letters
  .flatMap(first => letters.map(second => first + second))
  .filter(code => !noCountries.includes(code) && countryName('en', code) !== code)
  .map(code => ({ code: `country:${code}`, words: locale => asAsked[code]?.[locale] ?? countryName(locale, code) }))
const carriedCountry = new Map(carriedCountries.map(one => [one.code, one]))

// A label says more than a word: what stands in brackets explains it.
const bare = (label: string) => label.replace(/\s*\([^)]*\)/gu, '').replace(/-/gu, ' ')

type Plan = { words: Record<Locale, string[]>; codes: Unit['codes']; within?: Record<Locale, string[]> }
const inEach = <T>(of: (locale: Locale) => T) =>
  Object.fromEntries(locales.map(locale => [locale, of(locale)])) as Record<Locale, T>

/** What there is to know, before anything is stemmed; `wanted` is every text of it. */
export function planOf(enrolled: readonly Carried[]) {
  const carried = [...enrolled, ...carriedCountries]
  const known: Concept[] = Object.keys(concepts) as Concept[]
  const plans: Plan[] = [
    ...known.map(concept => {
      const own = enrolled.filter(one => one.concept === concept)
      return {
        words: inEach(locale => [...own.map(({ words }) => bare(words(locale))), ...wordsOfConcept(concept, locale)]),
        codes: own.map(({ code, words }) => ({ code, words })),
      }
    }),
    ...carried
      .filter(({ concept }) => concept === undefined)
      .map(({ code, words }) => ({ words: inEach(locale => [bare(words(locale))]), codes: [{ code, words }] })),
    ...regions.map(({ names, countries }) => {
      const codes = countries.flatMap(country => carriedCountry.get(`country:${country}`) ?? [])
      const said = codes.filter(({ code }) => !countriesNamedAsWords.has(code.slice('country:'.length)))
      return {
        words: inEach(locale => (names[locales.indexOf(locale)] ?? []).map(bare)),
        codes,
        within: inEach(locale => said.map(({ words }) => bare(words(locale)))),
      }
    }),
  ]
  const wanted = inEach(locale => [
    ...new Set([...plans.flatMap(({ words }) => words[locale]), ...enrolled.map(({ words }) => bare(words(locale)))]),
  ])
  return { plans, concepts: known.length, enrolled, wanted }
}

/** Longer names are asked for by their code alone: nobody writes them so in a text. */
const mostInTexts = 4

/**
 * @param plan what `planOf` says
 * @param stemmed of each text that it wants
 */
export function makeLexicon(
  plan: ReturnType<typeof planOf>,
  stemmed: Record<Locale, ReadonlyMap<string, Stemmed>>,
): Lexicon {
  const phrase = (locale: Locale, shown: string): Phrase[] => {
    const found = stemmed[locale].get(shown)
    return found && found.stems.length > 0 ? [{ shown, ...found }] : []
  }
  const units = plan.plans.map(({ words, codes, within: named }, place): Unit => {
    const own = inEach(locale => words[locale].flatMap(word => phrase(locale, word)))
    // A sector is « water supply and sanitation »: whatever speaks of water carries the concept.
    const fields =
      place < plan.concepts
        ? plan.enrolled.filter(({ words }) =>
            locales.some(locale => {
              const label = stemmed[locale].get(bare(words(locale)))?.stems ?? []
              return own[locale].some(({ stems }) => contains(label, stems))
            }),
          )
        : []
    const all = new Map([...codes, ...fields].map(({ code, words }) => [code, { code, words }]))
    return {
      words: own,
      codes: [...all.values()],
      within: inEach(locale => (named?.[locale] ?? []).flatMap(name => phrase(locale, name))),
    }
  })
  const byStems = inEach(locale => {
    const places = new Map<string, number[]>()
    units.forEach((unit, place) => {
      for (const { stems } of unit.words[locale]) {
        const key = stems.join(' ')
        const there = places.get(key)
        if (!there) places.set(key, [place])
        else if (!there.includes(place)) there.push(place)
      }
    })
    return places
  })
  const longest = Math.max(
    ...units.flatMap(({ words }) => locales.flatMap(locale => words[locale].map(one => one.stems.length))),
  )
  const inTexts = (locale: Locale, phrases: Phrase[]) =>
    phrases.filter(({ stems, shown }) => stems.length <= mostInTexts && !onlyAsked[locale].has(shown))
  const short = units.map(unit => ({
    ...unit,
    words: inEach(locale => inTexts(locale, unit.words[locale])),
    within: inEach(locale => inTexts(locale, unit.within[locale])),
  }))
  return { units: short, byStems, longest }
}

function contains(label: readonly string[], stems: readonly string[]): boolean {
  return label.some((_, at) => stems.every((stem, after) => label[at + after] === stem))
}
