import type { ColumnType, Generated } from 'kysely'
import type { Inherited, Visibility } from '#ground/database/tables.ts'

/** Up to which version everybody concerned was told. */
export interface ProgrammeNoticeTable {
  id: Generated<string>
  seminar_id: string
  version_id: string
  /** To how many people it was written. */
  told: number
  sent_at: ColumnType<Temporal.Instant, undefined, never>
  sent_by: string | null
  space_id: Inherited<string>
  visibility: Inherited<Visibility>
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    programme_notice: ProgrammeNoticeTable
  }
}
