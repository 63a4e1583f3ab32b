import { openClock } from '#ground/clock.ts'
import { type OpenDatabase, openDatabase } from '#ground/database/open.ts'
import type { House, Room } from '#ground/house.ts'
import { openKeys } from '#ground/keys.ts'
import { type Logger, openLog } from '#ground/log.ts'
import type { Settings } from '#ground/settings.ts'

export type OpenHouse = { house: House; database: OpenDatabase }

/** Settings → database → house: what a server, a command and the demo all begin with. The web is opened by the server. */
export async function openHouse(
  settings: Settings,
  rooms: readonly Room[],
  log: Logger = openLog(settings.logLevel),
): Promise<OpenHouse> {
  const database = await openDatabase(settings, log)
  try {
    const house: House = {
      settings,
      log,
      keys: await openKeys(settings.dataFolder),
      db: database.db,
      owner: database.owner,
      clock: await openClock(database.db),
      rooms,
      mailsWritten: () => {},
    }
    return { house, database }
  } catch (error) {
    await database.close()
    throw error
  }
}
