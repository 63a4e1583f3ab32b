import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runAs } from './account.ts'
import { environment } from './create.ts'
import { ClusterFailed, codeOf, orNull } from './errors.ts'
import { boundLog, lastLines, openLog, sizeOf } from './log-file.ts'
import { type Place, prepareSocketFolder } from './place.ts'
import { signal } from './processes.ts'
import type { Programs } from './programs.ts'
import { type Durability, settingsFor } from './settings.ts'

/** A running server. `stop` waits for its clean end; `onExit` tells of an end nobody asked for. */
export type Server = { stop(): Promise<void>; onExit(callback: (message: string) => void): void }

/** Starts the server on an existing cluster and waits until it takes connections. Throws `ClusterFailed`. */
export async function startServer(
  place: Place,
  programs: Programs,
  options: Durability & { log: (line: string) => void },
): Promise<Server> {
  await prepareSocketFolder(place)
  await boundLog(place.logFile)
  const logStart = await sizeOf(place.logFile)
  const log = openLog(place.logFile)
  const settings = Object.entries(settingsFor(place, options)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(programs.postgres, ['-D', place.folder, ...settings], {
    ...runAs(place.account),
    cwd: '/',
    env: environment,
    // Its own session: a Ctrl-C in the terminal reaches us, and we stop the server after the last request.
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
  })
  log.close()
  const ended = endOf(child)
  const stopWithUs = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) signal(child.pid, 'SIGINT')
  }
  process.once('exit', stopWithUs)
  const trimming = setInterval(() => void boundLog(place.logFile).catch(() => {}), 3_600_000).unref()
  void ended.then(() => {
    clearInterval(trimming)
    process.off('exit', stopWithUs)
  })
  await untilReady(place, child, ended, logStart, options.log)
  child.unref()
  return watch(place, child, ended, logStart)
}

/** How the server ended: `code 1`, `signal SIGKILL`, or that it could not be run at all. Never rejects. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    child.once('error', error => resolve(`cannot be run (${codeOf(error)})`))
    child.once('exit', (code, killedBy) =>
      resolve(killedBy === null ? `ended with code ${code}` : `was ended by ${killedBy}`),
    )
  })
}

/** No time limit: a recovery after a crash takes what it takes, and ending it would only make it begin again. */
async function untilReady(
  place: Place,
  child: ChildProcess,
  ended: Promise<string>,
  logStart: number,
  log: (line: string) => void,
): Promise<void> {
  let end: string | null = null
  void ended.then(how => {
    end = how
  })
  let nextWord = performance.now() + 5_000
  while ((await readyServer(place)) !== child.pid || child.pid === undefined) {
    if (end !== null)
      throw new ClusterFailed(
        `PostgreSQL in ${place.folder} ${end} while starting`,
        await lastLines(place.logFile, logStart),
      )
    if (performance.now() > nextWord) {
      log('PostgreSQL is still starting (after a crash it first recovers its data)')
      nextWord += 10_000
    }
    await sleep(5)
  }
}

/** The process id of the server that says in its lock file that it takes connections; `null` when none does. */
export async function readyServer(place: Place): Promise<number | null> {
  const lines = (await orNull(readFile(join(place.folder, 'postmaster.pid'), 'utf8')))?.split('\n') ?? []
  return lines[7]?.trim() === 'ready' ? Number(lines[0]) : null
}

function watch(place: Place, child: ChildProcess, ended: Promise<string>, logStart: number): Server {
  let stopping: Promise<void> | null = null
  const unexpected = ended.then(async how => {
    if (stopping !== null) return null
    return `PostgreSQL in ${place.folder} ${how}\n${await lastLines(place.logFile, logStart).catch(() => '')}`.trim()
  })
  return {
    onExit(callback) {
      void unexpected.then(message => message !== null && callback(message))
    },
    stop() {
      stopping ??= end(child, ended)
      return stopping
    },
  }
}

/** Fast and clean: open transactions are rolled back, everything is written. Less clean only when that does not happen. */
async function end(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.ref()
  for (const [name, milliseconds] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) break
    signal(child.pid, name)
    const alarm = new AbortController()
    const late = sleep(milliseconds, undefined, { signal: alarm.signal }).catch(() => {})
    await Promise.race([ended, late])
    alarm.abort()
  }
}
