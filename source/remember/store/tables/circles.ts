import type { Generated } from 'kysely'
import type { Child, Given, Instant, Now, Visibility } from '#ground/database/tables.ts'
import type { Maybe } from './maybe.ts'

// Who sees what: texts kept to a smaller circle, records shown to one person.

export interface FieldCircleTable extends Child {
  id: Generated<string>
  record_table: string
  record_id: string
  field: string
  at_most: Visibility
}

export interface ShareTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  record_table: 'relationship' | 'activity' | 'interaction' | 'decision' | 'memory_document' | 'note'
  record_id: string
  person_id: string
  reason: Maybe<string>
  ends_at: Instant
  shared_by: Maybe<string>
  shared_at: Now
}

/** Written by SQL functions alone. */
export interface ShareNameTable {
  share_id: string
  person_id: string
  space_id: string
  visibility: Given<Visibility>
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    field_circle: FieldCircleTable
    share: ShareTable
    share_name: ShareNameTable
  }
}
