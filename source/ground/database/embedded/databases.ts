import pg from 'pg'
import { asSuperuser, type Connection, type Role } from './access.ts'

type Reachable = { connection(role: Role, database: string): Connection }

/**
 * Makes a database owned by `perenne_owner`. From a `template`, its files are copied: nobody may be connected to the
 * template meanwhile (PostgreSQL's error 55006). A database of that name that is already there: error 42P04.
 */
export async function createDatabase(
  cluster: Reachable,
  name: string,
  options: { template?: string } = {},
): Promise<void> {
  const copy =
    options.template === undefined ? '' : ` template ${pg.escapeIdentifier(options.template)} strategy file_copy`
  await asSuperuser(cluster, client =>
    client.query(`create database ${pg.escapeIdentifier(name)} owner perenne_owner${copy}`),
  )
}

/** Drops a database, if it is there, with the connections to it. */
export async function dropDatabase(cluster: Reachable, name: string): Promise<void> {
  await asSuperuser(cluster, client =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  )
}

export async function databaseExists(cluster: Reachable, name: string): Promise<boolean> {
  return await asSuperuser(cluster, async client => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    return rowCount === 1
  })
}
