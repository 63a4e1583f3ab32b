import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MailTable } from '#ground/database/tables.ts'
import { waits } from '../rules/retry.ts'

/** A mail taken for sending. `takenAt` proves later that it is still ours. */
export type TakenMail = Pick<MailTable, 'space_id' | 'person_id' | 'template' | 'language'> & {
  id: string
  data: Record<string, unknown>
  attempts: number
  takenAt: string
}

/** Real time after which a mail that is still `sending` was left behind by a process that died. */
export const stuckAfter = Temporal.Duration.from({ minutes: 10 })

/**
 * Takes the mail that has been due longest, so that no other process takes it too; null when none is due.
 * When it is due follows perenne.now(); when it was taken is real time, since only a dead process makes it matter.
 */
export async function takeDueMail(tx: Tx): Promise<TakenMail | null> {
  const { rows } = await sql<TakenMail>`
    update mail set state = 'sending', attempts = attempts + 1, taken_at = clock_timestamp()
    where id = (
      select id from mail
      where state in ('to_send', 'waiting_retry') and due_at <= (select perenne.now())
      order by due_at, id limit 1 for update skip locked)
    returning id, space_id, person_id, template, language, data, attempts, taken_at::text as "takenAt"`.execute(tx)
  return rows[0] ?? null
}

/**
 * Gives mails back that a dead process left in `sending`: the try counts, since it may have reached the server.
 *
 * @returns how many
 */
export async function releaseStuckMails(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    update mail set
      state = case when attempts > ${waits.length} then 'failed' else 'waiting_retry' end,
      due_at = (select perenne.now()), taken_at = null, last_error = 'interrupted'
    where state = 'sending' and taken_at < clock_timestamp() - ${stuckAfter.toString()}::interval`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

const stillOurs = (mail: TakenMail) =>
  sql<boolean>`id = ${mail.id} and state = 'sending' and taken_at = ${mail.takenAt}::timestamptz`

export async function markSent(tx: Tx, mail: TakenMail): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ state: 'sent', sent_at: sql`perenne.now()`, taken_at: null, last_error: null })
    .where(stillOurs(mail))
    .execute()
}

export async function markCancelled(tx: Tx, mail: TakenMail, reason: string): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ state: 'cancelled', taken_at: null, last_error: reason })
    .where(stillOurs(mail))
    .execute()
}

/** @param wait until the next try; null when there is none */
export async function markNotSent(
  tx: Tx,
  mail: TakenMail,
  error: string,
  wait: Temporal.Duration | null,
): Promise<void> {
  await tx
    .updateTable('mail')
    .set({
      state: wait ? 'waiting_retry' : 'failed',
      taken_at: null,
      last_error: error,
      ...(wait ? { due_at: sql<Temporal.Instant>`perenne.now() + ${wait.toString()}::interval` } : {}),
    })
    .where(stillOurs(mail))
    .execute()
}
