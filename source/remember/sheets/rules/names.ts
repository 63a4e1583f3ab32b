import { foldName, foldOrganisation } from '#convene/registration/rules/fold.ts'
import { likeness, wordsOf } from '#convene/registration/rules/likeness.ts'

/** From here on two names may be of one body; nobody decides that but the person who looks. */
const alike = 0.8
// A word that stands in so many names tells none from another.
const common = 60

/** Finds records by what they are called: capitals, accents, hyphens and spaces aside. */
export class Names {
  private readonly byName = new Map<string, Set<string>>()
  private readonly byWord = new Map<string, Set<string>>()
  private readonly spelt = new Map<string, string>()

  add(id: string, name: string): void {
    const folded = foldOrganisation(name)
    if (folded === '') return
    push(this.byName, folded, id)
    if (this.spelt.has(folded)) return
    this.spelt.set(folded, name)
    for (const word of telling(name)) push(this.byWord, word, folded)
  }

  /** Those with this name. */
  called(name: string): string[] {
    return [...(this.byName.get(foldOrganisation(name)) ?? [])]
  }

  /** A name that is only like this one, as it is spelt; null when none is. */
  nearest(name: string): string | null {
    const folded = foldOrganisation(name)
    let best: string | null = null
    let most = alike
    for (const other of this.candidates(name)) {
      const like = Math.max(likeness(folded, other), within(foldName(name), foldName(this.spelt.get(other) ?? '')))
      if (like > most || (best === null && like === most)) [best, most] = [other, like]
    }
    return best === null ? null : (this.spelt.get(best) ?? null)
  }

  private candidates(name: string): Set<string> {
    const found = new Set<string>()
    for (const word of telling(name)) {
      const others = this.byWord.get(word)
      if (others && others.size <= common) for (const other of others) found.add(other)
    }
    return found
  }
}

// « Puerto Almendro » is within « Municipalidad de Puerto Almendro »: a suggestion, when two words of it are the same.
function within(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return wordsOf(short).length >= 2 && ` ${long} `.includes(` ${short} `) ? 0.85 : 0
}

// The first letters are enough to find what is misspelt at its end.
const telling = (name: string): Set<string> =>
  new Set(
    wordsOf(name)
      .filter(word => word.length >= 4)
      .map(word => word.slice(0, 5)),
  )

function push(map: Map<string, Set<string>>, key: string, value: string): void {
  const there = map.get(key)
  if (there) there.add(value)
  else map.set(key, new Set([value]))
}
