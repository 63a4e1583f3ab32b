import { likeness } from '#convene/registration/rules/likeness.ts'
import { headingWords } from './heading-words.ts'
import { fieldOf, type SheetKind } from './kinds.ts'
import { fold } from './values.ts'

/** What each field is called on the pages, in all languages: kind → field → names. */
export type FieldNames = Readonly<Record<SheetKind, Readonly<Record<string, readonly string[]>>>>

/** What one column has above it: the heading of a block that reaches over several, and its own. */
export type Heading = { above: string; own: string }

/** Headings may be misspelt: from here on two are one. */
const sameHeading = 0.86

// What stands in brackets only explains, unless it names a language: « Nom (ES) ».
const languageOf = (heading: string): string | null =>
  /[([]\s*(fr|es|pt|en)\s*[)\]]\s*$/i.exec(heading)?.[1]?.toLowerCase() ?? null
const bare = (heading: string) => fold(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))

/**
 * What each column holds, by its heading; null for one that says nothing we read. Each field is given once, to the first
 * column that has it. A text may have a column for each language: `name@es`.
 */
export function fieldsByHeading(kind: SheetKind, headings: readonly Heading[], names: FieldNames): (string | null)[] {
  const known = new Map(headingWords[kind])
  for (const [field, words] of Object.entries(names[kind])) for (const word of words) known.set(bare(word), field)
  const taken = new Set<string>()
  const once = (field: string | null): string | null => {
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  }
  const found: (string | null)[] = headings.map(() => null)
  // What is said word for word comes before what is only like it, wherever it stands.
  for (const search of [exactly, nearly]) {
    // A line in which no word is known for certain is none of headings.
    if (search === nearly && taken.size === 0) break
    headings.forEach((heading, index) => {
      if (found[index] !== null) return
      const field = search(heading, known)
      if (field === null) return
      const language = fieldOf(kind, field)?.texts ? languageOf(heading.own) : null
      found[index] = once(language === null ? field : `${field}@${language}`)
    })
  }
  // « Nom » beside « Prénom » is the family name alone.
  const whole = found.indexOf('fullName')
  if (whole >= 0 && found.includes('given') && !found.includes('family')) found[whole] = 'family'
  return found
}

type Known = ReadonlyMap<string, string>

// « Type / Tipo »: one heading in two languages. Where its halves are the names of two fields it is neither.
const halves = (heading: string): string[] =>
  /[/|]/.test(heading) ? heading.split(/[/|]/).filter(half => half.trim() !== '') : []

function exactly(heading: Heading, known: Known): string | null {
  const whole = word(heading, known)
  if (whole !== null) return whole
  const said = halves(heading.own === '' ? heading.above : heading.own).map(half =>
    word(heading.own === '' ? { above: half, own: '' } : { above: heading.above, own: half }, known),
  )
  const fields = new Set(said.filter(field => field !== null))
  return fields.size === 1 ? ([...fields][0] ?? null) : null
}

function word({ above, own }: Heading, known: Known): string | null {
  const tries =
    above === '' ? [bare(own)] : [`${bare(above)} ${bare(own)}`, bare(own), own.trim() === '' ? bare(above) : '']
  for (const one of tries) {
    const field = one === '' ? undefined : known.get(one)
    if (field !== undefined) return field
  }
  return null
}

function nearly({ above, own }: Heading, known: Known): string | null {
  const folded = bare(own === '' ? above : own)
  if (folded.length < 5 || folded.length > 80) return null
  let best: string | null = null
  let most = sameHeading
  for (const [word, field] of known) {
    if (Math.abs(word.length - folded.length) > 3) continue
    const like = likeness(word, folded)
    if (like > most) [best, most] = [field, like]
  }
  return best
}
