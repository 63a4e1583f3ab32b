import type { RawBuilder } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
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
/** A row with id, and page, other, day, number where there is something to tell. */
export type Remarked = Partial<FoundRow> & { id: string }
export type CheckQuery = {
  code: CheckCode
  table: FoundTable
} & (
  | { find: (at: CheckAt) => RawBuilder<Remarked> }
  /** For what one statement cannot find in time. */
  | { look: (tx: Tx, at: CheckAt) => Promise<Remarked[]> }
)
