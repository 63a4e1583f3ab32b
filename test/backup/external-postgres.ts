import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { unprivilegedAccount } from '../../source/ground/database/embedded/account.ts'

/** The programs of an installed PostgreSQL, oldest first: where Debian puts them, or the folder that POSTGRES_BIN names. */
export function installedPostgres(): string | undefined {
  const named = process.env.POSTGRES_BIN
  return (
    named ??
    globSync('/usr/lib/postgresql/*/bin')
      .sort()
      .find(folder => existsSync(join(folder, 'initdb')))
  )
}

/** A PostgreSQL that is none of ours, set up with the lines of docs/install.md and nothing else. */
export async function startExternal(bin: string) {
  const base = await mkdtemp(join(tmpdir(), 'perenne-external-'))
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : null
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  await chmod(base, 0o755)
  const folder = join(base, 'data')
  mkdirSync(folder, { mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
  const made = spawnSync(join(bin, 'initdb'), ['-D', folder, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '-N'], {
    ...as,
    cwd: '/',
  })
  if (made.status !== 0) throw new Error(String(made.stderr))
  const port = await freePort()
  const options = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off']
  const server = spawn(join(bin, 'postgres'), ['-D', folder, '-p', String(port), ...options], {
    ...as,
    cwd: '/',
    stdio: 'ignore',
  })
  const url = (user: string, database = 'perenne') => `postgres://${user}@127.0.0.1:${port}/${database}`
  const root = await connected(url('postgres', 'postgres'))
  const guide = readFileSync(join(import.meta.dirname, '../../docs/install.md'), 'utf8')
  const lines = (guide.match(/```sql\n([\s\S]*?)```/)?.[1] ?? '').split('\n').filter(line => line !== '')
  for (const line of lines)
    for (const statement of line.split(';')) if (statement.trim() !== '') await root.query(statement)
  return {
    root,
    environment: { DATABASE_URL: url('perenne_app'), DATABASE_OWNER_URL: url('perenne_owner') },
    async stop() {
      await root.end()
      server.kill('SIGINT')
      await once(server, 'exit')
      await rm(base, { recursive: true, force: true })
    },
  }
}

async function connected(connectionString: string): Promise<pg.Client> {
  for (const start = performance.now(); ; await sleep(50)) {
    const client = new pg.Client({ connectionString })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (performance.now() - start > 20_000) throw error
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
