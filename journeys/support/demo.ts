import { execFile, spawn } from 'node:child_process'
import { lchown, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { removeCluster } from '../../source/ground/database/embedded/cluster.ts'
import { findPlace } from '../../source/ground/database/embedded/place.ts'
import { folderInMemory } from '../../test/support/memory.ts'
import { forProcesses } from './process.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

export type RunningServer = {
  /** `http://localhost:PORT`, as the ready line says it. */
  origin: string
  pid: number
  /** What it wrote on standard error so far. */
  errors(): string
  /** SIGTERM, and waits for the end. @returns the exit code */
  stop(): Promise<number | null>
}

export type ServerOptions = {
  /** How it is opened: `npm run demo` or `npm start`. */
  what: 'demo' | 'start'
  dataFolder: string
  environment?: Record<string, string>
  /** Another copy of Node than the one npm brought. */
  node?: string
  /** Another copy of the program than this one. */
  program?: string
  /** Another user, by number, when we are root. */
  user?: { uid: number; gid: number }
  /** Milliseconds to wait for the ready line: the first start of the demo builds and lives through its story. */
  patience?: number
}

/**
 * Starts the real program as npm does, in a process of its own, on a free port.
 *
 * @throws when it ends, or says nothing for too long, with what it wrote
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const program = options.program ?? root
  const child = spawn(
    options.node ?? join(program, 'node_modules/.bin/node'),
    [join(program, 'tools/run.js'), options.what],
    {
      cwd: program,
      ...options.user,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...forProcesses(), PORT: '0', PERENNE_DATA: options.dataFolder, ...options.environment },
    },
  )
  // Whoever started it may end before it was asked to stop.
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  let said = ''
  let errors = ''
  child.stderr.on('data', part => {
    errors += part
  })
  const ended = new Promise<number | null>(resolve =>
    child.once('close', code => {
      process.off('exit', end)
      resolve(code)
    }),
  )
  const patience = options.patience ?? 90_000
  const origin = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${options.what}: ${why}\n${said}${errors}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`not ready after ${patience} ms`)
    }, patience)
    child.once('error', error => fail(error.message))
    void ended.then(code => {
      clearTimeout(timer)
      fail(`ended with ${code} before it was ready`)
    })
    child.stdout.on('data', part => {
      said += part
      const ready = /^Perenne is ready at (\S+)$/m.exec(said)
      if (!ready) return
      clearTimeout(timer)
      resolve(ready[1] as string)
    })
  })
  return {
    origin,
    pid: child.pid as number,
    errors: () => errors,
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
      const code = await ended
      clearTimeout(timer)
      return code
    },
  }
}

/** A folder of its own for PERENNE_DATA, and how to remove it with its database, wherever that is. */
export async function temporaryData(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'perenne-data-'))
  return {
    folder,
    async remove() {
      await removeCluster(folder)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Copies the data of a Perenne that was stopped, with its database, to a folder that has none. In memory where there is
 * some: the disk is not what the journeys look at.
 *
 * @returns what removes it again
 */
export async function copyData(from: string, to: string): Promise<() => Promise<void>> {
  const [source, target] = await Promise.all([findPlace(from), findPlace(to)])
  if (source === null || target === null) throw new Error(`${from} or ${to} is not there`)
  // As root the cluster is elsewhere, and of another user: Node's own `cp` would make it ours.
  await run('cp', ['-a', join(from, 'keys'), join(to, 'keys')])
  const memory = await folderInMemory(source.account)
  if (memory === null) {
    await run('cp', ['-a', source.folder, target.folder])
    return () => removeCluster(to)
  }
  const cluster = join(memory.folder, 'cluster')
  await run('cp', ['-a', source.folder, cluster])
  await symlink(cluster, target.folder)
  await lchown(target.folder, source.account.uid, source.account.gid)
  return async () => {
    await removeCluster(to)
    await memory.remove()
  }
}
