import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MailState } from '#ground/database/tables.ts'
import { writeReason } from '../rules/reason.ts'

/** Makes a mail due now. @returns false when it is in none of these states any more */
export async function makeDue(tx: Tx, id: string, from: readonly MailState[]): Promise<boolean> {
  const result = await tx
    .updateTable('mail')
    .set({
      due_at: sql<Temporal.Instant>`perenne.now()`,
      // Somebody put the cause right: a mail that was given up begins again, its delays too.
      attempts: sql<number>`case when state = 'failed' then 0 else attempts end`,
      state: 'waiting_retry',
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function cancelMail(tx: Tx, id: string, from: readonly MailState[]): Promise<boolean> {
  const result = await tx
    .updateTable('mail')
    .set({ state: 'cancelled', last_error: writeReason('by-hand') })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
