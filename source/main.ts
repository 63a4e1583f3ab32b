import { sql } from 'kysely'
import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { openJobs } from '#ground/jobs/index.ts'
import { openMailer } from '#ground/mail/index.ts'
import { firstAdministratorLink } from '#ground/people/index.ts'
import { readSettings, type Settings, WrongSettings } from '#ground/settings.ts'
import { openWeb } from '#ground/web/server.ts'
import { openHouse } from './open-house.ts'
import { rooms } from './rooms.ts'
import { announce, closeOnSignal, listen } from './server-life.ts'

/** This database is not the one that this way of starting is for. */
class WrongInstallation extends Error {}

/**
 * Opens the house: `npm start` and `npm run demo`. What stands in the way is told in one line each on standard error,
 * and ends the program with 1.
 */
export async function open(what: string | undefined): Promise<void> {
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
    const lines =
      error instanceof WrongSettings ? error.problems : [error instanceof Error ? error.message : String(error)]
    for (const line of lines) console.error(line)
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
    process.exit(1)
  }
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
    closeOnSignal(web.server, house, [database.close, mailer.close, jobs.close])
    database.cluster?.onUnexpectedExit(message => {
      house.log.fatal({ message }, 'PostgreSQL ended by itself')
      process.exit(1)
    })
    announce(house, port, database.place)
    const first = await firstAdministratorLink(house)
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
