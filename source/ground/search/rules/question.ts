import type { Locale } from '../../languages/locales.ts'

/** The longest question that is looked up, in characters; of what is typed beyond it no word is, which is said. */
export const longestQuestion = 200

/**
 * Words that PostgreSQL's stop lists forget: `les`, missing from the French one, and those that are on a list with
 * an accent, since questions and texts are compared without accents. A question that names one must not ask for it.
 */
const smallWords: Record<Locale, ReadonlySet<string>> = {
  fr: new Set(['les', 'meme', 'etes', 'etais', 'etait', 'etaient', 'etant', 'ete']),
  es: new Set(['mas', 'tambien', 'estan', 'sera', 'seran']),
  pt: new Set(['nao', 'sao', 'ate', 'voce', 'voces', 'ja', 'so', 'ha', 'sera', 'serao', 'estao', 'tambem']),
  en: new Set([]),
}

/** Lower case and without accents, as texts and titles are compared. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
}

/** What was typed, on one line, and what of it is looked up: less, where it is too long. Empty when there is nothing to look up. */
export type Question = { typed: string; question: string; cut: boolean }

/** What was typed, without control characters; what is looked up ends with a whole word. */
export function questionAsked(given: string): Question {
  const line = given
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  if (!/[\p{L}\p{N}]/u.test(line)) return { typed: '', question: '', cut: false }
  const letters = [...line]
  if (letters.length <= longestQuestion) return { typed: line, question: line, cut: false }
  const first = letters.slice(0, longestQuestion + 1).join('')
  const end = first.lastIndexOf(' ')
  const question = end > 0 ? first.slice(0, end) : letters.slice(0, longestQuestion).join('')
  return { typed: line, question: /[\p{L}\p{N}]/u.test(question) ? question : '', cut: true }
}

const longestTitle = 80

/** The question as a title has it: a line or two, ended by a whole word. */
export function inTitle(question: string): string {
  const letters = [...question]
  if (letters.length <= longestTitle) return question
  const first = letters.slice(0, longestTitle).join('')
  return `${first.slice(0, Math.max(first.lastIndexOf(' '), longestTitle - 20)).trimEnd()}…`
}

/**
 * The question as one language's text search takes it: without the small words that its stop list forgets.
 *
 * @param alone what is left of a question that has no other word; itself, unless said
 */
export function questionFor(locale: Locale, question: string, alone = question): string {
  const kept = question.split(' ').filter(word => !smallWords[locale].has(fold(word)))
  return kept.length > 0 ? kept.join(' ') : alone
}

/**
 * A text as it stands, and with its words in the other number where PostgreSQL's stemmer does not know it without accents: `eleição` and
 * `eleições` have one stem, `eleicao` and `eleicoes` two. The singular comes first.
 */
export function inEitherNumber(locale: Locale, text: string): string[] {
  if (locale !== 'pt' || text.includes('"')) return [text]
  const folded = fold(text)
  const singular = folded.replace(/(?<=\p{L}{2})oes(?![\p{L}\p{N}])/gu, 'ao')
  const plural = folded.replace(/(?<=\p{L}{2})ao(?![\p{L}\p{N}])/gu, 'oes')
  return singular === folded && plural === folded ? [text] : [...new Set([singular, folded, plural])]
}

/** The words worth comparing with titles when nothing was found: folded, four letters or more, six at most. */
export function wordsToGuess(question: string): string[] {
  const words = fold(question).match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return [...new Set(words)].slice(0, 6)
}
