import type { SheetKind } from './kinds.ts'
import type { RowRead } from './rows.ts'

/** What an import may do: make new records, change known ones, or both. */
export const ways = ['both', 'create', 'update'] as const
export type Way = (typeof ways)[number]
export const isWay = (value: unknown): value is Way => (ways as readonly unknown[]).includes(value)

/**
 * What would become of a row. `gains`: its record stays the same and another one is made beneath it; `left`: it would be made or
 * changed, and the way that was chosen does not do that.
 */
export type What = 'create' | 'update' | 'gains' | 'same' | 'left' | 'wrong'
/** `language`: of the name, where it is a text of its row and not that of a person. */
export type RowFate = { row: number; what: What; id: string | null; name: string; language: string | null }
/** Of two fates of one row the heavier one is told. */
export const weight: Record<What, number> = { same: 0, left: 1, gains: 2, update: 3, create: 4, wrong: 5 }
/** By what a row is called in a list. */
export function nameIn(kind: SheetKind, { said }: RowRead): string {
  const of = (field: string) =>
    said.get(field)?.value ?? [...said].find(([key]) => key.startsWith(`${field}@`))?.[1].value ?? ''
  switch (kind) {
    case 'contacts':
      return [of('given'), of('family')].filter(Boolean).join(' ')
    case 'relationships':
      return of('name') || of('partners')
    case 'actors':
    case 'terms':
      return of('name')
    case 'commitments':
      return of('what')
    case 'fees':
      return [of('relationship'), of('year')].filter(Boolean).join(', ')
    case 'seats':
      return of('seat')
    case 'appointments':
      return [of('post'), of('person')].filter(Boolean).join(', ')
    case 'decisions':
      return of('number')
    default:
      return of('title')
  }
}

const named: Partial<Record<SheetKind, string>> = {
  actors: 'name',
  relationships: 'name',
  journal: 'title',
  projects: 'title',
  commitments: 'what',
  seats: 'seat',
  posts: 'title',
  terms: 'name',
}
/** In which language that is; null where it is the name of somebody, or of something that is told elsewhere. */
export function languageOfName(kind: SheetKind, { said, language }: RowRead): string | null {
  const field = named[kind]
  if (field === undefined) return null
  if (said.has(field)) return language
  return [...said.keys()].find(key => key.startsWith(`${field}@`))?.slice(field.length + 1) ?? null
}
