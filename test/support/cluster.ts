import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connectOnce } from '../../source/ground/database/connect.ts'
import {
  type Cluster,
  createDatabase,
  openCluster,
  removeCluster,
} from '../../source/ground/database/embedded/cluster.ts'
import { findPlace } from '../../source/ground/database/embedded/place.ts'
import { migrate } from '../../source/ground/database/migrate.ts'
import { folderInMemory } from './memory.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    socketFolder: string
    port: number
  }
}

/** One real PostgreSQL for the run (fsync off), with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'perenne-tests-'))
  const settings = {
    max_connections: '200',
    // A connection of a test is used for seconds: each statement is planned once in it, not six times.
    plan_cache_mode: 'force_generic_plan',
    // Hundreds of databases come and go: nothing is tended or written out that is gone a moment later.
    shared_buffers: '256MB',
    autovacuum: 'off',
    max_wal_size: '4GB',
    checkpoint_timeout: '1h',
    bgwriter_lru_maxpages: '0',
    update_process_title: 'off',
  }
  const cluster = await openCluster({ dataFolder, durable: false, settings })
  const place = await findPlace(dataFolder)
  const memory = place && (await folderInMemory(place.account))
  if (memory) await inTablespace(cluster, memory.folder)
  await createDatabase(cluster, 'template')
  const owner = await connectOnce(cluster.connection('perenne_owner', 'template'))
  await migrate(owner)
  await owner.end()
  project.provide('socketFolder', cluster.socketFolder)
  project.provide('port', cluster.connection('perenne_app', 'template').port)
  return async () => {
    await cluster.stop()
    await memory?.remove()
    await removeCluster(dataFolder)
    await rm(dataFolder, { recursive: true, force: true })
  }
}

// New databases stand where the template they are made from does.
async function inTablespace(cluster: Cluster, folder: string): Promise<void> {
  const root = await connectOnce(cluster.connection('postgres', 'postgres'))
  await root.query(`create tablespace memory location '${folder}'`)
  await root.query('alter database template1 set tablespace memory')
  await root.end()
}
