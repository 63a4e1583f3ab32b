import { sql } from 'kysely'
import { reachDatabase } from '../backup/reach.ts'
import { connectOnce } from '../database/connect.ts'
import type { House } from '../house.ts'
import { type Environment, readSettings, type Settings, WrongSettings } from '../settings.ts'
import { type AskAsApp, checkDatabase } from './database.ts'
import type { Finding } from './finding.ts'
import { checkMachine, checkNode } from './machine.ts'
import { checkWork } from './work.ts'

/**
 * Looks an installation over from outside: works beside the running server, without it, and when nothing works. Changes
 * nothing; starts the embedded database for the time it takes when no server runs it.
 */
export async function examine(environment: Environment): Promise<Finding[]> {
  let settings: Settings
  try {
    settings = readSettings(environment, 'start')
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error
    return [{ name: 'settings', ok: false, facts: { problems: error.problems } }, checkNode()]
  }
  const findings: Finding[] = [{ name: 'settings', ok: true, facts: { problems: [] } }, checkNode()]
  return [...findings, ...(await checkMachine(settings)), ...(await fromOutside(settings))]
}

/** The same for the administration page: the house is open, its settings are right. */
export async function examineHouse(house: House): Promise<Finding[]> {
  const asApp: AskAsApp = async text => (await sql.raw<Record<string, unknown>>(text).execute(house.db)).rows
  const findings: Finding[] = [{ name: 'settings', ok: true, facts: { problems: [] } }, checkNode()]
  return [
    ...findings,
    ...(await checkMachine(house.settings)),
    ...(await inDatabase(house.settings, house.owner, asApp)),
  ]
}

async function fromOutside(settings: Settings): Promise<Finding[]> {
  try {
    const reached = await reachDatabase(settings)
    try {
      const app = await connectOnce(reached.app)
      app.on('error', () => {})
      try {
        return await inDatabase(settings, reached.owner, async text => (await app.query(text)).rows)
      } finally {
        await app.end()
      }
    } finally {
      await reached.close()
    }
  } catch (error) {
    return [unreachable(error)]
  }
}

async function inDatabase(
  settings: Settings,
  connection: Parameters<typeof connectOnce>[0],
  asApp: AskAsApp,
): Promise<Finding[]> {
  try {
    const owner = await connectOnce({ connectionTimeoutMillis: 5000, statement_timeout: 20_000, ...connection })
    owner.on('error', () => {})
    try {
      const findings = await checkDatabase(owner, asApp)
      // What happens by itself can only be told of a database that has this program's tables.
      const current = findings.every(finding => finding.name !== 'migrations' || finding.ok)
      return current ? [...findings, ...(await checkWork(owner, settings))] : findings
    } finally {
      await owner.end()
    }
  } catch (error) {
    return [unreachable(error)]
  }
}

function unreachable(error: unknown): Finding {
  const said =
    error instanceof AggregateError
      ? error.errors.map(one => String(one.message)).join('; ')
      : String((error as Error).message)
  return { name: 'database', ok: false, facts: { version: null, error: said.split('\n')[0] ?? '' } }
}
