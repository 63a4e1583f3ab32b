import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import type { Place } from './place.ts'

/** A process of our cluster. `postmaster`: one that was started by name (the server itself, or initdb), not its children. */
export type ServerProcess = { pid: number; postmaster: boolean }

/**
 * The living processes of this cluster and of unfinished attempts to make it, and of no other: they belong to the
 * cluster's user, they are `postgres` or `initdb`, and they carry our folder as an argument or as working directory, or our
 * cluster's name in their title. The title matters because in a container root may not read others' working directory.
 */
export function processesOf(place: Place): ServerProcess[] {
  return process.platform === 'linux' ? processesByProc(place) : processesByPs(place)
}

/** For Linux. A process that ends while we look is no longer one of ours. */
export function processesByProc(place: Place): ServerProcess[] {
  const found: ServerProcess[] = []
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const folder = `/proc/${name}`
    const program = quietly(() => readFileSync(`${folder}/comm`, 'utf8').trim())
    if (program !== 'postgres' && program !== 'initdb') continue
    if (quietly(() => statSync(folder).uid) !== place.account.uid) continue
    const words = (quietly(() => readFileSync(`${folder}/cmdline`, 'utf8')) ?? '').split('\0')
    const postmaster = isOurs(place, words[words.indexOf('-D') + 1])
    const title = words[0]?.startsWith(`postgres: ${place.clusterName}: `) === true
    const directory = quietly(() => readlinkSync(`${folder}/cwd`))
    // A zombie has no words and no directory: it is dead, only not yet counted as such by its parent.
    if (postmaster || title || isOurs(place, directory)) found.push({ pid: Number(name), postmaster })
  }
  return found
}

/** For systems without /proc. */
export function processesByPs(place: Place): ServerProcess[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,uid=,args='], { encoding: 'utf8' }).split('\n')
  const found: ServerProcess[] = []
  for (const line of lines) {
    const [, pid, uid, command = ''] = /^\s*(\d+)\s+(-?\d+)\s+(.*)$/.exec(line) ?? []
    if (Number(uid) >>> 0 !== place.account.uid >>> 0) continue
    const started = /\/bin\/(?:postgres|initdb) -D (.+?)(?: -|$)/.exec(command)?.[1]
    const postmaster = isOurs(place, started)
    if (postmaster || command.startsWith(`postgres: ${place.clusterName}: `))
      found.push({ pid: Number(pid), postmaster })
  }
  return found
}

function isOurs(place: Place, folder: string | undefined | null): boolean {
  return folder === place.folder || folder?.startsWith(`${place.folder}.new-`) === true
}

function quietly<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** Sends a signal; a process that is already gone is fine. */
export function signal(pid: number, name: 'SIGINT' | 'SIGTERM' | 'SIGQUIT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch {}
}
