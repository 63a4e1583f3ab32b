import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { scrub } from '../rules/reason.ts'
import { recipientOf } from '../store/read.ts'
import type { Report } from './read-report.ts'

/** What a report did: it was noted, was noted before, or is about no mail that left here. */
export type Taken = 'bounced' | 'delayed' | 'known' | 'not-ours'

/**
 * Notes a report beside the mail it is about. A mail that came back stays so; a later "still trying" is older news.
 *
 * The actor must be a job: it is about whomever the mail was for.
 */
export async function noteReport(tx: Tx, report: Report): Promise<Taken> {
  const mail = await tx
    .selectFrom('mail')
    .select(['id', 'person_id', 'bounced_at', 'delayed_at'])
    .where('id', 'in', report.mails)
    // Only what left can come back; a try that was told as failed here may have left all the same.
    .where('attempts', '>', 0)
    .orderBy(sql`array_position(${report.mails}::uuid[], id)`)
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!mail) return 'not-ours'
  if (mail.bounced_at || (report.what === 'delayed' && mail.delayed_at)) return 'known'
  const person = await recipientOf(tx, mail.person_id)
  const words = [person.email, person.given_name, person.family_name].filter(word => word !== null)
  const bounce = [report.status, scrub(report.said, words)].filter(Boolean).join(' ')
  const now = sql<Temporal.Instant>`perenne.now()`
  await tx
    .updateTable('mail')
    .set({ ...(report.what === 'failed' ? { bounced_at: now } : { delayed_at: now }), bounce })
    .where('id', '=', mail.id)
    .execute()
  return report.what === 'failed' ? 'bounced' : 'delayed'
}
