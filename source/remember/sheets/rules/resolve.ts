import type { Known, KnownName } from './known.ts'
import { Names } from './names.ts'
import type { Problem } from './problems.ts'
import { problem, type RowRead, type Said } from './read-rows.ts'

/** An organisation that is known by its name alone: named by a row, and not there yet. */
export type NewActor = { id: string; name: string; language: string; row: number; kind: string }

type Found = { ids: string[] } | { error: Problem['code']; suggestion: string | null }

/** Finds the records that cells name. An organisation that nobody knows is made, and told. */
export class Resolver {
  readonly newActors: NewActor[] = []
  readonly actors = new Names()
  private readonly contacts = new Names()
  private readonly relationships = new Names()
  private readonly nameOf = new Map<string, readonly string[]>()
  private readonly newId: () => string
  private readonly problems: Problem[]
  private readonly told = new Set<string>()

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
  }

  /** The rows of a sheet of organisations name each other. */
  enter(id: string, name: string): void {
    this.actors.add(id, name)
    this.nameOf.set(id, [...(this.nameOf.get(id) ?? []), name])
  }

  /**
   * The ids that a cell names, joined by spaces; null when it cannot be told, which is then a problem.
   *
   * @param before what the record names already: of two with one name, that one is meant
   */
  read(type: string, record: RowRead, field: string, cell: Said, before: string, newKind: string): string | null {
    const held = before.split(' ').filter(Boolean)
    const found =
      type === 'contacts'
        ? several(cell.value, held, this.nameOf, name => this.known(this.contacts, name, held, 'contact-unknown'))
        : type === 'relationship'
          ? several(cell.value, held, this.nameOf, name =>
              this.known(this.relationships, name, held, 'relationship-unknown'),
            )
          : type === 'actor'
            ? this.actor(cell.value, held, record, field, cell, newKind)
            : several(
                cell.value,
                held,
                this.nameOf,
                name => this.actor(name, held, record, field, cell, newKind),
                name => this.actors.called(name).length > 0,
              )
    if ('ids' in found) return [...new Set(found.ids)].join(' ')
    record.wrong = true
    this.problems.push({
      ...problem('error', record.row, cell.column, field, found.error, cell.found),
      suggestion: found.suggestion,
    })
    return null
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
    kind: string,
  ): Found {
    const ids = this.actors.called(name)
    const chosen = chosenOf(ids, held)
    if (chosen !== null) return { ids: [chosen] }
    if (ids.length > 1) return { error: 'ambiguous', suggestion: null }
    if (name.length > 300) return { error: 'too-long', suggestion: null }
    const id = this.newId()
    const like = this.actors.nearest(name)
    this.newActors.push({ id, name, language: record.language, row: record.row, kind })
    this.enter(id, name)
    if (!this.told.has(name)) {
      this.told.add(name)
      const about = problem(
        'warning',
        record.row,
        cell.column,
        field,
        like === null ? 'new-actor' : 'alike',
        name,
        like,
      )
      this.problems.push({ ...about, suggestion: cell.value === name ? like : null })
    }
    return { ids: [id] }
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
