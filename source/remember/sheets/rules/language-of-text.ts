import { foldName } from '#convene/registration/rules/fold.ts'

// Words that one of the four languages has and the others have not, folded.
const telling: Record<string, ReadonlySet<string>> = {
  fr: new Set(
    'le les des une est dans avec pour sur par du au aux qui nous et cette ont sont plus depuis ete'.split(' '),
  ),
  es: new Set('el los las una es con del al y por nosotros esta han son mas desde fue para hubo sido'.split(' ')),
  pt: new Set('os uma em com do da no na dos das ao e por nos esta foram sao mais desde foi nao pelo pela'.split(' ')),
  en: new Set('the a is in with for on by of and this we have are more since was were to an been'.split(' ')),
}

// Of more rows the first say enough.
const rowsRead = 200

/**
 * The language in which most rows of a sheet are written, where two of them at least say it clearly and more than say any other;
 * null else. It is that of the texts that are too short to tell.
 */
export function languageOfRows(rows: Iterable<string>): string | null {
  const counted = new Map<string, number>()
  let read = 0
  for (const row of rows) {
    if (++read > rowsRead) break
    const language = guessLanguage(row)
    if (language !== null) counted.set(language, (counted.get(language) ?? 0) + 1)
  }
  const [first, second] = [...counted].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 2 && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

/** The language of a text of several words, where it is clear; null for names, figures and what might be two. */
export function guessLanguage(text: string): string | null {
  const words = foldName(text)
    .split(/[^\p{L}]+/u)
    .filter(word => word !== '')
  if (words.length < 5) return null
  const counted = Object.entries(telling)
    .map(([language, known]) => ({ language, count: words.filter(word => known.has(word)).length }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  return first && first.count >= 3 && first.count >= 2 * (second?.count ?? 0) ? first.language : null
}
