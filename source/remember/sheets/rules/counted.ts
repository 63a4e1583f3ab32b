import { tableOf } from './known.ts'
import { changesOf, type Unit } from './units.ts'

/** How many records, by the table in which they stand. */
export type ByTable = Readonly<Record<string, number>>

/** So many of each, in the order in which they first come. */
export function countedBy(tables: Iterable<string>): ByTable {
  const found: Record<string, number> = {}
  for (const table of tables) found[table] = (found[table] ?? 0) + 1
  return found
}

export const sumOf = (counted: ByTable): number => Object.values(counted).reduce((sum, one) => sum + one, 0)

/** An agreement is a record of its own, though a row tells it beside its relationship. */
export const tableOfUnit = ({ kind, under }: Pick<Unit, 'kind' | 'under'>): string =>
  under === null ? tableOf[kind] : 'agreement'

/** Of the known records that rows tell of, those that stay as they are and those of which something is said otherwise. */
export function toldOf(units: Iterable<Unit>, wrong: ReadonlySet<number>): { same: number; different: number } {
  const told = [...units].filter(({ isNew, row }) => !isNew && row > 0 && !wrong.has(row))
  const same = told.filter(unit => changesOf(unit).length === 0).length
  return { same, different: told.length - same }
}
