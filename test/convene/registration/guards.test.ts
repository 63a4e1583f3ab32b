import { afterEach, beforeEach, expect, test } from 'vitest'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { register } from '#convene/registration/acts/register.ts'
import { job } from '#ground/database/actor.ts'
import { connect } from '#ground/database/connect.ts'
import type { House } from '#ground/house.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { actRooms, answers, disagreements, makeSeminar, query, registered, type TestSeminar } from './acts-support.ts'

// The negative control of the guards: with both of them away the harm appears, so that the tests which find none can
// fail. Each guard is enough by itself. They are taken away in the database of the test; source/ has no switch for it.

let house: TestHouse
let servers: House[]
beforeEach(async () => {
  house = await openTestHouse(actRooms)
  await house.setClock('2018-06-05T10:00:00Z')
  // Eight servers: each has connections of its own, and gathers its own requests.
  servers = Array.from({ length: 8 }, () => ({ ...house, db: connect(house.database.appConnection) }))
})
afterEach(async () => {
  for (const { db } of servers) await db.destroy()
  await house.close()
})

const takeLockAway = () =>
  query(
    house,
    `create or replace function perenne.hold_places(seminar uuid) returns boolean language sql as
     $$ select exists (select from perenne.seminar s where s.id = hold_places.seminar) $$`,
  )
const takeCheckAway = () => query(house, 'alter table perenne.quota drop constraint never_one_too_many')

const places = 5
/** Everybody at once, through all servers; what the database refuses is no answer. */
async function rush(seminar: TestSeminar, name: string): Promise<number> {
  const tries = servers.flatMap((server, at) =>
    Array.from({ length: 6 }, (_, n) =>
      register(server, answers(seminar, { email: `${name}-${at}-${n}@example.org` })),
    ),
  )
  await Promise.allSettled(tries)
  const [row] = await query<{ n: number }>(
    house,
    `select count(*)::int as n from perenne.registration where seminar_id = $1 and state = 'confirmed'`,
    [seminar.id],
  )
  return row?.n ?? 0
}

/** The harm needs two to meet: a few rounds make sure of it. */
async function mostConfirmed(): Promise<number> {
  let most = 0
  for (let round = 0; round < 5 && most <= places; round++)
    most = Math.max(most, await rush(await makeSeminar(house, { capacity: places }), `r${round}`))
  return most
}

/** One registration cancelled through all servers at once: how often it was, and whether the counters still agree. */
async function cancelledAtOnce() {
  const seminar = await makeSeminar(house, { capacity: 20 })
  for (let n = 0; n < 9; n++) await registered(house, seminar, { email: `stays${n}@example.org` })
  const id = await registered(house, seminar)
  const results = await Promise.all(servers.map(server => cancelRegistration(server, job('test'), id)))
  return {
    times: results.filter(result => result === 'cancelled').length,
    wrong: await disagreements(house, seminar.id),
  }
}

test('with lock and check: exactly as many as there are places, and a place is given back once', async () => {
  expect(await mostConfirmed()).toBe(places)
  expect(await cancelledAtOnce()).toEqual({ times: 1, wrong: [] })
})

test('the lock alone is enough', async () => {
  await takeCheckAway()
  expect(await mostConfirmed()).toBe(places)
})

test('the check alone is enough for the limit: whoever comes too late fails instead', async () => {
  await takeLockAway()
  expect(await mostConfirmed()).toBeLessThanOrEqual(places)
})

test('without lock and without check: oversold', async () => {
  await takeLockAway()
  await takeCheckAway()
  expect(await mostConfirmed()).toBeGreaterThan(places)
})

test('without the lock a place is given back more than once, and the counters do not agree any more', async () => {
  await takeLockAway()
  const found = []
  for (let round = 0; round < 5 && found.length === 0; round++) {
    const { times, wrong } = await cancelledAtOnce()
    if (times > 1) found.push(...wrong)
  }
  expect(found).not.toEqual([])
})

test('the check refuses one place too many, whoever writes it', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const write = (what: string) => query(house, `update perenne.quota set ${what} where seminar_id = $1`, [seminar.id])
  await expect(write('taken = 2')).rejects.toThrow(/never_one_too_many/)
  await expect(write('taken = 1, held = 1')).rejects.toThrow(/never_one_too_many/)
  await write('taken = 1')
  // Lowered below what is taken it forgets nothing: it lets the number fall and never rise again above the capacity.
  await write('capacity = 0')
  await expect(write('taken = 2')).rejects.toThrow(/never_one_too_many/)
  await write('taken = 0')
  await expect(write('taken = 1')).rejects.toThrow(/never_one_too_many/)
})
