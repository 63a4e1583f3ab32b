import { type Locale, locales } from '../../languages/locales.ts'
import type { Lexicon } from './lexicon.ts'
import { fold } from './question.ts'

const shortest = 4

/**
 * The question with its unknown words as they may have been meant. The proposals are words of the house, never of a record: they
 * tell nothing of what somebody else may read.
 *
 * @param unknown words of the question that mean nothing in any language
 * @returns null where no word of the house is near
 */
export function perhapsMeant(
  lexicon: Lexicon,
  locale: Locale,
  question: string,
  unknown: readonly string[],
): string | null {
  let meant = question
  for (const word of unknown) {
    const near = nearest(lexicon, locale, word) ?? nearestElsewhere(lexicon, locale, word)
    if (near) meant = meant.replace(word, near)
  }
  return meant === question ? null : meant
}

const nearestElsewhere = (lexicon: Lexicon, locale: Locale, word: string) =>
  locales
    .filter(language => language !== locale)
    .map(language => nearest(lexicon, language, word))
    .find(found => found !== null) ?? null

function nearest({ units }: Lexicon, locale: Locale, word: string): string | null {
  const asked = fold(word)
  if (asked.length < shortest) return null
  const allowed = asked.length < 7 ? 1 : 2
  let best: { word: string; distance: number } | null = null
  // Words of expressions too: « latinne » is half of « Amérique latine ».
  const known = units.flatMap(unit => unit.words[locale]).flatMap(({ shown }) => shown.split(' '))
  for (const shown of known) {
    if (shown.length < shortest || Math.abs(shown.length - asked.length) > allowed + 1) continue
    const folded = fold(shown)
    // Letters written twice or once are the slip of all slips.
    const distance = single(asked) === single(folded) ? 0.5 : distanceOf(asked, folded, allowed)
    if (distance <= allowed && (best === null || distance < best.distance))
      best = { word: shown.toLocaleLowerCase(locale), distance }
  }
  return best?.word ?? null
}

const single = (word: string) => word.replace(/(\p{L})\1+/gu, '$1')

/** How many letters are to be added, left out, changed or swapped with the next; more than `most` is not counted further. */
function distanceOf(one: string, other: string, most: number): number {
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, n) => n)]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped))
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row.at(-1) ?? 0
}
