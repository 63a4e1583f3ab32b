import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findPlace } from '../../source/ground/database/embedded/place.ts'
import { endOf, forProcesses } from './process.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Ended = { code: number | null; out: string; errors: string[] }

/**
 * Runs `node tools/run.js …` to its end, as npm does.
 *
 * @param options.node another copy of Node
 * @param options.signalAfter milliseconds after which it gets a SIGTERM
 */
export async function runProgram(
  words: string[],
  environment: Record<string, string> = {},
  options: { node?: string; signalAfter?: number } = {},
): Promise<Ended> {
  const child = spawn(options.node ?? join(root, 'node_modules/.bin/node'), [join(root, 'tools/run.js'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...forProcesses(), PORT: '0', ...environment },
  })
  const alarm = setTimeout(() => child.kill('SIGTERM'), options.signalAfter ?? 30_000)
  const { code, out, errors } = await endOf(child)
  clearTimeout(alarm)
  // What the bundler says of its own settings, when something had to be built first, is not Perenne's word.
  const lines = errors.split('\n').filter(line => line !== '' && !line.includes('CONFIGURATION_FIELD_CONFLICT'))
  return { code, out, errors: lines }
}

/** False for a dead one that is only not yet counted as such. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    return !/^State:\s+Z/m.test(await readFile(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

export async function untilDead(pid: number, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds
  while (await isAlive(pid)) {
    if (performance.now() > end) throw new Error(`process ${pid} lives on`)
    await sleep(10)
  }
}

/** The number of PostgreSQL's first process, as its lock file says; null without one. */
export async function postmasterOf(dataFolder: string): Promise<number | null> {
  const place = await findPlace(dataFolder)
  if (place === null) return null
  const lock = await readFile(join(place.folder, 'postmaster.pid'), 'utf8').catch(() => '')
  return Number(lock.split('\n')[0]) || null
}

export type Wire = {
  write(text: string): void
  /** Everything received, once it matches; throws after two seconds. */
  until(pattern: RegExp): Promise<string>
  closed(): boolean
  end(): void
}

/** A bare connection, for what `fetch` does not do: half a request, a line that stays open, a bad address. */
export async function openWire(origin: string): Promise<Wire> {
  const { hostname, port } = new URL(origin)
  const socket = connect({ host: hostname, port: Number(port) })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let seen = ''
  let closed = false
  socket.on('error', () => {})
  socket.on('close', () => {
    closed = true
  })
  socket.on('data', part => {
    seen += part
  })
  return {
    write: text => void socket.write(text),
    async until(pattern) {
      const end = performance.now() + 2_000
      while (!pattern.test(seen)) {
        if (performance.now() > end) throw new Error(`${pattern} was not received:\n${seen.slice(0, 2000)}`)
        await sleep(5)
      }
      return seen
    },
    closed: () => closed,
    end: () => socket.destroy(),
  }
}
