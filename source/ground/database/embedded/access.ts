import { join } from 'node:path'
import pg from 'pg'
import { ownAccount } from './account.ts'
import { type Place, writeOwned } from './place.ts'

/** The roles that log in. `perenne_public`, which only reads public rows, is reached from `perenne_app` by SET ROLE. */
export type Role = 'postgres' | 'perenne_owner' | 'perenne_app'

/** What node-postgres needs to connect over the Unix socket, without a password. */
export type Connection = { host: string; port: number; user: string; database: string }

/** The two ways to name a connection, for who knows the socket's folder. */
export function reach(socketFolder: string): {
  connection(role: Role, database: string): Connection
  url(role: Role, database: string): string
} {
  return {
    connection: (role, database) => ({ host: socketFolder, port: 5432, user: role, database }),
    url: (role, database) =>
      `postgresql://${role}@${encodeURIComponent(socketFolder)}:5432/${encodeURIComponent(database)}`,
  }
}

/**
 * Who may connect: the user that runs Perenne, and root, on the socket alone, as any role. The kernel tells PostgreSQL who
 * is at the other end: there is no secret to keep. Written at each start, for the user may have changed.
 */
export async function writeAccess(place: Place): Promise<void> {
  const users = new Set([ownAccount().name, 'root'])
  const map = [...users].map(user => `perenne "${user}" all\n`).join('')
  const note = '# Written by Perenne at each start\n'
  await writeOwned(join(place.folder, 'pg_hba.conf'), `${note}local all all peer map=perenne\n`, place.account)
  await writeOwned(join(place.folder, 'pg_ident.conf'), note + map, place.account)
}

/** Makes the roles that are missing. At each start, so that a death between the first start's steps leaves no gap. */
export async function ensureRoles(place: Place): Promise<void> {
  await asSuperuser(reach(place.socketFolder), async client => {
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles')
    const there = new Set(rows.map(row => row.rolname))
    const plain = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
    if (!there.has('perenne_owner')) await client.query(`create role perenne_owner login ${plain}`)
    if (!there.has('perenne_app')) await client.query(`create role perenne_app login noinherit ${plain}`)
    if (!there.has('perenne_public')) await client.query(`create role perenne_public nologin ${plain}`)
    await client.query('grant perenne_public to perenne_app with inherit false, set true')
  })
}

/** Runs something on a connection of the superuser to the database `postgres`. */
export async function asSuperuser<T>(
  cluster: { connection(role: Role, database: string): Connection },
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(cluster.connection('postgres', 'postgres'))
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
