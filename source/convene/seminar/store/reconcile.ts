import { NotWritten } from './not-written.ts'

/** One thing that an import changes, told to the person before and after. */
export type Change = {
  /** Where in the file: `programme.slots.part-1.title.fr`. */
  path: string
  kind: 'added' | 'changed' | 'removed'
  before: string | null
  after: string | null
}

export type Values = Readonly<Record<string, unknown>>

/**
 * Brings the rows of one table to what a file says: adds, changes and removes by a stable key, and leaves alone what
 * is the same already, so that it gets no new version.
 *
 * @returns key → id of the rows that are there afterwards
 */
export async function reconcile<V extends Values>(given: {
  changes: Change[]
  path: string
  there: readonly (Values & { id: string })[]
  keyOf: (row: Values) => string
  wanted: ReadonlyMap<string, V>
  newId: () => string
  insert: (id: string, values: V, key: string) => Promise<unknown>
  update: (id: string, values: V) => Promise<{ numUpdatedRows: bigint }>
  /** Without it, what the file does not name stays. */
  remove?: (id: string) => Promise<{ numDeletedRows: bigint }>
}): Promise<Map<string, string>> {
  const { changes, path, wanted } = given
  const there = new Map(given.there.map(row => [given.keyOf(row), row]))
  const ids = new Map<string, string>()
  if (given.remove) {
    for (const [key, row] of there) {
      if (wanted.has(key)) continue
      const { numDeletedRows } = await given.remove(row.id)
      if (numDeletedRows === 0n) throw new NotWritten('forbidden')
      changes.push({ path: `${path}.${key}`, kind: 'removed', before: key, after: null })
    }
  }
  for (const [key, values] of wanted) {
    const row = there.get(key)
    if (!row) {
      const id = given.newId()
      await given.insert(id, values, key)
      ids.set(key, id)
      changes.push({ path: `${path}.${key}`, kind: 'added', before: null, after: key })
      continue
    }
    ids.set(key, row.id)
    const differences = differing(`${path}.${key}`, row, values)
    if (differences.length === 0) continue
    // Row-level security does not refuse an update, it finds no row.
    const { numUpdatedRows } = await given.update(row.id, values)
    if (numUpdatedRows === 0n) throw new NotWritten('forbidden')
    changes.push(...differences)
  }
  return ids
}

/**
 * The places of what is wanted in a list in which others stand that no file names: each keeps its own as long as the order
 * is theirs.
 */
export function placesKept(keys: readonly string[], there: ReadonlyMap<string, number>): Map<string, number> {
  let last = -1
  return new Map(
    keys.map(key => {
      const place = there.get(key)
      last = place !== undefined && place > last ? place : last + 1
      return [key, last]
    }),
  )
}

/** The columns in which a row differs from what is wanted. */
export function differing(path: string, row: Values, wanted: Values): Change[] {
  return Object.entries(wanted).flatMap(([column, value]): Change[] => {
    const before = written(row[column])
    const after = written(value)
    return before === after ? [] : [{ path: `${path}.${column}`, kind: 'changed', before, after }]
  })
}

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' && !Array.isArray(value)
    ? String(value)
    : Array.isArray(value)
      ? value.join(', ')
      : String(value)
}
