import type { ClientConfig, PoolConfig } from 'pg'
import type { Logger } from '../log.ts'
import { hideSecrets, type Settings } from '../settings.ts'
import type { Database } from './actor.ts'
import { connect, connectOnce } from './connect.ts'
import { createDatabase, databaseExists, openCluster } from './embedded/cluster.ts'
import { migrate } from './migrate.ts'

export type OpenDatabase = {
  db: Database
  owner: ClientConfig
  /** How the application connects, for what keeps a pool of its own (jobs). */
  application: PoolConfig
  /** Where the data are, in words for the ready line. */
  place: string
  /** The database server of our own, when it is ours. */
  cluster: Awaited<ReturnType<typeof openCluster>> | null
  close(): Promise<void>
}

export const databaseName = 'perenne'
/** The database that visitors of the demonstration use. A folder holds the one or the other. */
export const demoDatabaseName = 'demo_current'

/** The data folder holds the demonstration, or this is the demonstration and the folder is a real one. */
export class WrongInstallation extends Error {}

/** A server of one's own that does not answer, or does not let us in. */
export class DatabaseOutOfReach extends Error {}

/**
 * Opens the database of the settings, the embedded one by default, and brings it to this program's shape.
 *
 * @param name another database of the embedded server: the demo keeps one for each of its moments
 * @throws the errors of the embedded server, of the migrations and of the connection, each a clear line
 */
export async function openDatabase(settings: Settings, log: Logger, name = databaseName): Promise<OpenDatabase> {
  // While we stop the server ourselves, a connection that is still on its way out is told nothing new.
  let closing = false
  const onLost = (error: Error) =>
    log[closing ? 'debug' : 'error']({ error: error.message }, 'a database connection was lost')
  if (settings.database) {
    const owner = { connectionString: settings.database.ownerUrl }
    const application = surviving({ connectionString: settings.database.url }, onLost)
    await reach('DATABASE_OWNER_URL', settings.database.ownerUrl)
    await migrateAs(owner)
    await reach('DATABASE_URL', settings.database.url)
    const db = connect(application, onLost)
    return { db, owner, application, place: 'DATABASE_URL', cluster: null, close: () => db.destroy() }
  }
  const cluster = await openCluster({ dataFolder: settings.dataFolder, log: line => log.debug({ postgres: line }) })
  try {
    if (!(await databaseExists(cluster, name))) {
      if (await databaseExists(cluster, demoDatabaseName)) {
        throw new WrongInstallation(
          `PERENNE_DATA is ${settings.dataFolder}, which holds the demonstration; expected a folder for real use. Set PERENNE_DATA, or use npm run demo.`,
        )
      }
      await createDatabase(cluster, name)
    }
    const owner = cluster.connection('perenne_owner', name)
    await migrateAs(owner)
    const application = surviving(cluster.connection('perenne_app', name), onLost)
    const db = connect(application, onLost)
    return {
      db,
      owner,
      application,
      place: cluster.place,
      cluster,
      close: async () => {
        closing = true
        await db.destroy()
        await cluster.stop()
      },
    }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/**
 * A connection that breaks while it is in use fails its query, which is answered for. It also emits an error of its
 * own, to which the pool listens only while it is idle, and which would end the program.
 */
export function surviving(connection: PoolConfig, onLost: (error: Error) => void): PoolConfig {
  return { ...connection, onConnect: client => void client.on('error', onLost) }
}

// Asked first, so that what stands in the way carries the name of the setting and not only the driver's words.
async function reach(variable: string, url: string): Promise<void> {
  try {
    await (await connectOnce({ connectionString: url })).end()
  } catch (error) {
    const words = (one: unknown) => (one instanceof Error ? one.message : String(one))
    const why = error instanceof AggregateError ? error.errors.map(words).join('; ') : words(error)
    throw new DatabaseOutOfReach(
      `${variable} is ${JSON.stringify(hideSecrets(url))}; expected a PostgreSQL database that answers (${why}).`,
    )
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
