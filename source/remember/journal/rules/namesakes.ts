import { splitName } from '#convene/guests/rules/full-name.ts'
import { foldName } from '#convene/registration/rules/fold.ts'

const wordsOf = (name: string): Set<string> => {
  const split = splitName(name)
  const whole = split ? `${split.givenName} ${split.familyName}` : name
  return new Set(
    foldName(whole)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  )
}

/**
 * Whether two names may be those of one person: the same words in any order, accents and capitals aside, or all of one in the
 * other where that makes two at least (“Carmen Rojas”, “ROJAS DÍAZ, Carmen”). Enough to ask, never enough to know.
 */
export function areNamesakes(one: string, other: string): boolean {
  const [fewer, more] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>]
  if (fewer.size === 0 || !fewer.isSubsetOf(more)) return false
  return fewer.size === more.size || fewer.size >= 2
}
