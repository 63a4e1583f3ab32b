import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/**
 * Whether the last mail to the person of a registration could not be delivered: it was given up, or came back after it had
 * left. A condition for queries that have `registration` under the name `r`. A later mail settles it when it arrives, and
 * while it has not been tried yet (the address may just have been corrected); one that is tried again and again does not.
 */
export const lastMailFailed = sql<boolean>`(
  select m.state = 'failed' or m.bounced_at is not null from perenne.mail m
  where m.person_id = r.person_id and m.state in ('sent', 'failed', 'to_send', 'sending')
  order by m.created_at desc, m.id desc limit 1) is true`

/**
 * The same among everybody of a seminar. Few mails fail or come back: they are looked for first, and only their people are
 * asked whether a later one arrived.
 */
export const isUndelivered = (seminarId: string) => sql<boolean>`(r.person_id in (
  select f.person_id from perenne.mail f
  where f.space_id = ${seminarId} and (f.state = 'failed' or f.bounced_at is not null)) and ${lastMailFailed})`

/**
 * Those of these registrations whose last mail could not be delivered.
 *
 * The actor must see the mails (`people` in the seminar), or be a job; whoever sees none gets an empty set.
 */
export async function undeliveredFor(tx: Tx, registrationIds: readonly string[]): Promise<Set<string>> {
  if (registrationIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('registration as r')
    .select('r.id')
    .where('r.id', 'in', [...registrationIds])
    .where(lastMailFailed)
    .execute()
  return new Set(rows.map(row => row.id))
}
