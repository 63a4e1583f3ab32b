import { type Locale, locales } from '#ground/languages/locales.ts'
import { foldName } from '../../registration/rules/fold.ts'
import type { FileWords } from '../../seminar/rules/file-values.ts'
import type { ProgrammeSlot } from './programme.ts'

// When a text says something else, and when it only says the same better.

/** Shorter words are too easily another word: “este” and “oeste”, “no” and “lo”. */
const shortestMisspelt = 5

/**
 * Whether a text was only corrected. Capitals, accents, punctuation and spaces are corrections; so is one letter added,
 * dropped, replaced, or swapped with its neighbour in a word of five letters or more, in two words at most, or one in five of
 * a longer text. Everything else is another subject: a word more or less, another figure, a sign such as the + of “C++”.
 * In doubt it is another subject: whoever tells of changes looks at the list first, and what they are not shown, nobody is
 * told.
 */
export function isCorrection(before: string, after: string): boolean {
  const [one, other] = [wordsOf(before), wordsOf(after)]
  if (one.join('') === other.join('')) return true
  if (one.length !== other.length) return false
  const pairs = one.map((word, index) => [word, other[index] ?? ''] as const).filter(([a, b]) => a !== b)
  return pairs.length <= Math.max(2, Math.floor(one.length / 5)) && pairs.every(([a, b]) => isMisspelling(a, b))
}

/**
 * The same for a text in several languages, judged in the one it was written in: that it was translated, or its translation
 * was changed, is a correction.
 *
 * @param source where one side has no text in it, the first language that both have takes its place
 */
export function isOnlyCorrected(before: FileWords | undefined, after: FileWords | undefined, source: Locale): boolean {
  if (!before || !after) return before === after
  const language = [source, ...locales].find(one => before[one] !== undefined && after[one] !== undefined)
  return language !== undefined && isCorrection(before[language] ?? '', after[language] ?? '')
}

/** The same for texts one below the other, such as themes: in another order they say the same. */
export function areOnlyCorrected(before: readonly FileWords[], after: readonly FileWords[], source: Locale): boolean {
  if (before.length !== after.length) return false
  const left = [...after]
  const rest = before.filter(words => {
    const place = left.findIndex(one => one[source] === words[source])
    if (place !== -1) left.splice(place, 1)
    return place === -1
  })
  return rest.every((words, index) => isOnlyCorrected(words, left[index], source))
}

type Documents = ProgrammeSlot['documents']

/** The same for documents: one that came, went or is another file is no correction. */
export function areDocumentsTheSame(before: Documents, after: Documents, source: Locale): boolean {
  if (before.length !== after.length) return false
  const left = [...after]
  return before.every(({ url, title }) => {
    const place = left.findIndex(one => one.url === url && isOnlyCorrected(title, one.title, source))
    if (place !== -1) left.splice(place, 1)
    return place !== -1
  })
}

/** Small letters without accents and punctuation, by word. */
const wordsOf = (text: string) =>
  foldName(text)
    .split(/[\p{P}\s]+/u)
    .filter(Boolean)

function isMisspelling(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]]
  if (Math.min(a.length, b.length) < shortestMisspelt || /\p{N}/u.test(one + other)) return false
  let begin = 0
  while (begin < a.length && a[begin] === b[begin]) begin++
  let end = 0
  while (end < Math.min(a.length, b.length) - begin && a.at(-1 - end) === b.at(-1 - end)) end++
  // What is left between the letters that both begin and end with.
  const [was, is] = [a.slice(begin, a.length - end), b.slice(begin, b.length - end)]
  return (was.length <= 1 && is.length <= 1) || (was.length === 2 && was.join('') === is.toReversed().join(''))
}
