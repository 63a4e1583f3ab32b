import { constants } from 'node:fs'
import { access, readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { findPlace } from '../database/embedded/place.ts'
import { isLoopback, type Settings } from '../settings.ts'
import type { Finding } from './finding.ts'

/** Less than this is too little for a night's backup and the database's own housekeeping. */
const leastFree = 1024 ** 3

const wantedMajor = 26

export function checkNode(version: string = process.versions.node): Finding {
  return { name: 'node', ok: Number(version.split('.')[0]) === wantedMajor, facts: { version } }
}

/** What is not in the database: the data folder, the room on its disk, the key, the public address. */
export async function checkMachine(settings: Settings): Promise<Finding[]> {
  const folder = await checkFolder(settings.dataFolder)
  if (folder.facts.problem === 'missing') return [folder, checkAddress(settings)]
  return [folder, await checkDisk(settings), await checkKey(settings.dataFolder), checkAddress(settings)]
}

async function checkFolder(path: string): Promise<Extract<Finding, { name: 'folder' }>> {
  const as = (problem: 'missing' | 'not-writable' | 'of-another-user' | null) =>
    ({ name: 'folder', ok: problem === null, facts: { path, problem } }) as const
  try {
    const found = await stat(path)
    const self = process.getuid?.()
    // Root may own what it likes: then the embedded database has a user of its own.
    if (self !== undefined && self !== 0 && found.uid !== self) return as('of-another-user')
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return as(found.isDirectory() ? null : 'missing')
  } catch (error) {
    return as((error as NodeJS.ErrnoException).code === 'EACCES' ? 'not-writable' : 'missing')
  }
}

async function checkDisk(settings: Settings): Promise<Finding> {
  // As root the embedded database is in another place, perhaps on another disk.
  const place = settings.database ? null : await findPlace(settings.dataFolder).catch(() => null)
  const rooms = await Promise.all(
    [settings.dataFolder, ...(place ? [place.folder] : [])].map(path =>
      statfs(path).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => Number.POSITIVE_INFINITY,
      ),
    ),
  )
  const free = Math.min(...rooms)
  return { name: 'disk', ok: free >= leastFree, facts: { free } }
}

async function checkKey(dataFolder: string): Promise<Finding> {
  const file = join(dataFolder, 'keys', 'signing.key')
  const as = (problem: 'missing' | 'wrong-length' | 'readable-by-others' | null): Finding => ({
    name: 'key',
    ok: problem === null,
    facts: { problem },
  })
  try {
    if ((await readFile(file)).length !== 32) return as('wrong-length')
    return as(((await stat(file)).mode & 0o077) === 0 ? null : 'readable-by-others')
  } catch {
    return as('missing')
  }
}

/** On localhost nobody else can follow a link: right for a trial, wrong as soon as mails leave. */
function checkAddress({ publicUrl, smtpUrl }: Settings): Finding {
  const ok = publicUrl.protocol === 'https:' || (isLoopback(publicUrl.hostname) && smtpUrl === null)
  return { name: 'address', ok, facts: { url: publicUrl.origin } }
}
