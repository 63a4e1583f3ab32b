import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** The invitations of a seminar, by id, with what organisers call them. */
export async function namesOfInvitations(tx: Tx, seminarId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'label', 'code'])
    .where('seminar_id', '=', seminarId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return new Map(rows.map(row => [row.id, row.label || row.code]))
}
