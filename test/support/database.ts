import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../../source/ground/database/actor.ts'
import { connect } from '../../source/ground/database/connect.ts'

export type TestDatabase = {
  name: string
  db: Database
  /** How the owner connects: what `House.owner` is. */
  ownerConnection: pg.ClientConfig
  appConnection: pg.ClientConfig
  /** A plain connection as the owner, for what only the owner may do. */
  owner: pg.Client
  /** Sets perenne.now() to an instant from which it runs on. */
  setClock(instant: string): Promise<void>
  close(): Promise<void>
}

/** A fresh copy of the migrated template: real PostgreSQL, real roles, real policies. Close it in afterAll. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const at = (user: string, database: string) => ({
    host: inject('socketFolder'),
    port: inject('port'),
    user,
    database,
  })
  const root = new pg.Client(at('postgres', 'postgres'))
  await root.connect()
  await root.query(`create database ${name} owner perenne_owner template template strategy file_copy`)
  const owner = new pg.Client(at('perenne_owner', name))
  await owner.connect()
  const db = connect(at('perenne_app', name))
  return {
    name,
    db,
    owner,
    ownerConnection: at('perenne_owner', name),
    appConnection: at('perenne_app', name),
    async setClock(instant) {
      await owner.query('update perenne.clock set shift = $1::timestamptz - clock_timestamp()', [instant])
    },
    async close() {
      await db.destroy()
      await owner.end()
      await root.query(`drop database ${name} with (force)`)
      await root.end()
    },
  }
}
