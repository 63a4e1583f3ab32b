import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClusterFailed, orNull } from './errors.ts'
import type { Place } from './place.ts'
import { processesOf, signal } from './processes.ts'

/** How long a server that was left behind may take to stop by itself, and a backend without a server, in milliseconds. */
const patience = { server: 30_000, orphan: 3_000, killed: 10_000 }

type Phase = keyof typeof patience

/**
 * Clears what a Perenne that died left behind: its server, backends that outlived their server, unfinished clusters, lock
 * files. Only right while we hold the claim. PostgreSQL's own lock files are not believed: the number they hold may
 * meanwhile be another program's, and a dead process may stay in the table for a while. Committed data is not touched:
 * PostgreSQL recovers it from its log at the next start.
 */
export async function clearLeftovers(place: Place, log: (line: string) => void): Promise<void> {
  await endProcesses(place, log)
  await rm(join(place.folder, 'postmaster.pid'), { force: true })
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) await rm(join(place.socketFolder, name), { force: true })
  await removeUnfinished(place)
}

async function endProcesses(place: Place, log: (line: string) => void): Promise<void> {
  const asked = new Set<number>()
  let phase = 'server' as Phase
  let since = performance.now()
  const enter = (next: Phase) => {
    phase = next
    since = performance.now()
  }
  for (;;) {
    const living = processesOf(place)
    if (living.length === 0) return
    const numbers = living.map(one => one.pid).join(', ')
    if (phase === 'server' && !living.some(one => one.postmaster)) enter('orphan')
    if (performance.now() - since > patience[phase]) {
      if (phase === 'killed') throw new ClusterFailed(`Processes of a former start do not end: ${numbers}`)
      log(`Processes of a PostgreSQL that a former Perenne left behind do not stop; killing ${numbers}`)
      enter('killed')
    }
    for (const one of living) {
      if (phase === 'killed') signal(one.pid, 'SIGKILL')
      // A server stops its own backends; without one, each backend is asked.
      else if (!asked.has(one.pid) && (phase === 'orphan' || one.postmaster)) {
        if (asked.size === 0) log('Stopping the PostgreSQL that a former Perenne left behind')
        asked.add(one.pid)
        signal(one.pid, one.postmaster ? 'SIGINT' : 'SIGTERM')
      }
    }
    await sleep(15)
  }
}

/** Clusters whose making was interrupted. */
async function removeUnfinished(place: Place): Promise<void> {
  const parent = dirname(place.folder)
  const prefix = `${basename(place.folder)}.new-`
  for (const name of (await orNull(readdir(parent))) ?? [])
    if (name.startsWith(prefix)) await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 })
}
