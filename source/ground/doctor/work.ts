import type { ClientBase } from 'pg'
import type { Settings } from '../settings.ts'
import type { Finding } from './finding.ts'

/** What should happen by itself: mails that leave, backups that are made. */
export async function checkWork(owner: ClientBase, settings: Settings): Promise<Finding[]> {
  return [await checkMails(owner, settings), await checkBackups(owner)]
}

async function checkMails(owner: ClientBase, { smtpUrl }: Settings): Promise<Finding> {
  const { rows } = await owner.query<{ late: number; failed: number }>(`
    select count(*) filter (where state in ('to_send', 'sending', 'waiting_retry')
                              and due_at < perenne.now() - interval '15 minutes')::int as late,
           count(*) filter (where state = 'failed' and created_at > perenne.now() - interval '7 days')::int as failed
    from perenne.mail`)
  const { late = 0, failed = 0 } = rows[0] ?? {}
  // Without a mail server nothing is meant to leave: mails are read on their page.
  const sent = smtpUrl !== null
  return { name: 'mails', ok: !sent || (late === 0 && failed === 0), facts: { sent, late, failed } }
}

/** A good backup in the last 48 hours, and no failure since; a new installation has 48 hours to make its first. */
async function checkBackups(owner: ClientBase): Promise<Finding> {
  const { rows } = await owner.query<{ last: string | null; error: string | null; since: string; recent: boolean }>(`
    with good as (select max(started_at) as last from perenne.backup_run where error is null and file is not null)
    select to_json(good.last) #>> '{}' as last,
           (select r.error from perenne.backup_run r where r.error is not null
              and (good.last is null or r.started_at > good.last) order by r.started_at desc limit 1) as error,
           to_json(i.created_at) #>> '{}' as since,
           coalesce(good.last, i.created_at) > clock_timestamp() - interval '48 hours' as recent
    from good, perenne.installation i`)
  const { last = null, error = null, since = '', recent = false } = rows[0] ?? {}
  return { name: 'backups', ok: recent && error === null, facts: { last, error, since } }
}
