import { type Locale, locales } from '../../languages/locales.ts'
import type { Asked } from './asked.ts'
import type { Lexicon, Stemmed } from './lexicon.ts'
import { fold } from './question.ts'

/** Another way to say what was asked: a word of some language, the beginning of a word, or what a field says. */
export type OtherWay = {
  /** Of which language entries are asked so; null for all. */
  language: Locale | null
  query: string
  /** The word as it is shown, or, of a field, in the reader's language. */
  shown: (locale: Locale) => string
  field: boolean
}
/** What was asked for with some words that stand together. */
export type Group = { asked: string; literal: Record<Locale, string>; ways: OtherWay[] }

export type Widened = {
  /** What entries of each language are asked for, as PostgreSQL writes a question; empty for none. */
  query: Record<Locale, string>
  groups: Group[]
  /** What was asked, without small words: worth marking where it stands. */
  words: string[]
  /** Words that nothing is known of: they may be misspelt. */
  unknown: string[]
}

/** How one text of the question is stemmed in one language. */
export type Stem = (locale: Locale, text: string) => Stemmed

/** Beginnings shorter than this begin too many words. */
const shortestBeginning = 4
/** A question is short: beyond this many groups it is asked as it stands. */
const mostGroups = 12

/**
 * Widens a question: what is asked in one language also finds what says it in another. The reader's own language is asked first
 * what a word means; another only for what means nothing there (« red » is a colour to nobody who searches here).
 */
export function widen(lexicon: Lexicon, locale: Locale, asked: readonly Asked[][], stem: Stem): Widened {
  const groups: Group[] = []
  const unknown: string[] = []
  const words: string[] = []
  const lists = asked.map(list =>
    list.flatMap(part => {
      if (part.kind !== 'words') {
        if (part.kind === 'phrase') words.push(part.text)
        return [(language: Locale) => negated(part.kind === 'not', stem(language, part.text).query)]
      }
      const found = groupsOf(lexicon, locale, part.words, stem)
      unknown.push(...found.filter(({ known }) => !known).map(({ group }) => group.asked))
      const kept = found.filter(({ small }) => !small)
      const shown = (kept.length > 0 ? kept : found).map(({ group }) => group).slice(0, mostGroups)
      groups.push(...shown)
      words.push(...shown.map(({ asked }) => asked))
      return shown.map(group => (language: Locale) => wholeOf(group, language))
    }),
  )
  const query = Object.fromEntries(
    locales.map(language => [
      language,
      lists
        .map(list => list.map(ask => ask(language)).filter(text => text !== ''))
        .filter(list => list.length > 0)
        .map(list => list.join(' & '))
        .map(text => `(${text})`)
        .join(' | '),
    ]),
  ) as Record<Locale, string>
  return { query, groups, words, unknown }
}

const negated = (not: boolean, query: string) => (query === '' ? '' : not ? `!(${query})` : `(${query})`)

function wholeOf({ literal, ways }: Group, language: Locale): string {
  const all = [
    literal[language],
    ...ways.filter(way => way.language === null || way.language === language).map(way => way.query),
  ]
  const said = [...new Set(all.filter(text => text !== ''))]
  return said.length === 0 ? '' : `(${said.map(text => `(${text})`).join(' | ')})`
}

type Found = { group: Group; known: boolean; small: boolean }

function groupsOf(lexicon: Lexicon, locale: Locale, words: readonly string[], stem: Stem): Found[] {
  const found: Found[] = []
  for (let at = 0; at < words.length; ) {
    const here = longestFrom(lexicon, locale, words, at, stem)
    const taken = words.slice(at, at + Math.max(1, here.length))
    const literal = Object.fromEntries(
      locales.map(language => [
        language,
        taken
          .map(word => stem(language, word).query)
          .filter(text => text !== '')
          .map(text => `(${text})`)
          .join(' & '),
      ]),
    ) as Record<Locale, string>
    const known = here.length > 0
    const isLast = at + taken.length === words.length
    found.push({
      group: {
        asked: taken.join(' '),
        literal,
        ways: known ? waysOf(lexicon, here.units) : isLast ? beginning(taken[0] ?? '') : [],
      },
      known,
      // A small word of one language is asked of no other: « au » need not stand in what is written in Spanish.
      small: !known && locales.some(language => taken.every(word => stem(language, word).query === '')),
    })
    at += taken.length
  }
  return found
}

function longestFrom(lexicon: Lexicon, locale: Locale, words: readonly string[], at: number, stem: Stem) {
  // Small words within an expression have no stem, and count for nothing.
  for (let length = Math.min(lexicon.longest * 2, words.length - at); length > 0; length--) {
    const taken = words.slice(at, at + length)
    const meant = (language: Locale) => {
      const stems = taken.map(word => stem(language, word).stems)
      const bounded = (stems[0]?.length ?? 0) > 0 && (stems.at(-1)?.length ?? 0) > 0
      return bounded ? (lexicon.byStems[language].get(stems.flat().join(' ')) ?? []) : []
    }
    const own = meant(locale)
    const units = own.length > 0 ? own : [...new Set(locales.flatMap(meant))]
    if (units.length > 0) return { length, units }
  }
  return { length: 0, units: [] }
}

function waysOf(lexicon: Lexicon, units: readonly number[]): OtherWay[] {
  const ways: OtherWay[] = []
  for (const unit of units.map(place => lexicon.units[place])) {
    for (const language of locales) {
      for (const { shown, query } of [...(unit?.words[language] ?? []), ...(unit?.within[language] ?? [])])
        ways.push({ language, query, shown: () => shown, field: false })
    }
    for (const { code, words } of unit?.codes ?? [])
      ways.push({ language: null, query: quoted(`#${code}`), shown: words, field: true })
  }
  return ways
}

function beginning(word: string): OtherWay[] {
  const folded = fold(word)
  if (!/^[\p{L}\p{N}]+$/u.test(folded) || folded.length < shortestBeginning) return []
  return [{ language: null, query: `${quoted(folded)}:*`, shown: () => `${word}…`, field: false }]
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
