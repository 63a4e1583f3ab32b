import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { waits } from '../rules/retry.ts'

export type MailAlarm = {
  /** Mails that should have left more than a quarter of an hour ago. */
  waiting: number
  /** Since when the oldest of them waits; null when none does. */
  oldest: Temporal.Instant | null
  /** Mails that will not be tried again by themselves. */
  failed: number
}

// A retry moves `due_at` on: what the tries before it took is counted back.
const spent = waits.map((_, i) => waits.slice(0, i + 1).reduce((sum, wait) => sum + wait.total('seconds'), 0))

/**
 * Whether mails do not leave, among those that the actor may see; null when all is well. Asked only where mails are
 * meant to leave (SMTP_URL is set). What is sent or cancelled is not read, so the cost does not grow with the years.
 *
 * @param spaceId only the mails of this space
 */
export async function mailAlarm(tx: Tx, spaceId?: string): Promise<MailAlarm | null> {
  const since = sql<Temporal.Instant>`greatest(created_at, due_at - case when state = 'waiting_retry'
    then make_interval(secs => coalesce((${sql.val(spent)}::float8[])[attempts], 0)) else '0' end)`
  const late = sql<boolean>`state <> 'failed' and ${since} < (select perenne.now()) - interval '15 minutes'`
  let query = tx
    .selectFrom('mail')
    .where('state', 'in', ['to_send', 'waiting_retry', 'sending', 'failed'])
    .select([
      sql<number>`count(*) filter (where ${late})::int`.as('waiting'),
      sql<Temporal.Instant | null>`min(${since}) filter (where ${late})`.as('oldest'),
      sql<number>`count(*) filter (where state = 'failed')::int`.as('failed'),
    ])
  if (spaceId !== undefined) query = query.where('space_id', '=', spaceId)
  const alarm = await query.executeTakeFirstOrThrow()
  return alarm.waiting + alarm.failed > 0 ? alarm : null
}
