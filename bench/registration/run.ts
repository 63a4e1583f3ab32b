// Starts server processes and crowds, and reads back what the database says.
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { connectOnce } from '../../source/ground/database/connect.ts'
import { output } from '../output.ts'
import type { Given, Rush } from './rush.ts'
import type { Way, Work } from './server.ts'

const tsx = ['--import', 'tsx']
const program = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export type Servers = { origins: string[]; pids: number[]; stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> }

/**
 * Server processes on one database, two unless said otherwise, their logs in files.
 *
 * @param node a copy of Node of their own, where memory is measured: pages shared with this very process would count for less
 */
export async function startServers(
  connection: object,
  key: string,
  way: Way,
  processes = 2,
  node = process.execPath,
): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'perenne-bench-logs-'))
  const started = await Promise.all(
    Array.from({ length: processes }, (_, n) =>
      startServer({ connection, key, way } as Work, join(folder, `${n}.log`), node),
    ),
  )
  return {
    origins: started.map(({ origin }) => origin),
    pids: started.map(({ pid }) => pid),
    async stop(signal) {
      await Promise.all(started.map(one => one.stop(signal)))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startServer(work: Work, log: string, node: string) {
  const file = openSync(log, 'a')
  const child = spawn(node, [...tsx, program('server.ts'), JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', file],
  })
  closeSync(file)
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', line => resolve(String(line).trim()))
    child.once('error', reject)
    void ended.then(() => reject(new Error(`a server ended: ${readFileSync(log, 'utf8').slice(-2000)}`)))
  })
  return {
    origin,
    pid: child.pid ?? 0,
    async stop(signal: 'SIGTERM' | 'SIGKILL') {
      child.kill(signal)
      await ended
      process.off('exit', end)
    },
  }
}

/** Sends a crowd and waits for its last answer. `ids` are those of every 2xx. */
export async function rush(
  given: Omit<Given, 'file'>,
  meanwhile?: () => Promise<void>,
): Promise<Rush & { ids: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'perenne-bench-rush-'))
  const file = join(folder, 'ids.json')
  try {
    const said = output(process.execPath, [program('rush.ts'), JSON.stringify({ ...given, file })])
    await meanwhile?.()
    return { ...(JSON.parse(await said) as Rush), ids: JSON.parse(readFileSync(file, 'utf8')) as string[] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function oneByOne(connection: object, key: string, connections: number, seconds: number) {
  const work = JSON.stringify({ connection, key, connections, seconds })
  const said = await output(process.execPath, [...tsx, program('one-by-one.ts'), work])
  return JSON.parse(said) as { perSecond: number; accepted: number }
}

/** What the database holds in the end, counted without the program's help. */
export async function audit(owner: pg.ClientConfig, ids: readonly string[]) {
  const client = await connectOnce(owner)
  try {
    await client.query("select perenne.as_actor('job', 'bench')")
    const { rows } = await client.query<{ oversold: number; wrong: number; lost: number; mails: number }>(
      `with counted as (
         select q.key, q.capacity, q.taken,
           (select count(*) from perenne.registration r where r.seminar_id = q.seminar_id
             and r.state in ('confirmed', 'offered') and (q.regions is null or r.region = any (q.regions))) as real
         from perenne.quota q)
       select (select coalesce(sum(greatest(0, real - capacity)), 0) from counted)::int as oversold,
              (select count(*) from counted where real <> taken)::int as wrong,
              (select count(*) from unnest($1::uuid[]) as id where not exists
                (select from perenne.registration r where r.id = id.id))::int as lost,
              (select count(*) from perenne.registration r where not exists
                (select from perenne.mail m where m.person_id = r.person_id))::int as mails`,
      [ids],
    )
    return rows[0] as { oversold: number; wrong: number; lost: number; mails: number }
  } finally {
    await client.end()
  }
}

export async function auditPeer(owner: pg.ClientConfig): Promise<{ oversold: number }> {
  const client = await connectOnce(owner)
  try {
    const { rows } = await client.query<{ oversold: number }>(
      `select coalesce(sum(greatest(0, real - capacity)), 0)::int as oversold from (
         select q.capacity, (select count(*) from peer.registration r where q.region is null or r.region = q.region) as real
         from peer.quota q) as c`,
    )
    return rows[0] as { oversold: number }
  } finally {
    await client.end()
  }
}
