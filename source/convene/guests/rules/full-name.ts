/** A name in two parts, and how sure one is of it. */
export type SplitName = { givenName: string; familyName: string }

/**
 * Given and family name of one cell. “Prado Lima, Ana” says it with a comma, “Ana PRADO LIMA” with capitals; of anything
 * else it is a guess that must be shown: the last word is the family name, or the first one where the heading says so.
 * Null for a single word.
 */
export function splitName(name: string, familyFirst = false): SplitName | null {
  const clean = name.replace(/\s+/gu, ' ').trim()
  const comma = /^([^,]+),\s*([^,]+)$/.exec(clean)
  if (comma) return { familyName: (comma[1] as string).trim(), givenName: (comma[2] as string).trim() }
  const words = clean.split(' ').filter(word => word !== '')
  if (words.length < 2) return null
  const capitals = words.map(isInCapitals)
  const isMixed = capitals.includes(true) && capitals.includes(false)
  if (isMixed) {
    const [first, last] = [capitals.indexOf(true), capitals.lastIndexOf(true)]
    // One run of capitals, at the beginning or the end: initials in the middle are no family name.
    if (last - first + 1 === capitals.filter(Boolean).length && (first === 0 || last === words.length - 1))
      return {
        familyName: words.slice(first, last + 1).join(' '),
        givenName: [...words.slice(0, first), ...words.slice(last + 1)].join(' '),
      }
  }
  return familyFirst
    ? { familyName: words[0] as string, givenName: words.slice(1).join(' ') }
    : { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) as string }
}

// Two capitals at least: “J.” is an initial.
const isInCapitals = (word: string): boolean => {
  const letters = word.replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}
