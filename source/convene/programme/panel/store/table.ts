import type { ColumnType, Generated } from 'kysely'
import type { Inherited, Visibility } from '#ground/database/tables.ts'
import '#convene/store/tables.ts'

/** One mail by which somebody was asked to sit on a panel, to moderate or to speak, or was reminded of it. */
export interface PanelInvitationTable {
  id: Generated<string>
  seminar_id: string
  programme_person_id: string
  reminder: boolean
  /** What the organiser added, in the language of whoever got it. */
  note: string | null
  sent_at: ColumnType<Temporal.Instant, Temporal.Instant | string | undefined, Temporal.Instant | string>
  sent_by: string | null
  space_id: Inherited<string>
  visibility: Inherited<Visibility>
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    panel_invitation: PanelInvitationTable
  }
}
