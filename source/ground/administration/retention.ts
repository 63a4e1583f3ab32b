import { sql } from 'kysely'
import { as, type Database, job } from '../database/actor.ts'
import type { Job } from '../house.ts'
import { forgetOldForms } from '../web/sent-once.ts'

/**
 * Removes what has no use any more: sessions that have ended and sign-in links that have expired, by the real clock.
 * Runs as a job: these rows belong to everybody and nobody asked for it.
 *
 * @returns how many of each were removed
 */
export async function removeExpired(db: Database): Promise<{ sessions: number; links: number }> {
  return as(db, job('retention'), async tx => {
    const past = sql<Temporal.Instant>`clock_timestamp()`
    const sessions = await tx.deleteFrom('session').where('expires_at', '<', past).executeTakeFirst()
    const links = await tx.deleteFrom('sign_in_link').where('expires_at', '<', past).executeTakeFirst()
    return { sessions: Number(sessions.numDeletedRows), links: Number(links.numDeletedRows) }
  })
}

/** Each night before the backup (docs/data.md says what is kept how long). */
export const retentionJob: Job = {
  name: 'retention',
  schedule: '30 2 * * *',
  run: async house => {
    const removed = await removeExpired(house.db)
    await forgetOldForms(house.db)
    house.log.info(removed, 'what had expired was removed')
  },
}
