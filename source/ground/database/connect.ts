import { Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from './actor.ts'
import { NamingClient, OneTripDialect } from './driver.ts'
import type { Tables } from './tables.ts'

export type ConnectionSettings = pg.PoolConfig

// Dates stay text and instants become Temporal: a JavaScript Date would put a zone on a day (design: Temporal everywhere).
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readInstant)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** PostgreSQL prints `2018-06-17 21:59:59+00`; Temporal reads it once the zone has its minutes. */
export function readInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}

/**
 * Opens the application's pool.
 *
 * @param connection where, and as whom: the application's login, never the owner's
 * @param onLost told when an idle connection breaks (PostgreSQL stopped underneath us)
 */
export function connect(connection: ConnectionSettings, onLost: (error: Error) => void = () => {}): Database {
  const pool = new pg.Pool({
    Client: NamingClient,
    max: 12,
    // At rest the memory of idle connections is given back; opening one again takes some ten milliseconds.
    idleTimeoutMillis: 12_000,
    connectionTimeoutMillis: 10_000,
    options:
      '-c search_path=perenne,public -c timezone=UTC -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s',
    application_name: 'perenne',
    ...connection,
  })
  pool.on('error', onLost)
  return new Kysely<Tables>({ dialect: new OneTripDialect({ pool }) })
}

/** Opens one plain connection, for migrations, backups and the doctor; the caller ends it. */
export async function connectOnce(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ application_name: 'perenne', ...connection })
  await client.connect()
  return client
}
