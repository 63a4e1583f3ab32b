import { spawn } from 'node:child_process'
import { chown, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { runAs } from './account.ts'
import { ClusterFailed, codeOf, orNull } from './errors.ts'
import { type Place, prepareParent } from './place.ts'
import type { Programs } from './programs.ts'

/** What PostgreSQL's programs see of the environment: nothing of ours, no locale of the machine. */
export const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Makes a new cluster: UTF-8, sorting by code point that no system library can change (builtin C.UTF-8), checksums.
 * It is made beside and renamed when whole: a death in the middle leaves only a folder that the next start removes.
 */
export async function createCluster(place: Place, programs: Programs, durable: boolean): Promise<void> {
  await prepareParent(place)
  const there = await orNull(readdir(place.folder))
  if (there !== null && there.length > 0)
    throw new ClusterFailed(`${place.folder} is not empty and is no database of PostgreSQL; move it away`)
  const beside = `${place.folder}.new-${process.pid}-${Math.random().toString(36).slice(2, 8)}`
  try {
    await mkdir(beside, { mode: 0o700 })
    if (process.getuid?.() !== place.account.uid) await chown(beside, place.account.uid, place.account.gid)
    await initdb(place, programs, beside, durable)
    await rename(beside, place.folder)
    if (durable) await syncFolder(dirname(place.folder))
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
}

async function initdb(place: Place, programs: Programs, folder: string, durable: boolean): Promise<void> {
  const options = ['-D', folder, '-U', 'postgres', '--auth-local=peer', '--auth-host=reject', '--encoding=UTF8']
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--text-search-config=simple')
  if (!durable) options.push('--no-sync')
  const child = spawn(programs.initdb, options, {
    ...runAs(place.account),
    cwd: '/',
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
    })
  try {
    const status = await new Promise<number | string | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, killedBy) => resolve(code ?? killedBy))
    })
    if (status !== 0)
      throw new ClusterFailed(`PostgreSQL could not make its database in ${place.folder} (${status})`, said)
  } catch (error) {
    if (error instanceof ClusterFailed) throw error
    throw new ClusterFailed(`${programs.initdb} cannot be run (${codeOf(error)})`, said, error)
  } finally {
    process.off('exit', endWithUs)
  }
}

/** A renamed folder survives a power cut only once its parent is written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
