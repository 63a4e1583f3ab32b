import { sql } from 'kysely'
import { migrations } from '../database/migrate.ts'
import type { House, Route } from '../house.ts'
import { json } from '../web/answer.ts'
import { get } from '../web/route.ts'

type Health = { status: 'ok' | 'failing'; checks: Record<string, 'ok' | 'failing'> }

const patience = 1000

/**
 * Whether a request can be answered now: the database answers within a second, and its newest migration is the newest
 * that this program knows.
 */
export async function readiness(house: House, within = patience): Promise<Health> {
  const checks: Health['checks'] = { database: 'failing', migrations: 'failing' }
  let alarm: NodeJS.Timeout | undefined
  try {
    const asked = sql<{ at: number }>`select max(number) as at from perenne.migration`.execute(house.db)
    asked.catch(() => {})
    const late = new Promise<never>((_resolve, reject) => {
      alarm = setTimeout(() => reject(new Error('late')), within)
    })
    const { rows } = await Promise.race([asked, late])
    checks.database = 'ok'
    const known = (await migrations()).at(-1)?.number
    if (rows[0]?.at === known) checks.migrations = 'ok'
  } catch (error) {
    house.log.debug({ error: (error as Error).message }, 'not ready')
  } finally {
    clearTimeout(alarm)
  }
  return { status: Object.values(checks).every(check => check === 'ok') ? 'ok' : 'failing', checks }
}

/** For whoever watches the server: alive says that the process answers, ready that it can do its work. */
export const healthRoutes: readonly Route[] = [
  get('/health/live', 'everyone', async visit => json(visit, { status: 'ok', checks: {} }), { api: true, quiet: true }),
  get(
    '/health/ready',
    'everyone',
    async visit => {
      const health = await readiness(visit.house)
      return json(visit, health, health.status === 'ok' ? 200 : 503)
    },
    { api: true, quiet: true },
  ),
]
