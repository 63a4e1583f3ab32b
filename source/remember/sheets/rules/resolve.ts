import type { FieldOf } from './kinds.ts'
import type { Known, KnownName } from './known.ts'
import { Names } from './names.ts'
import { type Problem, problem } from './problems.ts'
import type { RowRead, Said } from './rows.ts'

/** An organisation that is known by its name alone: named by a row, and not there yet. */
export type NewActor = {
  id: string
  name: string
  language: string
  row: number
  kind: string
  country: string | null
}
/** What a row says of the organisations that it names, should they be new. */
export type OfNew = { kind: (name: string) => string; country: string | null }

type Found = { ids: string[] } | { error: Problem['code']; suggestion: string | null }

/** Finds the records that cells name. An organisation that nobody knows is made, and told. */
export class Resolver {
  readonly newActors: NewActor[] = []
  readonly actors = new Names()
  private readonly contacts = new Names()
  private readonly relationships = new Names()
  private readonly posts = new Names()
  private readonly terms = new Names()
  private readonly nameOf = new Map<string, readonly string[]>()
  private readonly newId: () => string
  private readonly problems: Problem[]
  private readonly told = new Set<string>()
  /** Names that only rows of this sheet have, by the row that had them first. */
  private readonly rowOf = new Map<string, number>()
  private readonly made = new Map<string, NewActor>()

  constructor(known: Known, newId: () => string, problems: Problem[]) {
    this.newId = newId
    this.problems = problems
    const enter = (index: Names, list: readonly KnownName[]) => {
      for (const { id, names } of list) {
        this.nameOf.set(id, names)
        for (const name of names) index.add(id, name)
      }
    }
    enter(this.actors, known.actors)
    enter(this.relationships, known.relationships)
    enter(this.contacts, known.contacts)
    enter(this.posts, known.posts)
    enter(this.terms, known.terms)
  }

  /** The rows of a sheet of organisations name each other. */
  enter(id: string, name: string, row: number): void {
    if (this.actors.called(name).length === 0) this.rowOf.set(name, row)
    this.actors.add(id, name)
    this.nameOf.set(id, [...(this.nameOf.get(id) ?? []), name])
  }

  /**
   * The ids that a cell names, joined by spaces; null when it cannot be told, which is then a problem.
   *
   * @param before what the record names already: of two with one name, that one is meant
   */
  read(
    { type, one }: Pick<FieldOf, 'type' | 'one'>,
    record: RowRead,
    field: string,
    cell: Said,
    before: string,
    ofNew: OfNew,
  ): string | null {
    const held = before.split(' ').filter(Boolean)
    const indexed = this.indexed(type)
    const known = (name: string) =>
      indexed === null
        ? this.actor(name, held, record, field, cell, ofNew)
        : this.known(indexed.index, name, held, indexed.error)
    const found =
      type === 'actor' || one
        ? known(cell.value)
        : several(cell.value, held, this.nameOf, known, name =>
            indexed === null ? this.actors.called(name).length > 0 : false,
          )
    if ('ids' in found) return [...new Set(found.ids)].join(' ')
    record.wrong = true
    this.problems.push({
      ...problem('error', record.row, cell.column, field, found.error, cell.found),
      suggestion: found.suggestion,
    })
    return null
  }

  /** Where records that nobody makes by naming them are found, and what is said where they are not. */
  private indexed(type: FieldOf['type']): { index: Names; error: Problem['code'] } | null {
    switch (type) {
      case 'contacts':
        return { index: this.contacts, error: 'contact-unknown' }
      case 'relationship':
        return { index: this.relationships, error: 'relationship-unknown' }
      case 'post':
        return { index: this.posts, error: 'post-unknown' }
      case 'term':
        return { index: this.terms, error: 'term-unknown' }
      default:
        return null
    }
  }

  private known(index: Names, name: string, held: readonly string[], error: Problem['code']): Found {
    const ids = index.called(name)
    const chosen = chosenOf(ids, held)
    if (chosen !== null) return { ids: [chosen] }
    return ids.length > 1 ? { error: 'ambiguous', suggestion: null } : { error, suggestion: index.nearest(name) }
  }

  private actor(
    name: string,
    held: readonly string[],
    record: RowRead,
    field: string,
    cell: Said,
    ofNew: OfNew,
  ): Found {
    const ids = this.actors.called(name)
    const chosen = chosenOf(ids, held)
    // The country of several in one cell is that of none.
    const country = cell.value === name ? ofNew.country : null
    if (chosen !== null) {
      const made = this.made.get(chosen)
      if (made) made.country ??= country
      return { ids: [chosen] }
    }
    if (ids.length > 1) return { error: 'ambiguous', suggestion: null }
    if (name.length > 300) return { error: 'too-long', suggestion: null }
    const id = this.newId()
    const like = this.actors.nearest(name)
    const made = { id, name, language: record.language, row: record.row, kind: ofNew.kind(name), country }
    this.newActors.push(made)
    this.made.set(id, made)
    this.enter(id, name, record.row)
    if (!this.told.has(name)) {
      this.told.add(name)
      const { row, column } = { row: record.row, column: cell.column }
      if (like === null) this.problems.push(problem('warning', row, column, field, 'new-actor', name))
      else this.tellAlike(row, column, field, name, like, cell.value === name)
    }
    return { ids: [id] }
  }

  /** Says that a new name is like another one: of what is known, or of a row above. */
  tellAlike(row: number, column: number, field: string, name: string, like: string, mayBeRead = true): void {
    const first = this.rowOf.get(like)
    const about =
      first === undefined
        ? problem('warning', row, column, field, 'alike', name, like)
        : problem('warning', row, column, field, 'alike-here', name, `${first} ${like}`)
    this.problems.push({ ...about, suggestion: mayBeRead ? like : null })
  }
}

function chosenOf(ids: readonly string[], held: readonly string[]): string | null {
  if (ids.length === 1) return ids[0] ?? null
  const same = ids.filter(id => held.includes(id))
  return same.length === 1 ? (same[0] ?? null) : null
}

// Several names in one cell stand on lines of their own or after a semicolon. A name that has one in it is found whole.
function several(
  text: string,
  held: readonly string[],
  nameOf: ReadonlyMap<string, readonly string[]>,
  one: (name: string) => Found,
  isKnown: (name: string) => boolean = () => false,
): Found {
  if (held.length > 0 && held.every(id => nameOf.get(id)?.some(name => text.includes(name)))) {
    // What a record names already, told as we write it ourselves.
    const written = held.map(id => nameOf.get(id)?.find(name => text.includes(name)) ?? '')
    if (written.join('; ').length === text.length && written.every(name => text.includes(name)))
      return { ids: [...held] }
  }
  if (isKnown(text)) return one(text)
  const ids: string[] = []
  for (const part of text.split(/[;\n|]| \/ /)) {
    const name = part.trim()
    if (name === '') continue
    const found = one(name)
    if (!('ids' in found)) return found
    ids.push(...found.ids)
  }
  return { ids }
}
