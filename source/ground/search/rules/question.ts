import type { Locale } from '../../languages/locales.ts'

/** The longest question that is looked up; what is typed beyond it is not. */
const longest = 200

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

/** What was asked, tidied: one line, no control characters, at most 200 characters. Empty when there is nothing to look up. */
export function tidyQuestion(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  const cut = [...line].slice(0, longest).join('').trim()
  return /[\p{L}\p{N}]/u.test(cut) ? cut : ''
}

/** The question as one language's text search takes it: without the small words that its stop list forgets. */
export function questionFor(locale: Locale, question: string): string {
  const kept = question.split(' ').filter(word => !smallWords[locale].has(fold(word)))
  return kept.length > 0 ? kept.join(' ') : question
}

/** The words worth comparing with titles when nothing was found: folded, four letters or more, six at most. */
export function wordsToGuess(question: string): string[] {
  const words = fold(question).match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return [...new Set(words)].slice(0, 6)
}
