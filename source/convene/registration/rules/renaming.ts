import { foldName } from './fold.ts'
import { likeness, wordsOf } from './likeness.ts'

/** What a change of name may be: a slip put right, a name added, another name kept in part, or somebody else's name. */
export type Renaming = 'corrected' | 'extended' | 'kept-in-part' | 'another'

/** Two names are one from here on, misspelt: “Ana Duarte”, “Anna Duarte”. */
const sameName = 0.75

/**
 * How far a name is from the one before, accents, capitals, punctuation and the order of words aside. Words that only
 * join others (“de”, “dos”) and initials tell nobody from another and keep nothing.
 */
export function renaming(before: string, after: string): Renaming {
  const [old, now] = [telling(before), telling(after)]
  const [oldName, newName] = [old.join(''), now.join('')]
  if (likeness(oldName, newName) >= sameName) return 'corrected'
  if (old.toSorted().join(' ') === now.toSorted().join(' ')) return 'corrected'
  const kept = old.filter(word => now.includes(word))
  if (kept.length === 0) return 'another'
  return kept.length === old.length ? 'extended' : 'kept-in-part'
}

const telling = (name: string): string[] => {
  const words = wordsOf(name)
  const long = words.filter(word => [...word].length > 1)
  return long.length > 0 ? long : words
}

/** How often a person may put their name right themself. */
const mostRenamings = 3

/**
 * Whether a person may change their name themself, by their link, and still be the one who got the place. A slip is put
 * right, three times at most; a name is added, or changed in part (a marriage), with the first change only: a few steps
 * would else lead from anybody to anybody. Together with another organisation it may only be corrected or added to.
 *
 * @param renamed how often they changed it by their link until now
 */
export function isSamePerson(
  before: string,
  after: string,
  { renamed, otherOrganisation }: { renamed: number; otherOrganisation: boolean },
): boolean {
  if (foldName(before) === foldName(after)) return true
  const how = renaming(before, after)
  if (renamed >= mostRenamings) return false
  if (how === 'corrected') return true
  if (renamed > 0) return false
  return how === 'extended' || (how === 'kept-in-part' && !otherOrganisation)
}
