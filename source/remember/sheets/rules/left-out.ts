import type { RowFate } from './fates.ts'
import type { SheetKind } from './kinds.ts'

/** What an import did not take in, as it is told once it is done. */
export type LeftOut = {
  /** Rows with an error: how many, and the first of them with what they are called, where that names nobody. */
  rows: { count: number; first: { row: number; name: string }[] }
  /** Comments on cells that could have become notes. */
  comments: number
  /** Columns by their letters and headings. */
  columns: string[]
  /** The other sheets of the workbook that look like lists. */
  lists: { name: string; kind: SheetKind }[]
}

const mostTold = 50

/** Names of people stand in one table only: rows of these lists may be called by one, and are told by their number. */
const ofPeople: ReadonlySet<SheetKind> = new Set(['contacts', 'journal', 'commitments', 'seats', 'appointments'])

/** The rows that an import leaves out because something is wrong with them. */
export function rowsLeftOut(kind: SheetKind, fates: readonly RowFate[]): LeftOut['rows'] {
  const wrong = fates.filter(({ what }) => what === 'wrong')
  const first = wrong
    .slice(0, mostTold)
    .map(({ row, name }) => ({ row, name: ofPeople.has(kind) ? '' : name.slice(0, 200) }))
  return { count: wrong.length, first }
}

/** Whether there is anything to tell. */
export const isAnything = ({ rows, comments, columns, lists }: LeftOut): boolean =>
  rows.count + comments + columns.length + lists.length > 0
