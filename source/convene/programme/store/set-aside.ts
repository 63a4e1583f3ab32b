import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** Which finding: its code and its subject. */
export type FindingName = { code: string; subject: string }
export type SetAside = FindingName & {
  reason: string
  setAt: Temporal.Instant
  /** Null when the reader may not see who it was, or when they were erased. */
  setBy: string | null
}

/** What was set aside in a seminar, whether or not it is still found, the latest first. One read. */
export async function readSetAside(tx: Tx, seminarId: string): Promise<SetAside[]> {
  return tx
    .selectFrom('check_set_aside as c')
    .leftJoin('person as p', 'p.id', 'c.set_by')
    .select(['c.code', 'c.subject', 'c.reason', 'c.set_at as setAt'])
    .select(sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('setBy'))
    .where('c.seminar_id', '=', seminarId)
    .orderBy('c.set_at', 'desc')
    .orderBy('c.id')
    .execute()
}

/** Sets a finding aside; false when it was already, which stays as it is. Of two at once the second waits for the first. */
export async function addSetAside(
  tx: Tx,
  row: FindingName & { seminarId: string; reason: string; setBy: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('check_set_aside')
    .values({
      seminar_id: row.seminarId,
      code: row.code,
      subject: row.subject,
      reason: row.reason,
      set_by: row.setBy,
    })
    .onConflict(conflict => conflict.columns(['seminar_id', 'code', 'subject']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Brings a finding back; false when it was not set aside. */
export async function removeSetAside(tx: Tx, seminarId: string, { code, subject }: FindingName): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('check_set_aside')
    .where('seminar_id', '=', seminarId)
    .where('code', '=', code)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
