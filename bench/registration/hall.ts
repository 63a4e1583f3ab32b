// A PostgreSQL of its own, with fsync on, and the seminar that people rush for.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { connectOnce } from '../../source/ground/database/connect.ts'
import {
  type Cluster,
  createDatabase,
  dropDatabase,
  openCluster,
  removeCluster,
} from '../../source/ground/database/embedded/cluster.ts'
import { findPlace } from '../../source/ground/database/embedded/place.ts'
import { processesOf } from '../../source/ground/database/embedded/processes.ts'
import { migrate } from '../../source/ground/database/migrate.ts'
import { peerSchema } from './peers.ts'
import { quotas, slug, warmSlug } from './seminar.ts'

export type Ground = {
  /** A fresh database with the seminar in it; one of the same name that was there is dropped. */
  fresh(name?: string): Promise<{ connection: object; owner: pg.ClientConfig }>
  key: string
  /** Ends PostgreSQL as a power cut would, and starts it again. */
  crash(): Promise<void>
  remove(): Promise<void>
}

export async function openGround(): Promise<Ground> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'perenne-bench-'))
  const open = () => openCluster({ dataFolder, settings: { max_connections: '100' } })
  let cluster: Cluster = await open()
  return {
    key: randomBytes(32).toString('hex'),
    async fresh(name = 'rush') {
      await dropDatabase(cluster, name)
      await createDatabase(cluster, name)
      const owner = cluster.connection('perenne_owner', name)
      const client = await connectOnce(owner)
      await migrate(client)
      await client.query(peerSchema)
      await makeSeminars(client)
      await client.end()
      // What the making of the database left to be written must not be written during somebody's rush.
      const superuser = await connectOnce(cluster.connection('postgres', 'postgres'))
      await superuser.query('checkpoint')
      await superuser.end()
      return { connection: cluster.connection('perenne_app', name), owner }
    },
    async crash() {
      const place = await findPlace(dataFolder)
      if (place === null) throw new Error('the database of the rush has lost its place')
      for (const { pid } of processesOf(place)) process.kill(pid, 'SIGKILL')
      await cluster.stop().catch(() => undefined)
      cluster = await open()
    },
    async remove() {
      await cluster.stop()
      await removeCluster(dataFolder)
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function makeSeminars(owner: pg.Client): Promise<void> {
  const one = async (text: string, values: unknown[]) => (await owner.query(text, values)).rows[0].id as string
  await owner.query("select perenne.as_actor('job', 'bench')")
  const network = await one(
    `insert into perenne.space (kind, parent_id, slug, visibility)
     values ('network', '00000000-0000-4000-8000-000000000001', 'network', 2) returning id`,
    [],
  )
  for (const address of [slug, warmSlug]) {
    const id = await one(
      `insert into perenne.space (kind, parent_id, slug, visibility) values ('seminar', $1, $2, 2) returning id`,
      [network, address],
    )
    await makeSeminar(owner, network, id)
  }
}

async function makeSeminar(owner: pg.Client, network: string, id: string): Promise<void> {
  const one = async (text: string, values: unknown[]) => (await owner.query(text, values)).rows[0].id as string
  await owner.query(
    `insert into perenne.seminar (id, visibility, network_id, source_language, languages, held_on, hours_from, hours_to,
       time_zone, venue_address, venue_country, registration_closes_at)
     values ($1, 2, $2, 'fr', '{fr,es,pt,en}', current_date + 60, '09:00', '17:00', 'Europe/Paris', '5 rue Lobau', 'FR',
       now() + interval '30 days')`,
    [id, network],
  )
  await owner.query('insert into perenne.admission (seminar_id) values ($1)', [id])
  for (const [position, { key, capacity, region }] of quotas.entries())
    await owner.query(
      `insert into perenne.quota (seminar_id, key, capacity, position, regions) values ($1, $2, $3, $4, $5)`,
      [id, key, capacity, position, region === null ? null : [region]],
    )
  for (const [position, key] of ['data', 'participants-list'].entries()) {
    const consent = await one(
      'insert into perenne.consent (seminar_id, key, required, position) values ($1, $2, $3, $4) returning id',
      [id, key, position === 0, position],
    )
    await owner.query(
      `insert into perenne.translation (record_table, record_id, field, language, body, state)
       values ('consent', $1, 'text', 'fr', 'Usage des données', 'source')`,
      [consent],
    )
  }
}
