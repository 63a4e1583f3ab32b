import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { ClientBase } from 'pg'
import { programFolder } from '../program.ts'

export type Migration = { number: number; name: string; sql: string; sha256: string }

/** The database was written by a newer program; this one would not understand it. */
export class DatabaseIsNewer extends Error {}
/** A migration that has already run is no longer the file that ran. */
export class MigrationChanged extends Error {}

const folder = () => new URL('source/ground/database/migrations/', programFolder)

/** The migrations of this program, in their order. Each is a plain SQL file, `0001_name.sql`. */
export async function migrations(): Promise<Migration[]> {
  const names = (await readdir(folder())).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(new URL(name, folder()), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings a database to this program's shape, as its owner, one transaction a file.
 *
 * @param upTo stop after this number (a restore first makes the shape that the backup has)
 * @returns the numbers that ran now
 * @throws DatabaseIsNewer, MigrationChanged, or PostgreSQL's own error with the file's name in front
 */
export async function migrate(owner: ClientBase, upTo = Number.POSITIVE_INFINITY): Promise<number[]> {
  const known = await migrations()
  // Two processes that start together on one database wait for each other here.
  await owner.query("select pg_advisory_lock(hashtext('perenne.migrate'))")
  try {
    await owner.query(`
      create schema if not exists perenne;
      create table if not exists perenne.migration (
        number integer primary key, name text not null, sha256 text not null,
        applied_at timestamptz not null default clock_timestamp())`)
    const done = await appliedMigrations(owner)
    refuseWhatIsNewer(done, known)
    const ran: number[] = []
    for (const migration of known) {
      if (done.has(migration.number) || migration.number > upTo) continue
      await run(owner, migration)
      ran.push(migration.number)
    }
    return ran
  } finally {
    await owner.query("select pg_advisory_unlock(hashtext('perenne.migrate'))")
  }
}

/** What has run on a database: number → hash of the file that ran. */
export async function appliedMigrations(client: ClientBase): Promise<Map<number, string>> {
  const { rows } = await client.query<{ number: number; sha256: string }>(
    'select number, sha256 from perenne.migration order by number',
  )
  return new Map(rows.map(row => [row.number, row.sha256]))
}

function refuseWhatIsNewer(done: Map<number, string>, known: Migration[]): void {
  const newest = known.at(-1)?.number ?? 0
  for (const [number, sha256] of done) {
    const here = known.find(migration => migration.number === number)
    if (!here) {
      throw new DatabaseIsNewer(
        `The database is at migration ${Math.max(...done.keys())}, this program knows ${newest}: it was used by a newer Perenne. Start that version, or restore a backup made before.`,
      )
    }
    if (here.sha256 !== sha256) {
      throw new MigrationChanged(
        `Migration ${here.name} is not the file that ran on this database. Put the original file back; a change is a new migration.`,
      )
    }
  }
}

async function run(owner: ClientBase, migration: Migration): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query('set local search_path = perenne, public')
    await owner.query('insert into perenne.migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await owner.query(migration.sql)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new Error(`${migration.name}: ${(error as Error).message}`, { cause: error })
  }
}
