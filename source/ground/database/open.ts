import type { ClientConfig } from 'pg'
import type { Logger } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { Database } from './actor.ts'
import { connect, connectOnce } from './connect.ts'
import { createDatabase, databaseExists, openCluster } from './embedded/cluster.ts'
import { migrate } from './migrate.ts'

export type OpenDatabase = {
  db: Database
  owner: ClientConfig
  /** How the application connects, for what keeps a pool of its own (jobs). */
  application: ClientConfig
  /** Where the data are, in words for the ready line. */
  place: string
  /** The database server of our own, when it is ours. */
  cluster: Awaited<ReturnType<typeof openCluster>> | null
  close(): Promise<void>
}

export const databaseName = 'perenne'

/**
 * Opens the database of the settings, the embedded one by default, and brings it to this program's shape.
 *
 * @param name another database of the embedded server: the demo keeps one for each of its moments
 * @throws the errors of the embedded server, of the migrations and of the connection, each a clear line
 */
export async function openDatabase(settings: Settings, log: Logger, name = databaseName): Promise<OpenDatabase> {
  const onLost = (error: Error) => log.error({ error: error.message }, 'a database connection was lost')
  if (settings.database) {
    const owner = { connectionString: settings.database.ownerUrl }
    await migrateAs(owner)
    const application = { connectionString: settings.database.url }
    const db = connect(application, onLost)
    return { db, owner, application, place: 'DATABASE_URL', cluster: null, close: () => db.destroy() }
  }
  const cluster = await openCluster({ dataFolder: settings.dataFolder, log: line => log.debug({ postgres: line }) })
  try {
    if (!(await databaseExists(cluster, name))) await createDatabase(cluster, name)
    const owner = cluster.connection('perenne_owner', name)
    await migrateAs(owner)
    const application = cluster.connection('perenne_app', name)
    const db = connect(application, onLost)
    return {
      db,
      owner,
      application,
      place: cluster.place,
      cluster,
      close: async () => {
        await db.destroy()
        await cluster.stop()
      },
    }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function migrateAs(owner: ClientConfig): Promise<void> {
  const client = await connectOnce(owner)
  try {
    await migrate(client)
  } finally {
    await client.end()
  }
}
