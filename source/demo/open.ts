import { databaseExists, openCluster } from '#ground/database/embedded/cluster.ts'
import { databaseName, WrongInstallation } from '#ground/database/open.ts'
import { closeDocuments } from '#ground/documents/index.ts'
import { openKeys } from '#ground/keys.ts'
import { openLog } from '#ground/log.ts'
import { openMailer } from '#ground/mail/index.ts'
import { type Settings, WrongSettings } from '#ground/settings.ts'
import { openLimits } from '#ground/web/limits.ts'
import { openWeb } from '#ground/web/server.ts'
import { rooms } from '../rooms.ts'
import { announce, closeOnSignal, endWithDatabase, listen } from '../server-life.ts'
import { openCurrent } from './current.ts'
import { buildMoments, freshCopy, type Moment, resume } from './moments.ts'
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

    const stage: DemoStage = { jump, seminarSlug }
    const current = await openCurrent({
      settings,
      log,
      keys,
      cluster,
      rooms: [...rooms, { name: 'demo', routes: demoRoutes(stage) }],
      banner: banner(),
    })
    const { house } = current
    const keepPages = process.env.PERENNE_PAGE_CACHE !== 'off'
    const web = openWeb(house, { keepPages, limits: openLimits(10) })

    async function jump(to: Moment): Promise<void> {
      await current.jump(to)
      web.cache.clear()
    }

    const port = await listen(web.server, house)
    const mailer = openMailer(house)
    house.mailsWritten = mailer.poke
    mailer.poke()
    await current.startJobs()
    closeOnSignal(web.server, house, [cluster.stop, current.close, mailer.close, current.stopJobs, closeDocuments])
    cluster.onUnexpectedExit(endWithDatabase)
    announce(house, port, cluster.place)
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
