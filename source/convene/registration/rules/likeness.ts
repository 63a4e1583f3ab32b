import { foldName } from './fold.ts'

// Words that join others and tell no name from another, in the four languages.
const joints = new Set('a al and d da das de del des do dos du e el et for la las le les los o of os the y'.split(' '))

/** The words of a name, folded, without those that only join others. */
export function wordsOf(name: string): string[] {
  const words = foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  const telling = words.filter(word => !joints.has(word))
  return telling.length > 0 ? telling : words
}

/** 1 for the same word; the share of letters that stay when one is made into the other. */
export function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length)
  // Short words are names of their own as soon as one letter differs: Nice, Niue.
  if (longer <= 4 || one === other) return one === other ? 1 : 0
  return 1 - distance(one, other) / longer
}

/** How many letters must be put in, taken out or exchanged (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[other.length] as number
}
