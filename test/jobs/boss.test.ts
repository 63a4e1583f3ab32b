import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Job } from '../../source/ground/house.ts'
import { openJobs } from '../../source/ground/jobs/boss.ts'
import { freshDatabase } from '../support/database.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let runs: string[] = []
let fails = 0
let inside = 0
let most = 0
const busy: Job = {
  name: 'busy',
  run: async () => {
    most = Math.max(most, ++inside)
    await new Promise(resolve => setTimeout(resolve, 300))
    inside--
    runs.push('busy')
  },
}
const stumbling: Job = {
  name: 'stumbling',
  run: async () => {
    runs.push('stumbling')
    if (fails-- > 0) throw new Error('jean@ville.example is not to be kept')
  },
}
const nightly: Job = { name: 'nightly', schedule: '0 3 * * *', run: async () => void runs.push('nightly') }
const quick = { polling: 0.5, scheduling: 1, retryDelay: 1, closing: 3 }

let house: TestHouse
let app: pg.Client
beforeAll(async () => {
  house = await openTestHouse([{ name: 'test', routes: [], jobs: [busy, stumbling, nightly] }])
  app = new pg.Client(house.database.appConnection)
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await house.close()
})

const kept = async (query: string) => (await app.query(query)).rows

it('keeps its tables as the application, and starts fast the second time', async () => {
  const first = await openJobs(house, house.database.appConnection, quick)
  await first.close()
  const { rows } = await house.database.owner.query(
    `select distinct tableowner from pg_tables where schemaname = 'jobs'`,
  )
  expect(rows).toEqual([{ tableowner: 'perenne_app' }])
  const started = performance.now()
  const second = await openJobs(house, house.database.appConnection, quick)
  const took = performance.now() - started
  await second.close()
  // On an idle machine it takes about 60 ms; the bound leaves room for a busy one.
  expect(took).toBeLessThan(500)
})

it('runs a job asked for, one at a time over two processes', async () => {
  runs = []
  most = 0
  const one = await openJobs(house, house.database.appConnection, quick)
  const two = await openJobs(house, house.database.appConnection, quick)
  await one.runNow('busy')
  await vi.waitFor(() => expect(inside).toBe(1), 3000)
  await two.runNow('busy')
  await one.runNow('busy')
  await vi.waitFor(() => expect(runs).toEqual(['busy', 'busy']), 6000)
  await Promise.all([one.close(), two.close()])
  expect(most).toBe(1)
  await expect(one.runNow('unheard-of')).rejects.toThrow('unheard-of')
})

it('tries a failed job again, and keeps nothing of what it failed with', async () => {
  runs = []
  fails = 1
  const jobs = await openJobs(house, house.database.appConnection, quick)
  await jobs.runNow('stumbling')
  await vi.waitFor(() => expect(runs).toEqual(['stumbling', 'stumbling']), 15_000)
  await vi.waitFor(
    async () =>
      expect(await kept(`select state::text, retry_count from jobs.job where name = 'stumbling'`)).toEqual([
        { state: 'completed', retry_count: 1 },
      ]),
    5000,
  )
  await jobs.close()
  const rows = await kept('select job::text as row from jobs.job')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(({ row }) => row.includes('ville.example'))).toBe(false)
})

it('schedules in UTC, and forgets the schedule of a job that is gone', async () => {
  await (await openJobs(house, house.database.appConnection, quick)).close()
  expect(await kept('select name, cron, timezone from jobs.schedule')).toEqual([
    { name: 'nightly', cron: '0 3 * * *', timezone: 'UTC' },
  ])
  const without = { ...house, rooms: [{ name: 'test', routes: [], jobs: [busy] }] }
  await (await openJobs(without, house.database.appConnection, quick)).close()
  expect(await kept('select name from jobs.schedule')).toEqual([])
})

it('runs a job by itself when its moment has come', async () => {
  runs = []
  // Six fields: every second, so that the test need not wait for a whole minute.
  const often: Job = { name: 'often', schedule: '* * * * * *', run: async () => void runs.push('often') }
  const ours = { ...house, rooms: [{ name: 'test', routes: [], jobs: [often, nightly] }] }
  const jobs = await openJobs(ours, house.database.appConnection, quick)
  await vi.waitFor(() => expect(runs).toContain('often'), { timeout: 15_000, interval: 200 })
  expect(runs).not.toContain('nightly')
  await jobs.close()
})

it('does once what came due while nothing ran, whichever of two processes starts first; else it would be lost', async () => {
  const weekly: Job = { name: 'weekly', schedule: '0 6 * * 1', run: async () => void runs.push('weekly') }
  const ours = { ...house, rooms: [{ name: 'test', routes: [], jobs: [weekly, nightly] }] }
  // Nothing ran for eight days: one Monday, and eight nights.
  const down = () =>
    app.query(`update jobs.version set cron_on = now() - interval '8 days';
      update jobs.schedule set created_on = now() - interval '9 days'`)
  const start = async (expected: number) => {
    runs = []
    await app.query(`delete from jobs.job`)
    await down()
    const both = await Promise.all([1, 2].map(() => openJobs(ours, house.database.appConnection, quick)))
    await vi.waitFor(() => expect(runs.length).toBeGreaterThanOrEqual(expected), { timeout: 20_000, interval: 200 })
    // Long enough for several looks of both.
    await new Promise(resolve => setTimeout(resolve, 4000))
    await Promise.all(both.map(jobs => jobs.close()))
    return runs.toSorted()
  }
  await (await openJobs(ours, house.database.appConnection, quick)).close()
  expect(await start(2)).toEqual(['nightly', 'weekly'])
  // A start after a start finds nothing left to do.
  runs = []
  const again = await openJobs(ours, house.database.appConnection, quick)
  await new Promise(resolve => setTimeout(resolve, 3000))
  await again.close()
  expect(runs).toEqual([])
  // Without the word that says so.
  await app.query(`create function jobs.test_forgets() returns trigger language plpgsql as
      $$ begin new.options := new.options - 'missed'; return new; end $$;
    create trigger test_forgets before insert or update on jobs.schedule for each row execute function jobs.test_forgets();
    update jobs.schedule set options = options`)
  expect(await start(0)).toEqual([])
  await app.query('drop trigger test_forgets on jobs.schedule; drop function jobs.test_forgets()')
}, 60_000)

it('lives through a database that goes away', async () => {
  const other = await freshDatabase()
  const jobs = await openJobs({ ...house, db: other.db }, other.appConnection, quick)
  const breaker = new pg.Client(other.appConnection)
  await breaker.connect()
  await breaker.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'perenne jobs'`)
  await breaker.end()
  runs = []
  await vi.waitFor(() => jobs.runNow('nightly'), 5000)
  await vi.waitFor(() => expect(runs).toEqual(['nightly']), 10_000)
  await jobs.close()
  await other.close()
})
