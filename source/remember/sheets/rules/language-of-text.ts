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
