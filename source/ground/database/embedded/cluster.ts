import { readFile, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Connection, ensureRoles, type Role, reach, writeAccess } from './access.ts'
import { claimHolder, claimPlace } from './claim.ts'
import { createCluster } from './create.ts'
import { ClusterFailed, ClusterOfOtherMajor, codeOf, DataFolderTaken, orNull } from './errors.ts'
import { clearLeftovers } from './leftovers.ts'
import { clusterExists, findPlace, makePlace, notePath, type Place, writeNote } from './place.ts'
import { findPrograms, type Programs } from './programs.ts'
import { readyServer, type Server, startServer } from './server.ts'

export { createDatabase, databaseExists, dropDatabase } from './databases.ts'
export { ClusterFailed, ClusterOfOtherMajor, DataFolderTaken } from './errors.ts'
export type { Connection, Role }

/** The PostgreSQL of a data folder, running. */
export type Cluster = {
  /** The folder of the cluster, as told on the ready line. */
  place: string
  /** Where its socket is: a short path in /tmp, 0700. */
  socketFolder: string
  /** For node-postgres: over the Unix socket, peer authentication. */
  connection(role: Role, database: string): Connection
  /** The same as an address, for what wants one. */
  url(role: Role, database: string): string
  majorVersion: number
  /** Tells, with the server's last words, when it ended and nobody had called `stop`. Told at once if that was before. */
  onUnexpectedExit(callback: (message: string) => void): void
  /** Stops the server fast and clean, then frees the data folder. May be called twice. Close the connections before. */
  stop(): Promise<void>
}

/** What another process may know of a running cluster. */
export type RunningCluster = Pick<Cluster, 'place' | 'socketFolder' | 'connection' | 'url' | 'majorVersion'>

export type OpenOptions = {
  /** PERENNE_DATA; made if it is not there. */
  dataFolder: string
  log?: (line: string) => void
  /** `false` only in tests: nothing is forced to the disk. */
  durable?: boolean
  /** PostgreSQL settings instead of the lean ones, as `postgres -c` takes them. */
  settings?: Record<string, string>
}

/**
 * Opens the embedded PostgreSQL that belongs to a data folder, creating it at first use and clearing whatever a former death
 * left behind. Makes the roles `perenne_owner`, `perenne_app` and `perenne_public`, no database.
 * Throws `DataFolderTaken`, `ClusterOfOtherMajor` or `ClusterFailed`.
 */
export async function openCluster(options: OpenOptions): Promise<Cluster> {
  const log = options.log ?? (() => {})
  const place = await makePlace(options.dataFolder)
  const claim = await claimPlace(place)
  try {
    await clearLeftovers(place, log)
    const programs = await findPrograms(place)
    const settled = { durable: options.durable ?? true, settings: options.settings ?? {}, log }
    if (!(await clusterExists(place))) {
      log(`Making a new database in ${place.folder}`)
      await createCluster(place, programs, settled.durable)
    }
    await checkMajor(place, programs)
    await writeNote(place)
    await writeAccess(place)
    const server = await startServer(place, programs, settled)
    await ensureRoles(place).catch(async error => {
      await server.stop()
      throw error
    })
    return running(place, programs, server, claim.release)
  } catch (error) {
    await claim.release()
    throw asClusterError(error, place)
  }
}

function running(place: Place, programs: Programs, server: Server, release: () => Promise<void>): Cluster {
  let stopped: Promise<void> | null = null
  const stop = async () => {
    await server.stop()
    await rmdir(place.socketFolder).catch(() => {})
    await release()
  }
  return {
    place: place.folder,
    socketFolder: place.socketFolder,
    ...reach(place.socketFolder),
    majorVersion: programs.majorVersion,
    onUnexpectedExit: server.onExit,
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}

/**
 * The cluster of a data folder that another living Perenne runs (for `doctor` and `backup`); `null` when none runs, and then
 * `openCluster` is right. Waits up to a minute for one that is starting; throws `ClusterFailed` after that.
 */
export async function runningCluster(dataFolder: string): Promise<RunningCluster | null> {
  const place = await findPlace(dataFolder)
  if (place === null) return null
  for (const start = performance.now(); ; ) {
    if ((await claimHolder(place)) === null) return null
    if ((await readyServer(place)) !== null) break
    if (performance.now() - start > 60_000)
      throw new ClusterFailed(`The Perenne that runs on ${place.dataFolder} has no PostgreSQL that takes connections`)
    await sleep(50)
  }
  return {
    place: place.folder,
    socketFolder: place.socketFolder,
    ...reach(place.socketFolder),
    majorVersion: Number(await versionOf(place)),
  }
}

/** Removes the cluster of a data folder with all its databases, for good. Throws `DataFolderTaken` while Perenne runs on it. */
export async function removeCluster(dataFolder: string): Promise<void> {
  const place = await findPlace(dataFolder)
  if (place === null) return
  const claim = await claimPlace(place)
  try {
    await clearLeftovers(place, () => {})
    // Renamed first, to a name that the next start removes: a death in the middle must leave nothing that looks like a cluster.
    await orNull(rename(place.folder, `${place.folder}.new-removed`))
    await clearLeftovers(place, () => {})
    for (const path of [notePath(place), place.logFile]) await rm(path, { force: true })
    await rmdir(place.socketFolder).catch(() => {})
  } finally {
    await claim.release()
  }
}

async function checkMajor(place: Place, programs: Programs): Promise<void> {
  const found = await versionOf(place)
  if (found !== String(programs.majorVersion)) throw new ClusterOfOtherMajor(place.folder, found, programs.majorVersion)
}

/** The major version of PostgreSQL that made the cluster. */
async function versionOf(place: Place): Promise<string> {
  return (await readFile(join(place.folder, 'PG_VERSION'), 'utf8')).trim()
}

function asClusterError(error: unknown, place: Place): Error {
  if (error instanceof ClusterFailed || error instanceof ClusterOfOtherMajor || error instanceof DataFolderTaken)
    return error
  const said = error instanceof Error ? error.message : codeOf(error)
  return new ClusterFailed(
    `The database of ${place.dataFolder}, in ${place.folder}, cannot be opened: ${said}`,
    '',
    error,
  )
}
