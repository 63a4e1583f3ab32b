import { type Typed, valuesOf } from './fields.ts'

// The rows of a form that adds, moves and removes them: the days of a programme, the seats of a panel. Fields carry the key
// of their row, and not its place: `seat.europe-1.state`. The keys come in their order, in `seat[]`.

/** No form has more rows than a list of the file. */
const mostRows = 200

/** Keys of rows that are typed and not yet saved begin with `~`, as no saved key does. */
export const isNewRow = (key: string) => key.startsWith('~')
export const rowField = (name: string, key: string, field: string) => `${name}.${key}.${field}`

/** The keys of the rows in a form, in their order. */
export function rowKeys(typed: Typed, name: string): string[] {
  return [...new Set(valuesOf(typed, name))].filter(key => /^~?[a-z0-9-]{1,80}$/.test(key)).slice(0, mostRows)
}

/** The typed fields with further rows after the others. */
export function withNewRows(typed: Typed, name: string, rows: readonly Readonly<Record<string, string>>[]): Typed {
  const keys = rowKeys(typed, name)
  const last = Math.max(0, ...keys.map(key => Number(/^~new-(\d{1,4})$/.exec(key)?.[1] ?? 0)))
  const added = rows.map((row, index) => [`~new-${last + index + 1}`, row] as const)
  const fields = added.flatMap(([key, row]) =>
    Object.entries(row).map(([field, value]) => [rowField(name, key, field), value]),
  )
  return withRows({ ...typed, ...Object.fromEntries(fields) }, name, [...keys, ...added.map(([key]) => key)])
}

/** With a row one place further up or down; as they are when there is no such place. */
export function withRowMoved(typed: Typed, name: string, key: string, by: -1 | 1): Typed {
  const keys = rowKeys(typed, name)
  const at = keys.indexOf(key)
  const other = keys[at + by]
  if (at === -1 || other === undefined) return typed
  return withRows(typed, name, keys.with(at + by, key).with(at, other))
}

export function withoutRow(typed: Typed, name: string, key: string): Typed {
  return withRows(
    typed,
    name,
    rowKeys(typed, name).filter(one => one !== key),
  )
}

/** With these rows, in this order. */
export function withRows(typed: Typed, name: string, keys: readonly string[]): Typed {
  return { ...typed, [name]: keys.join(' '), [`${name}[]`]: [...keys] }
}
