/** What a place in the file should have held. The sentence is in messages/seminar.*, by code. */
export type Expectation =
  | { code: PlainExpectation }
  | { code: 'one-of'; values: readonly string[] }
  | { code: 'known-key'; didYouMean: string | null; allowed: readonly string[] }
  | { code: 'source-text'; language: string }
  | { code: 'offered-language'; offered: readonly string[] }
  | { code: 'known-organisation'; didYouMean: string | null; known: readonly string[] }
  | { code: 'known-person'; didYouMean: string | null; known: readonly string[] }
  | { code: 'known-room'; didYouMean: string | null; known: readonly string[] }
  | { code: 'known-slot'; didYouMean: string | null; known: readonly string[] }
  | { code: 'known-in-slot'; didYouMean: string | null; known: readonly string[] }
  | { code: 'known-text'; didYouMean: string | null; known: readonly string[] }
  | { code: 'known-day'; known: readonly string[] }
  | { code: 'existing-time'; zone: string }
  | { code: 'known-territory'; didYouMean: string | null; known: readonly string[] }
  | { code: 'earlier-question'; didYouMean: string | null; known: readonly string[] }
  | { code: 'known-option'; didYouMean: string | null; known: readonly string[] }
  | { code: 'missing'; what: Expectation }

export const plainExpectations = [
  'text',
  'text-not-empty',
  'text-too-long',
  'text-characters',
  'key',
  'key-once',
  'slug-reserved',
  'words',
  'date',
  'time',
  'moment',
  'time-zone',
  'country',
  'spoken-language',
  'yes-or-no',
  'list',
  'list-too-long',
  'list-not-empty',
  'web-address',
  'email',
  'block',
  'seminar-file',
  'capacity',
  'end-after-start',
  'opens-before-closes',
  'closes-before-end',
  'source-among-languages',
  'once-in-list',
  'contact-way',
  'yaml',
  'yaml-quote',
  'yaml-indent',
  'yaml-tab',
  'yaml-one-document',
  'yaml-no-tag',
  'yaml-anchors',
  'yaml-too-deep',
  'file-size',
  'per-organisation',
  'per-form',
  'offer-hours',
  'days',
  'quota-condition',
  'quota-overall',
  'question-options',
  'question-no-options',
  'question-condition',
  'promotion-after-closing',
  'promotion-before-end',
  'changes-before-end',
  'document-address',
  'ends-next-day',
  'until-next-day',
  'day-once',
  'day-after-first',
] as const
export type PlainExpectation = (typeof plainExpectations)[number]

/** One thing to put right in what a seminar file says, before it is put in words. */
export type PathProblem = {
  /** Keys and positions from the outside in. */
  path: readonly (string | number)[]
  /** What stands there, cut to a readable length; null when nothing does. */
  found: string | null
  expected: Expectation
}

/** The same in the text of a file. */
export type FileProblem = PathProblem & {
  /** Counted from 1. */
  line: number
  column: number
}

/** The word that was most likely meant: at most two letters away (three in a long word). */
export function nearest(word: string, words: readonly string[]): string | null {
  let best: string | null = null
  let least = word.length > 8 ? 4 : word.length > 3 ? 3 : 2
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    const distance = lettersApart(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Levenshtein's distance: letters to add, drop or change. */
export function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
    }
    row = next
  }
  return row[b.length] ?? 0
}
