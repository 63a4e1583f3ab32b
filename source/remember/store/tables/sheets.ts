import type { ColumnType, Generated } from 'kysely'
import type { Child, Given, MaybeInstant, Now, Visibility } from '#ground/database/tables.ts'
import type { LeftOut } from '../../sheets/rules/left-out.ts'
import type { Maybe } from './maybe.ts'

// Spreadsheets brought in.

export interface ImportMappingTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  headers_hash: string
  kind: string
  columns: ColumnType<Record<string, string>, string, string>
  used_at: Now
}

export interface ImportBatchTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  name: string
  sha256: string
  kind: string
  way: 'create' | 'update' | 'both'
  waiting: Maybe<Buffer>
  looked_at: Now
  looked_by: Maybe<string>
  imported_at: MaybeInstant
  imported_by: Maybe<string>
  created: Given<number>
  updated: Given<number>
  unchanged: Given<number>
  undone_at: MaybeInstant
  left_out: ColumnType<LeftOut | null, string | null, string | null>
  corrections: ColumnType<
    { sheet: number; rows: Record<string, string> } | null,
    string | null | undefined,
    string | null
  >
}

export interface ImportRowTable extends Child {
  id: Generated<string>
  batch_id: string
  line: number
  record_table: string
  record_id: string
  version_before: Maybe<number>
  version_after: number
  undone: Maybe<'removed' | 'restored' | 'kept'>
}

export interface ImportPersonTable {
  id: Generated<string>
  batch_id: string
  contact_id: string
  person_id: string
  sealed: Buffer
  space_id: string
  visibility: Given<Visibility>
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    import_mapping: ImportMappingTable
    import_batch: ImportBatchTable
    import_row: ImportRowTable
    import_person: ImportPersonTable
  }
}
