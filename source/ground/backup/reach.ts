import type { ClientConfig } from 'pg'
import { createDatabase, databaseExists, openCluster, runningCluster } from '../database/embedded/cluster.ts'
import { clusterExists, findPlace } from '../database/embedded/place.ts'
import { databaseName } from '../database/open.ts'
import type { Settings } from '../settings.ts'
import { BackupRefused } from './refused.ts'

/** The database of an installation, for a command that works beside the server or without it. */
export type Reached = {
  owner: ClientConfig
  app: ClientConfig
  /** A server of ours is working on it now. Not known of a database of DATABASE_URL. */
  serverLives: boolean
  close(): Promise<void>
}

/**
 * Connects to the server's own database when it lives, else starts that database and stops it afterwards.
 *
 * @param create makes the database when there is none; otherwise nothing is made
 * @throws BackupRefused when there is no installation; the errors of the embedded server
 */
export async function reachDatabase(settings: Settings, { create = false } = {}): Promise<Reached> {
  if (settings.database) {
    const { url, ownerUrl } = settings.database
    return {
      owner: { connectionString: ownerUrl },
      app: { connectionString: url },
      serverLives: false,
      close: async () => {},
    }
  }
  const running = await runningCluster(settings.dataFolder)
  if (running) {
    if (!(await databaseExists(running, databaseName))) throw nothingHere(settings)
    return { ...connections(running), serverLives: true, close: async () => {} }
  }
  const place = await findPlace(settings.dataFolder)
  if (!create && (place === null || !(await clusterExists(place)))) throw nothingHere(settings)
  const cluster = await openCluster({ dataFolder: settings.dataFolder })
  try {
    if (!(await databaseExists(cluster, databaseName))) {
      if (!create) throw nothingHere(settings)
      await createDatabase(cluster, databaseName)
    }
    return { ...connections(cluster), serverLives: false, close: () => cluster.stop() }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

const connections = (cluster: Pick<Awaited<ReturnType<typeof openCluster>>, 'connection'>) => ({
  owner: cluster.connection('perenne_owner', databaseName),
  app: cluster.connection('perenne_app', databaseName),
})

const nothingHere = (settings: Settings) =>
  new BackupRefused(`There is no installation in ${settings.dataFolder} (PERENNE_DATA).`)
