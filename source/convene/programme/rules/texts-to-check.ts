import type { TextStates } from '../../editing/rules/text-states.ts'
import type { TextsToCheck } from './checks.ts'
import type { Programme } from './programme.ts'
import { textsOfProgramme } from './texts.ts'

/**
 * Which texts of a draft are missing or stale in the languages of the seminar. The names of organisations are not among
 * them: they are often the same in every language, and belong to the seminar.
 *
 * @param programme with its words in every language
 * @param states by the places of the seminar's file
 */
export function textsToCheck(programme: Programme, states: TextStates): TextsToCheck {
  const paths = [...textsOfProgramme(programme).keys()].filter(path => !path.startsWith('organisations.'))
  const languages = programme.languages.filter(language => language !== programme.source)
  const those = (state: 'missing' | 'stale') =>
    Object.fromEntries(
      languages.map(language => [language, paths.filter(path => states(placeInFile(path), language) === state)]),
    )
  return { languages, missing: those('missing'), stale: those('stale') }
}

/** People stand beside the programme in the file of a seminar. */
const placeInFile = (path: string) => (path.startsWith('people.') ? path : `programme.${path}`)
