import type { TextStates } from '#convene/editing/rules/text-states.ts'
import type { Programme } from '#convene/programme/rules/programme.ts'
import { textsOfProgramme } from '#convene/programme/rules/texts.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { placeInFile } from './groups.ts'

/**
 * Why a text of a version is not published in a language: nobody has translated it, or the draft says something else than
 * what was released.
 */
export type LeftWhy = 'missing' | 'other-original'
export type LeftOut = { place: string; why: LeftWhy }
export type Fitting = {
  /** The words to publish, by their place in the version. */
  texts: Record<string, string>
  /** How many of them are of the programme itself: names of organisations come along with those. */
  count: number
  /** How many of those nobody else has read yet. */
  drafts: number
  /** The places of those that are older than their original, or that a machine wrote: readers are told so at each. */
  older: string[]
  /** How many of the older ones are of the programme itself. */
  stale: number
  /** Texts that readers go on finding in the language they were written in. */
  left: LeftOut[]
}

/**
 * Which words of the draft fit a released version, for a language that it was not released in: those whose original in
 * the draft is still the one that was released. Those that were made from an older original are published as a release
 * publishes them, and marked as it does: readers find the words, and that the original has changed since. What is left out
 * is what a later release brings. Names of organisations are published where they fit and not missed where they do not: most are the same in
 * every language. The note of a version is its own, and has no place in the draft.
 */
export function wordsToPublish(version: Programme, draft: Programme, language: Locale, states: TextStates): Fitting {
  const now = textsOfProgramme(draft)
  const fitting: Fitting = { texts: {}, count: 0, drafts: 0, older: [], stale: 0, left: [] }
  for (const [place, released] of textsOfProgramme(version)) {
    if (place === 'note' || released[language] !== undefined) continue
    const words = now.get(place)
    const text = words?.[language]
    const state = states(placeInFile(place), language)
    const why = whyNot()
    const isName = place.startsWith('organisations.')
    if (text !== undefined && why === null) {
      const isOlder = state === 'stale' || state === 'machine'
      fitting.texts[place] = text
      if (isOlder) fitting.older.push(place)
      if (!isName) fitting.count++
      if (!isName && isOlder) fitting.stale++
      if (!isName && state === 'draft') fitting.drafts++
    } else if (why !== null && !isName) fitting.left.push({ place, why })

    function whyNot(): LeftWhy | null {
      if (words?.[version.source] !== released[version.source]) return 'other-original'
      return text === undefined ? 'missing' : null
    }
  }
  return fitting
}
