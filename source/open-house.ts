import type { CommandLine } from '#ground/administration/index.ts'
import { reachDatabase } from '#ground/backup/index.ts'
import { keepCalendarHost } from '#ground/calendar-host.ts'
import { openClock } from '#ground/clock.ts'
import { connect, connectOnce } from '#ground/database/connect.ts'
import { migrate } from '#ground/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '#ground/database/open.ts'
import type { House, Room } from '#ground/house.ts'
import { openKeys } from '#ground/keys.ts'
import { type Logger, openLog } from '#ground/log.ts'
import { readSettings, type Settings } from '#ground/settings.ts'
import { openLook } from '#ground/setup/index.ts'
import { rooms } from './rooms.ts'

export type OpenHouse = { house: House; database: OpenDatabase }

/** Settings → database → house: what a server, a command and the demo all begin with. The web is opened by the server. */
export async function openHouse(
  settings: Settings,
  rooms: readonly Room[],
  log: Logger = openLog(settings.logLevel),
): Promise<OpenHouse> {
  const database = await openDatabase(settings, log)
  try {
    await keepCalendarHost(database.db, settings.publicUrl)
    const house: House = {
      settings,
      log,
      keys: await openKeys(settings.dataFolder),
      db: database.db,
      owner: database.owner,
      clock: await openClock(database.db),
      rooms,
      look: await openLook(database.db),
      mailsWritten: () => {},
    }
    return { house, database }
  } catch (error) {
    await database.close()
    throw error
  }
}

/**
 * One piece of work of a command, in the same house, beside a server that lives or without one. Mails that it writes
 * leave with the server's next round.
 */
export async function workInHouse(line: CommandLine, work: (house: House) => Promise<number>): Promise<number> {
  const settings = readSettings(line.environment, 'start')
  const reached = await reachDatabase(settings, { create: true })
  try {
    if (!reached.serverLives) {
      const owner = await connectOnce(reached.owner)
      await migrate(owner).finally(() => owner.end())
    }
    const db = connect(reached.app)
    try {
      const keys = await openKeys(settings.dataFolder)
      const log = openLog(settings.logLevel)
      await keepCalendarHost(db, settings.publicUrl)
      return await work({
        settings,
        log,
        keys,
        db,
        owner: reached.owner,
        clock: await openClock(db),
        rooms,
        mailsWritten: () => {},
      })
    } finally {
      await db.destroy()
    }
  } finally {
    await reached.close()
  }
}
