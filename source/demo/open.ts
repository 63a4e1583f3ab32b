import { openClock } from '#ground/clock.ts'
import { connect } from '#ground/database/connect.ts'
import { databaseExists, openCluster } from '#ground/database/embedded/cluster.ts'
import { databaseName, surviving, WrongInstallation } from '#ground/database/open.ts'
import { closeDocuments } from '#ground/documents/index.ts'
import type { House } from '#ground/house.ts'
import { openKeys } from '#ground/keys.ts'
import { openLog } from '#ground/log.ts'
import { openMailer } from '#ground/mail/index.ts'
import { type Settings, WrongSettings } from '#ground/settings.ts'
import { openLimits } from '#ground/web/limits.ts'
import { openWeb } from '#ground/web/server.ts'
import { rooms } from '../rooms.ts'
import { announce, closeOnSignal, endWithDatabase, listen } from '../server-life.ts'
import { buildMoments, currentName, freshCopy, type Moment, resume } from './moments.ts'
import { banner, type DemoStage, demoRoutes } from './routes.tsx'
import { seminarSlug } from './story-kit.ts'

/**
 * Opens the demonstration: its own data folder and its own embedded server, one database for each moment and one for
 * the visitors. Its routes exist in no other way of starting.
 *
 * @throws WrongSettings when a database of one's own is named: the demo makes and drops databases
 */
export async function openDemo(settings: Settings): Promise<void> {
  if (settings.database) {
    throw new WrongSettings([
      'DATABASE_URL is set; the demonstration makes and drops databases, and uses its own server only. Unset it.',
    ])
  }
  const log = openLog(settings.logLevel)
  const cluster = await openCluster({ dataFolder: settings.dataFolder, log: line => log.debug({ postgres: line }) })
  try {
    if (await databaseExists(cluster, databaseName)) {
      throw new WrongInstallation(
        `PERENNE_DATA is ${settings.dataFolder}, which holds an installation for real use; expected a folder for the demonstration. Set PERENNE_DATA, or use npm start.`,
      )
    }
    const keys = await openKeys(settings.dataFolder)
    await buildMoments({ settings, log, keys, rooms, cluster })
    const resumed = settings.clock === null && (await resume(cluster))
    if (!resumed) await freshCopy(cluster, 'opening', settings.clock?.toString())

    const onLost = (error: Error) => log.error({ error: error.message }, 'a database connection was lost')
    const openCurrent = () => connect(surviving(cluster.connection('perenne_app', currentName), onLost), onLost)
    const db = openCurrent()
    const stage: DemoStage = { jump, seminarSlug }
    const house: House = {
      settings,
      log,
      keys,
      db,
      owner: cluster.connection('perenne_owner', currentName),
      clock: await openClock(db),
      rooms: [...rooms, { name: 'demo', routes: demoRoutes(stage) }],
      banner: banner(),
      mailsWritten: () => {},
    }
    const keepPages = process.env.PERENNE_PAGE_CACHE !== 'off'
    const web = openWeb(house, { keepPages, limits: openLimits(10) })

    async function jump(to: Moment): Promise<void> {
      const before = house.db
      await before.destroy()
      await freshCopy(cluster, to)
      house.db = openCurrent()
      house.clock = await openClock(house.db)
      web.cache.clear()
    }

    const port = await listen(web.server, house)
    const mailer = openMailer(house)
    house.mailsWritten = mailer.poke
    mailer.poke()
    closeOnSignal(web.server, house, [cluster.stop, () => house.db.destroy(), mailer.close, closeDocuments])
    cluster.onUnexpectedExit(endWithDatabase)
    announce(house, port, cluster.place)
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
