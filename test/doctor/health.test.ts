import { afterAll, beforeAll, expect, test } from 'vitest'
import { healthRoutes, readiness } from '../../source/ground/doctor/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([{ name: 'health', routes: healthRoutes }])
})
afterAll(() => house.close())

test('alive and ready', async () => {
  const live = await house.ask('/health/live')
  expect([live.status, await live.json()]).toEqual([200, { status: 'ok', checks: {} }])
  const ready = await house.ask('/health/ready')
  expect(ready.headers.get('content-type')).toMatch(/^application\/json/)
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ok', checks: { database: 'ok', migrations: 'ok' } },
  ])
})

test('not ready while the database waits, and ready again after', async () => {
  await house.database.owner.query('begin; lock table perenne.migration')
  const started = performance.now()
  const ready = await house.ask('/health/ready')
  const took = performance.now() - started
  await house.database.owner.query('rollback')
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: 'failing', checks: { database: 'failing', migrations: 'failing' } },
  ])
  expect(took).toBeGreaterThan(900)
  expect(took).toBeLessThan(3000)
  expect((await readiness(house)).status).toBe('ok')
})

test('not ready on a database of another shape', async () => {
  await house.database.owner.query("insert into perenne.migration (number, name, sha256) values (9000, 'x', 'x')")
  expect(await readiness(house)).toEqual({ status: 'failing', checks: { database: 'ok', migrations: 'failing' } })
  await house.database.owner.query('delete from perenne.migration where number = 9000')
})
