import { sql } from 'kysely'
import type { Tx } from '../../../database/actor.ts'

/** Puts new codes, as their hashes, in the place of those there were. */
export async function replaceRecoveryCodes(tx: Tx, personId: string, hashes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  if (hashes.length === 0) return
  await tx
    .insertInto('recovery_code')
    .values(hashes.map(code_hash => ({ person_id: personId, code_hash })))
    .execute()
}

/** How many are left, and since when; null when there never were any. */
export async function countRecoveryCodes(tx: Tx, personId: string) {
  const row = await tx
    .selectFrom('recovery_code')
    .select(eb => eb.fn.countAll<number>().as('all'))
    .select(sql<number>`count(*) filter (where used_at is null)`.as('left'))
    .select(sql<Temporal.Instant>`max(created_at)`.as('since'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.all === 0 ? null : { left: row.left, since: row.since }
}

/** Uses a code up. One statement: of two that send it at once, one gets in. */
export async function useUpRecoveryCode(tx: Tx, personId: string, hash: string): Promise<boolean> {
  const row = await tx
    .updateTable('recovery_code')
    .set({ used_at: sql`clock_timestamp()` })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
