import type { RawBuilder } from 'kysely'
import type { CheckCode } from '../../rules/checks.ts'

/** A record that a rule has something to say of. */
export type FoundRow = {
  /** By which it is set aside. */
  id: string
  table: FoundTable
  /** The record on whose page it is mended, when it is not itself one with a page. */
  page: string
  /** Another record that the remark names. */
  other: string | null
  /** A day that the remark tells, YYYY-MM-DD. */
  day: string | null
  /** A number that it tells: months, languages, a year. */
  number: number | null
}
export type FoundTable =
  | 'relationship'
  | 'agreement'
  | 'post'
  | 'activity'
  | 'commitment'
  | 'memory_document'
  | 'contact'
  | 'organisation'
  | 'decision'

export type CheckAt = { space: string; day: string; threshold: number }
export type CheckQuery = {
  code: CheckCode
  table: FoundTable
  /** Rows with id, and page, other, day, number where there is something to tell. */
  find: (at: CheckAt) => RawBuilder<Partial<FoundRow> & { id: string }>
}
