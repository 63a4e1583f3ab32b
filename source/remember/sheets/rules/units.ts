import { beside } from './as-known.ts'
import { bodiesOf, type FieldOf, type Fields, fieldOf, isProse, type SheetKind } from './kinds.ts'
import { type Problem, problem } from './problems.ts'

/** A record that rows of a sheet tell of: as it was known, and as it is to be. */
export type Unit = {
  kind: SheetKind
  /** An agreement, beneath its relationship; null for the record itself. */
  under: string | null
  id: string
  isNew: boolean
  before: Fields
  after: Fields
  language: string
  row: number
  /** Which row said a field. */
  saidBy: Map<string, number>
}

export type Given = {
  row: number
  column: number | null
  found: string
  value: string
  /** Somebody said this of this very record: by its id, or at the press of a button. */
  certain: boolean
}

/**
 * Says one field of a record. What a row above said of it stands; where another row says otherwise, this is told.
 *
 * @returns whether the record is different afterwards
 */
export function say(unit: Unit, field: string, given: Given, problems: Problem[]): boolean {
  const { value, row } = given
  const now = unit.after[field] ?? ''
  const how = fieldOf(unit.kind, field)
  const type = how?.type
  if (!how?.one && (type === 'actors' || type === 'contacts' || type === 'relationship' || type === 'identifiers'))
    return add(unit, field, value, type === 'identifiers' ? '\n' : ' ')
  // A cell of one line holds no line end, whatever is known does.
  const same = type === 'line' ? oneLine(now) === oneLine(value) : bare(now) === bare(value)
  const before = unit.saidBy.get(field)
  if (before !== undefined && before !== row && !same && now !== '') {
    problems.push(problem('warning', row, given.column, field, 'conflict', given.found, String(before)))
    return false
  }
  unit.saidBy.set(field, row)
  if (same) return false
  if (!unit.isNew && !given.certain && (type === 'during' || type === 'day') && keepsDate(now, field, given, problems))
    return false
  if (!unit.isNew && !given.certain && how && isProse(how) && keepsText(now, field, how, given, problems)) return false
  // The same words, known as those of another language.
  const [text] = field.split('@')
  if (
    text !== field &&
    now === '' &&
    Object.values(bodiesOf(unit.after, text ?? '')).some(body => oneLine(body) === oneLine(value))
  )
    return false
  unit.after[field] = value
  return true
}

// What is known is not put back to less, nor to something else, by a list that may be older than it: that is a question.
function keepsDate(now: string, field: string, { row, column, value }: Given, problems: Problem[]): boolean {
  const said = now === '' ? 'finer' : beside(now, value)
  if (said === 'finer') return false
  if (said !== 'same') {
    const about = problem('warning', row, column, field, said === 'vaguer' ? 'vaguer' : 'other-date', '', now)
    problems.push({ ...about, suggestion: value })
  }
  return true
}

// A text that is known is not lost to another one unseen: it is kept until somebody says what becomes of it.
function keepsText(now: string, field: string, how: FieldOf, given: Given, problems: Problem[]): boolean {
  const { row, column, value } = given
  const [known, said] = [bare(now), bare(value)]
  // One that goes on from it, or holds it whole, says more.
  if (said.includes(known) || said.startsWith(known.replace(/[\p{P}\s]+$/u, ''))) return false
  if (known.includes(said)) return true
  const both = `${now.trimEnd()}${how.type === 'line' ? ' ' : '\n\n'}${value}`
  const about = { ...problem('warning', row, column, field, 'other-text', '', now), suggestion: value }
  problems.push(both.length > (how.most ?? 0) ? about : { ...about, more: both })
  return true
}

/** Spaces aside. */
export const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()
// Spaces and line ends are none of what a cell says.
const bare = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .trim()

// A cell that names several adds to them: it takes nobody away.
function add(unit: Unit, field: string, value: string, between: ' ' | '\n'): boolean {
  const there = (unit.after[field] ?? '').split(between).filter(Boolean)
  const added = value.split(between).filter(one => one !== '' && !there.includes(one))
  if (added.length === 0) return false
  unit.after[field] = [...there, ...added].join(between)
  return true
}

/** What is different of a unit: field, before, after. */
export function changesOf({ before, after }: Unit): { field: string; before: string; after: string }[] {
  return Object.keys(after)
    .filter(field => (after[field] ?? '') !== (before[field] ?? ''))
    .map(field => ({ field, before: before[field] ?? '', after: after[field] ?? '' }))
}
