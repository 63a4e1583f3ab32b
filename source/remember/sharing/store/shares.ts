import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

/** The kinds of records that can be shown to one person. */
export const sharedTables = ['relationship', 'activity', 'interaction', 'decision', 'memory_document', 'note'] as const
export type SharedTable = (typeof sharedTables)[number]
export const isSharedTable = (table: string): table is SharedTable => sharedTables.some(one => one === table)

export type Share = {
  id: string
  table: SharedTable
  record: string
  person: string
  /** The person row that holds the name as the sharer typed it; null once the share has ended, or the name is erased. */
  named: string | null
  reason: string | null
  sharedBy: string | null
  endsAt: Temporal.Instant
}

/** What is shared of a memory, or was: what lasts longest first. */
export async function sharesOf(tx: Tx, space: string): Promise<Share[]> {
  const rows = await tx
    .selectFrom('share')
    .leftJoin('share_name', 'share_name.share_id', 'share.id')
    .selectAll('share')
    .select('share_name.person_id as named')
    .where('share.space_id', '=', space)
    .orderBy('ends_at', 'desc')
    .orderBy('share.id')
    .limit(500)
    .execute()
  return rows.map(row => ({
    id: row.id,
    table: row.record_table,
    record: row.record_id,
    person: row.person_id,
    named: row.named,
    reason: row.reason,
    sharedBy: row.shared_by,
    endsAt: row.ends_at,
  }))
}

/** What is shared with a person now, of any memory. */
export async function sharedWith(tx: Tx, person: string, now: Temporal.Instant) {
  return tx
    .selectFrom('share')
    .innerJoin('space', 'space.id', 'share.space_id')
    .select(['share.id', 'record_table as table', 'record_id as record', 'share.space_id as space', 'slug', 'reason'])
    .select('ends_at as endsAt')
    .where('person_id', '=', person)
    .where('ends_at', '>', now)
    .orderBy('ends_at')
    .limit(200)
    .execute()
}

/** Whether it is the program that asks, and nobody who looks. */
export async function isProgram(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ job: boolean }>`select perenne.is_job() as job`.execute(tx)
  return rows[0]?.job ?? false
}

export async function addShare(
  tx: Tx,
  share: { space: string; by: string | null } & Omit<Share, 'id' | 'named' | 'sharedBy'>,
): Promise<string> {
  const { id } = await tx
    .insertInto('share')
    .values({
      space_id: share.space,
      record_table: share.table,
      record_id: share.record,
      person_id: share.person,
      reason: share.reason,
      ends_at: share.endsAt.toString(),
      shared_by: share.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps the name that the sharer typed, for as long as the share lasts. */
export async function nameShare(tx: Tx, share: string, given: string, family: string): Promise<void> {
  await sql`select perenne.name_share(${share}::uuid, ${given}, ${family})`.execute(tx)
}

/** Forgets the typed names of shares whose last day is over. @returns how many */
export async function forgetEndedNames(tx: Tx): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select perenne.forget_ended_share_names() as forgotten`.execute(tx)
  return rows[0]?.forgotten ?? 0
}

/** Ends the shares that were made before a right of their person ended. @returns how many */
export async function endOutlived(tx: Tx): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select perenne.end_outlived_shares() as ended`.execute(tx)
  return rows[0]?.ended ?? 0
}

/** Whether a person reads this record by a share already. */
export async function isShared(tx: Tx, record: string, person: string, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('share')
    .select('id')
    .where('record_id', '=', record)
    .where('person_id', '=', person)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** Ends one now; false when there is none that the actor may end. */
export async function endShare(tx: Tx, space: string, id: string, now: Temporal.Instant): Promise<boolean> {
  const result = await tx
    .updateTable('share')
    .set({ ends_at: now.toString() })
    .where('id', '=', id)
    .where('space_id', '=', space)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Of a note: whether it is confidential, and whose it is. */
export function noteOf(tx: Tx, id: string) {
  return tx.selectFrom('note').select(['confidential', 'written_by']).where('id', '=', id).executeTakeFirst()
}

/** Whether this memory has such a record, for the actor. */
export async function isRecordOf(tx: Tx, space: string, table: SharedTable, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('space_id', '=', space)
    .executeTakeFirst()
  return row !== undefined
}
