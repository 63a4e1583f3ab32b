import { sql } from 'kysely'
import { as, job } from '#ground/database/actor.ts'
import { WrongInstallation } from '#ground/database/open.ts'
import { closeDocuments } from '#ground/documents/index.ts'
import type { House } from '#ground/house.ts'
import { openJobs } from '#ground/jobs/index.ts'
import { openMailer } from '#ground/mail/index.ts'
import { firstAdministratorLink } from '#ground/people/index.ts'
import { readSettings, type Settings, WrongSettings } from '#ground/settings.ts'
import { openWeb } from '#ground/web/server.ts'
import { openHouse } from './open-house.ts'
import { rooms } from './rooms.ts'
import { announce, closeOnSignal, endOnSignal, endWithDatabase, listen } from './server-life.ts'

/**
 * Opens the house: `npm start` and `npm run demo`. What stands in the way is told in one line each on standard error,
 * and ends the program with 1.
 */
export async function open(what: string | undefined): Promise<void> {
  endOnSignal()
  try {
    if (what === 'demo') {
      const { openDemo } = await import('./demo/open.ts')
      await openDemo(readSettings(process.env, 'demo'))
    } else if (what === 'start') {
      await start(readSettings(process.env, 'start'))
    } else {
      throw new Error(`“${what ?? ''}” is not a way to start; expected start or demo.`)
    }
  } catch (error) {
    for (const line of linesOf(error)) console.error(line)
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
    process.exit(1)
  }
}

function linesOf(error: unknown): string[] {
  if (error instanceof WrongSettings) return error.problems
  if (!(error instanceof Error)) return [String(error)]
  const { code, path } = error as NodeJS.ErrnoException
  // Of all that is opened at a start, only what is in the data folder is written.
  if (path !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(code ?? '')) {
    return [
      `PERENNE_DATA: ${path} cannot be written (${code}); expected a folder with room that this user may write in.`,
    ]
  }
  return [error.message || String((error as AggregateError).errors?.[0] ?? error.name)]
}

async function start(settings: Settings): Promise<void> {
  const { house, database } = await openHouse(settings, rooms)
  try {
    await refuseDemonstration(house)
    const web = openWeb(house)
    const port = await listen(web.server, house)
    const mailer = openMailer(house)
    house.mailsWritten = mailer.poke
    mailer.poke()
    const jobs = await openJobs(house, database.application)
    closeOnSignal(web.server, house, [database.close, mailer.close, jobs.close, closeDocuments])
    database.cluster?.onUnexpectedExit(endWithDatabase)
    // Asked before the ready line: what fails after it is no longer a start that failed.
    const first = await firstAdministratorLink(house)
    announce(house, port, database.place)
    if (first !== null)
      process.stderr.write(
        `Nobody administers this installation yet. Open this address once to become its administrator: ${first}\n`,
      )
  } catch (error) {
    await database.close()
    throw error
  }
}

async function refuseDemonstration(house: House): Promise<void> {
  const { rows } = await as(house.db, job('start'), tx =>
    sql<{ demonstration: boolean }>`select demonstration from installation`.execute(tx),
  )
  if (rows[0]?.demonstration) {
    throw new WrongInstallation(
      `PERENNE_DATA is ${house.settings.dataFolder}, which holds the demonstration; expected a folder for real use. Set PERENNE_DATA, or use npm run demo.`,
    )
  }
}
