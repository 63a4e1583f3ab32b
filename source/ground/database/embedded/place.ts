import { createHash } from 'node:crypto'
import { chmod, chown, mkdir, open, readFile, realpath, rename, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Account, firstClosedFolder, ownAccount, ownerOf, unprivilegedAccount } from './account.ts'
import { ClusterFailed, codeOf, orNull } from './errors.ts'

/** Where the clusters and the programs live when Perenne runs as root. */
export const rootsFolder = '/var/lib/perenne'

/** Everything that follows from the data folder and from who runs Perenne. */
export type Place = {
  /** PERENNE_DATA, absolute, links resolved. */
  dataFolder: string
  /** Twelve hexadecimal digits made from `dataFolder`; they name the cluster, its socket folder and the claim. */
  id: string
  /** The cluster (PGDATA). */
  folder: string
  /** In /tmp, because the path of a Unix socket has room for about a hundred bytes only. */
  socketFolder: string
  /** Also shown by PostgreSQL in the title of each of its processes. */
  clusterName: string
  /** Who runs PostgreSQL and owns the cluster. */
  account: Account
  /** The server's messages. Outside the cluster, which as root belongs to a less trusted user. */
  logFile: string
}

const noteName = 'postgres-is-at.txt'

/**
 * The place of a data folder's cluster. Writes nothing.
 * `null` when the data folder does not exist; `ClusterFailed` when its cluster belongs to another user, or stayed behind.
 */
export async function findPlace(dataFolder: string): Promise<Place | null> {
  try {
    return await look(dataFolder)
  } catch (error) {
    if (error instanceof ClusterFailed) throw error
    const code = codeOf(error)
    throw new ClusterFailed(
      `PERENNE_DATA: ${resolve(dataFolder)} cannot be opened (${code || error}); expected a folder this user may read and write`,
      '',
      error,
    )
  }
}

async function look(dataFolder: string): Promise<Place | null> {
  const real = await orNull(realpath(resolve(dataFolder)))
  if (real === null) return null
  const id = createHash('sha256').update(real).digest('hex').slice(0, 12)
  const inData = join(real, 'postgres')
  const amongRoots = join(rootsFolder, id)
  const asRoot = process.getuid?.() === 0
  const folder = asRoot ? amongRoots : inData
  if (asRoot) await refuseOthers(real, inData, folder)
  else await refuseRoots(real, folder)
  return {
    dataFolder: real,
    id,
    folder,
    socketFolder: `/tmp/perenne-${id}`,
    clusterName: `perenne-${id}`,
    account: await accountFor(folder, asRoot),
    logFile: join(real, 'postgres.log'),
  }
}

/** Makes the data folder if need be, and finds its place. */
export async function makePlace(dataFolder: string): Promise<Place> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new ClusterFailed(`PERENNE_DATA: ${resolve(dataFolder)} cannot be made (${codeOf(error)})`, '', error)
  }
  const place = await findPlace(dataFolder)
  if (place === null) throw new ClusterFailed(`PERENNE_DATA: ${resolve(dataFolder)} disappeared while it was opened`)
  return place
}

/** True when the cluster is there. It is renamed into place when whole, so its version file means all of it. */
export async function clusterExists(place: Place): Promise<boolean> {
  return (await orNull(stat(join(place.folder, 'PG_VERSION')))) !== null
}

/** As root an existing cluster keeps its user, even if the user `perenne` was added later. */
async function accountFor(folder: string, asRoot: boolean): Promise<Account> {
  const owner = await orNull(ownerOf(folder))
  if (!asRoot) {
    const { uid, gid } = ownAccount()
    if (owner !== null && owner.uid !== uid)
      throw new ClusterFailed(
        `The database in ${folder} belongs to user number ${owner.uid}; start Perenne as that user`,
      )
    return { uid, gid }
  }
  if (owner === null) return unprivilegedAccount()
  if (owner.uid === 0)
    throw new ClusterFailed(`${folder} belongs to root; expected a folder of the user that runs PostgreSQL`)
  return { uid: owner.uid, gid: owner.gid }
}

