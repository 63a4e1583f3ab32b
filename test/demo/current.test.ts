import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { register } from '../../source/convene/registration/acts/register.ts'
import { registrationJobs } from '../../source/convene/registration/index.ts'
import { openCurrent } from '../../source/demo/current.ts'
import { currentName, freshCopy, instantOf } from '../../source/demo/moments.ts'
import { connectOnce } from '../../source/ground/database/connect.ts'
import {
  type Cluster,
  createDatabase,
  openCluster,
  removeCluster,
} from '../../source/ground/database/embedded/cluster.ts'
import { migrate } from '../../source/ground/database/migrate.ts'
import type { Job } from '../../source/ground/house.ts'
import { keysFrom } from '../../source/ground/keys.ts'
import { openLog } from '../../source/ground/log.ts'
import { readSettings } from '../../source/ground/settings.ts'
import { answers, makeSeminar } from '../convene/registration/acts-support.ts'

// The databases of two moments, empty but for the schema: what follows a visitor from one to the other.
let folder: string
let cluster: Cluster
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perenne-current-'))
  cluster = await openCluster({ dataFolder: folder, durable: false })
  for (const name of ['demo_moment_opening', 'demo_moment_closed']) {
    await createDatabase(cluster, name)
    const owner = await connectOnce(cluster.connection('perenne_owner', name))
    await migrate(owner)
    await owner.end()
  }
}, 60_000)
afterAll(async () => {
  await cluster.stop()
  await removeCluster(folder)
  await rm(folder, { recursive: true, force: true })
})

const quick = { polling: 0.5, scheduling: 1, retryDelay: 1, closing: 3 }
const log = openLog('silent')
const open = (jobs: readonly Job[]) =>
  openCurrent({
    cluster,
    log,
    settings: readSettings({ PERENNE_DATA: folder }, 'demo'),
    keys: keysFrom(randomBytes(32)),
    rooms: [{ name: 'registration', routes: [], jobs }],
    times: quick,
  })

async function asked<T>(query: string, values: unknown[] = []): Promise<T[]> {
  const owner = await connectOnce(cluster.connection('perenne_owner', currentName))
  return (await owner.query(query, values).finally(() => owner.end())).rows as T[]
}
const connections = async () =>
  (
    await asked<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
      [currentName],
    )
  )[0]?.n

test('an offer ends by itself in the demonstration, and the place goes on', async () => {
  await freshCopy(cluster, 'opening')
  const current = await open(registrationJobs)
  const { house } = current
  const seminar = await makeSeminar(house, { capacity: 1 })
  const first = await register(house, answers(seminar))
  const next = await register(house, answers(seminar, { email: 'next@example.org' }))
  if (first.outcome === 'refused' || next.outcome === 'refused') throw new Error('refused')
  await asked(`update perenne.registration set state = 'offered', offered_until = perenne.now() where id = $1`, [
    first.id,
  ])
  const states = async () =>
    (
      await asked<{ state: string }>(`select state from perenne.registration where id = any ($1) order by line`, [
        [first.id, next.id],
      ])
    ).map(({ state }) => state)
  await expect(current.runNow('places')).rejects.toThrow('do not run')
  expect(await states()).toEqual(['offered', 'waiting'])
  await current.startJobs()
  await current.runNow('places')
  await vi.waitFor(async () => expect(await states()).toEqual(['expired', 'confirmed']), { timeout: 10_000 })
  await current.close()
  // What was closed here is gone there a moment later.
  await expect.poll(connections, { timeout: 5_000 }).toBe(0)
})

test('jobs follow a jump to another moment, run on its database and its clock, and leave no connection behind', async () => {
  const seen: string[] = []
  const nightly: Job = {
    name: 'nightly',
    schedule: '0 3 * * *',
    run: async house => void seen.push(house.clock.now().toString().slice(0, 10)),
  }
  const forgetful: Job = { name: 'forget-unnamed-bytes', schedule: '0 3 * * *', run: async () => {} }
  await freshCopy(cluster, 'opening')
  const current = await open([nightly, forgetful])
  await current.startJobs()
  await current.runNow('nightly')
  await vi.waitFor(() => expect(seen).toHaveLength(1), { timeout: 10_000 })
  const before = await connections()

  // Two at once: the later one stands in the end, and neither leaves anything running.
  await Promise.all([current.jump('opening'), current.jump('closed')])
  expect(current.house.clock.now().toString().slice(0, 10)).toBe('2018-06-20')
  await current.runNow('nightly')
  await vi.waitFor(() => expect(seen).toHaveLength(2), { timeout: 10_000 })
  expect(seen).toEqual([instantOf.opening.slice(0, 10), instantOf.closed.slice(0, 10)])
  // The files of all moments lie in one folder: no moment may clear away those of another.
  await expect(current.runNow('forget-unnamed-bytes')).rejects.toThrow('no job')
  expect(await connections()).toBeLessThanOrEqual((before ?? 0) + 1)

  await current.close()
  // What was closed here is gone there a moment later.
  await expect.poll(connections, { timeout: 5_000 }).toBe(0)
})
