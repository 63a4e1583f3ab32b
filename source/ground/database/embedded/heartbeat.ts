import { readFileSync, readlinkSync } from 'node:fs'
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DataFolderTaken, orNull } from './errors.ts'
import type { Place } from './place.ts'

/** How often a living Perenne touches its file, and how long a file must rest to be a dead one's, in milliseconds. */
export type Rhythm = { beat: number; silence: number }
const usual: Rhythm = { beat: 3_000, silence: 10_000 }

/**
 * A second claim, for two containers or two machines that share a data folder: the first one, a socket, ends at their
 * border, and two servers on one cluster would destroy it. A file in the data folder says where its Perenne runs and
 * is touched as long as that lives. One from the same side of the border is ignored: there the socket has decided.
 * Throws `DataFolderTaken`. After a death on the other side it waits until the file has rested long enough.
 */
export async function beginHeartbeat(
  place: Place,
  here = sideOfTheBorder(),
  rhythm = usual,
): Promise<() => Promise<void>> {
  const file = join(place.dataFolder, 'in-use-by.txt')
  const other = (await orNull(readFile(file, 'utf8')))?.trim()
  if (other !== undefined && other !== here && (await stillBeats(file, rhythm)))
    throw new DataFolderTaken(place.dataFolder, `on ${other.split(' ')[0]}, in another container or machine`)
  await writeFile(file, `${here}\n`, { mode: 0o644 })
  const timer = setInterval(() => {
    const now = Temporal.Now.instant().epochMilliseconds / 1000
    void utimes(file, now, now).catch(() => {})
  }, rhythm.beat).unref()
  return async () => {
    clearInterval(timer)
    await rm(file, { force: true })
  }
}

/** Watches the file until it is touched (true) or has rested long enough (false). At once when it has rested already. */
async function stillBeats(file: string, { beat, silence }: Rhythm): Promise<boolean> {
  const first = await orNull(stat(file))
  if (first === null) return false
  const age = Temporal.Now.instant().epochMilliseconds - first.mtimeMs
  // A time from the future is another machine's clock: the full wait, by our own.
  const left = age < 0 ? silence : silence - age
  for (const start = performance.now(); performance.now() - start < left; ) {
    await sleep(Math.min(beat, 100))
    const now = await orNull(stat(file))
    if (now === null) return false
    if (now.mtimeMs !== first.mtimeMs) return true
  }
  return false
}

/** Names the side of the border within which processes see each other's abstract sockets: machine, boot, network namespace. */
export function sideOfTheBorder(): string {
  if (process.platform !== 'linux') return hostname()
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/net')}`
}
