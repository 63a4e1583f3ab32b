import { foldName } from './fold.ts'
import { likeness, wordsOf } from './likeness.ts'

/** A record that a typed name may stand for. */
export type Candidate = {
  id: string
  country: string | null
  /** Every name it goes by. */
  names: readonly string[]
}

/** What a typed name means: one record, none of them, or a question to the person who typed it. */
export type Meaning<C extends Candidate> = { is: C } | { is: 'new' } | { ask: readonly C[] }

const mostAsked = 5

/**
 * What somebody means by the name of an organisation or a territory. A name that is exactly one that is known, accents
 * and capitals aside, is taken without a word; one that only resembles some is asked about, once.
 *
 * @param candidates the closest first
 * @param given.typed the name as typed
 * @param given.chosenId the record that was chosen from a list while typing; believed as long as the name is one of its own
 * @param given.answer what was answered to the question: an id, `new`, or nothing
 * @param given.askedFor the name the question was about: another name makes it another question
 * @param given.country of the typed organisation: the same name in another country is most likely another one
 */
export function meaningOf<C extends Candidate>(
  candidates: readonly C[],
  given: { typed: string; chosenId: string; answer: string; askedFor: string; country: string | null },
): Meaning<C> {
  const typed = foldName(given.typed)
  const exact = candidates.filter(({ names }) => names.some(name => foldName(name) === typed))
  const chosen = exact.find(({ id }) => id === given.chosenId)
  if (chosen) return { is: chosen }
  const like = candidates.filter(({ names }) => names.some(name => resembles(name, given.typed))).slice(0, mostAsked)
  const asked = [...exact, ...like.filter(candidate => !exact.includes(candidate))]
  if (given.answer !== '' && foldName(given.askedFor) === typed) {
    if (given.answer === 'new') return { is: 'new' }
    const answered = asked.find(({ id }) => id === given.answer)
    if (answered) return { is: answered }
  }
  const [only, another] = exact
  const elsewhere = only && given.country && only.country !== null && only.country !== given.country
  if (only && !another && !elsewhere) return { is: only }
  return asked.length > 0 ? { ask: asked } : { is: 'new' }
}

/** Two words from here on are one, misspelt. */
const sameWord = 0.7

/**
 * Whether two names may be one: they have the same words, give or take a few letters, or one is the other with words left
 * out (“Lyon”, “Ville de Lyon”). “Ville de Lyon” and “Ville de Lens” have most letters in common and are not.
 */
export function resembles(one: string, other: string): boolean {
  const a = wordsOf(one)
  const b = wordsOf(other)
  const isIn = (words: readonly string[], all: readonly string[]) =>
    words.length > 0 && words.every(word => all.some(candidate => likeness(word, candidate) >= sameWord))
  return (a.length > b.length || isIn(a, b)) && (b.length > a.length || isIn(b, a))
}