/** As root, opening an empty cluster beside the one an ordinary user filled would look like lost data. */
async function refuseOthers(dataFolder: string, inData: string, folder: string): Promise<void> {
  const owner = await orNull(ownerOf(join(inData, 'PG_VERSION')))
  if (owner !== null)
    throw new ClusterFailed(
      `PERENNE_DATA: the database in ${inData} belongs to user number ${owner.uid}, and this is root; start Perenne as that user`,
    )
  const note = await readNote(dataFolder)
  if (note === null || note.folder === folder) return
  const stayed = (await orNull(stat(join(note.folder, 'PG_VERSION')))) !== null
  // A copy of a data folder leaves the original behind, with its database: then a new database is right.
  const original = (await readNote(note.dataFolder))?.folder === note.folder
  if (stayed && !original)
    throw new ClusterFailed(
      `PERENNE_DATA: ${dataFolder} was moved from ${note.dataFolder}, its database stayed behind; run: mv ${note.folder} ${folder} (or, for an empty database, remove ${join(dataFolder, noteName)})`,
    )
}

async function refuseRoots(dataFolder: string, folder: string): Promise<void> {
  const note = await readNote(dataFolder)
  if (note !== null && (await orNull(stat(folder))) === null)
    throw new ClusterFailed(
      `PERENNE_DATA: the database of ${dataFolder} was made by root, in ${note.folder}; start Perenne as root, or name another folder`,
    )
}

async function readNote(dataFolder: string): Promise<{ folder: string; dataFolder: string } | null> {
  const text = await orNull(readFile(join(dataFolder, noteName), 'utf8'))
  const [folder = '', owner = ''] = text?.split('\n') ?? []
  return folder.startsWith('/') ? { folder, dataFolder: owner.replace(/^database of /, '') } : null
}

/** As root, leaves word in the data folder of where its database is: one line with the place, one with the data folder. */
export async function writeNote(place: Place): Promise<void> {
  if (place.folder.startsWith(`${place.dataFolder}/`)) return
  if ((await readNote(place.dataFolder))?.folder === place.folder) return
  const self = ownAccount()
  await writeOwned(join(place.dataFolder, noteName), `${place.folder}\ndatabase of ${place.dataFolder}\n`, self, 0o644)
}

export const notePath = (place: Place): string => join(place.dataFolder, noteName)

/** Makes the folder that will hold the cluster, and looks that PostgreSQL's user can reach it. */
export async function prepareParent(place: Place): Promise<void> {
  const parent = dirname(place.folder)
  if (parent === rootsFolder) await makeOpenFolder(parent)
  const closed = await firstClosedFolder(parent, place.account)
  if (closed !== null)
    throw new ClusterFailed(
      `${closed} cannot be entered by user number ${place.account.uid}, who runs PostgreSQL; allow it (chmod o+x)`,
    )
}

/** Makes a folder that every user may enter, whatever the umask; one that is already there keeps its mode. */
export async function makeOpenFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o755 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755)
}

/**
 * The socket folder: 0700, of PostgreSQL's user. Anybody can make a folder of that name in /tmp before us: one that is
 * not ours is refused.
 */
export async function prepareSocketFolder(place: Place): Promise<void> {
  const { socketFolder, account } = place
  try {
    await mkdir(socketFolder, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const found = await ownerOf(socketFolder)
  const ours = found.uid === account.uid || found.uid === process.getuid?.()
  if (!found.isDirectory || !ours)
    throw new ClusterFailed(`${socketFolder} belongs to user number ${found.uid}; expected a folder of ours: remove it`)
  // In the sticky /tmp nobody else can put another one in the place of a folder of ours between these lines.
  if (found.mode !== 0o700) await chmod(socketFolder, 0o700)
  if (found.uid !== account.uid) await chown(socketFolder, account.uid, account.gid)
}

/** Writes a whole file or none, for an owner. Never follows a link that this owner may have laid at that name. */
export async function writeOwned(path: string, text: string, owner: Account, mode = 0o600): Promise<void> {
  const beside = `${path}.${process.pid}-${Math.random().toString(36).slice(2, 8)}`
  const file = await open(beside, 'wx', mode)
  try {
    await file.writeFile(text)
    if (process.getuid?.() !== owner.uid) await file.chown(owner.uid, owner.gid)
    await file.chmod(mode)
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
