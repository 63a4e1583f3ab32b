import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RegisterResult, type RegistrationInput, register } from '#convene/registration/index.ts'
import { as, job } from '#ground/database/actor.ts'
import { connect } from '#ground/database/connect.ts'
import { keysFrom } from '#ground/keys.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { answers, count, makeSeminar, query, rooms, type TestSeminar } from './support.ts'

let house: TestHouse
const key = randomBytes(32)
beforeAll(async () => {
  house = await openTestHouse(rooms)
  house.keys = keysFrom(key)
  await house.setClock('2018-06-05T10:00:00Z')
})
afterAll(() => house.close())

const people = (seminar: TestSeminar, from: number, to: number): RegistrationInput[] =>
  Array.from({ length: to - from }, (_, i) =>
    answers(seminar, { email: `p${from + i}@example.org`, familyName: `P${from + i}` }),
  )

async function inAnotherProcess(inputs: RegistrationInput[]): Promise<RegisterResult[]> {
  const work = JSON.stringify({ connection: house.database.appConnection, key: key.toString('hex'), inputs })
  const worker = new URL('rush-worker.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', worker, work], {
    maxBuffer: 10_000_000,
  })
  return JSON.parse(stdout) as RegisterResult[]
}

const states = (results: RegisterResult[]) =>
  results.map(result => (result.outcome === 'registered' ? result.told.state : result.outcome))

test('two server processes, 200 tries, 37 places: 37 are confirmed and everybody else has a rank of their own', async () => {
  const seminar = await makeSeminar(house, { capacity: 37 })
  const results = (
    await Promise.all([inAnotherProcess(people(seminar, 0, 100)), inAnotherProcess(people(seminar, 100, 200))])
  ).flat()
  expect(states(results).filter(state => state === 'confirmed')).toHaveLength(37)
  expect(states(results).filter(state => state === 'waiting')).toHaveLength(163)
  expect(await count(house, seminar.id)).toEqual({ taken: 37, confirmed: 37, waiting: 163, mails: 200, people: 200 })
  const ranks = results.flatMap(result => ('told' in result && result.told.rank !== null ? [result.told.rank] : []))
  expect(ranks.sort((a, b) => a - b)).toEqual(Array.from({ length: 163 }, (_, i) => i + 1))
}, 60_000)

test('the same 40 people through both processes at once: 40 living registrations, each with one place or rank', async () => {
  const seminar = await makeSeminar(house, { capacity: 25 })
  const same = people(seminar, 0, 40)
  await Promise.all([inAnotherProcess(same), inAnotherProcess(same.toReversed())])
  const found = await count(house, seminar.id)
  expect(found).toMatchObject({ taken: 25, confirmed: 25, waiting: 15, people: 40 })
  const [orphans] = await query<{ count: number }>(
    house,
    `select count(*)::int from perenne.person p where email like 'p%@example.org' and not exists
       (select from perenne.registration r where r.person_id = p.id)`,
  )
  expect(orphans?.count).toBe(0)
}, 60_000)

// The negative control: without the guard the same crowd does get one place too many, so the tests above can fail.
test('check-then-insert, with the constraint dropped, oversells', async () => {
  const seminar = await makeSeminar(house, { capacity: 5 })
  await query(house, 'alter table perenne.quota drop constraint never_one_too_many')
  const pools = [connect(house.database.appConnection), connect(house.database.appConnection)]
  const naive = async (n: number) => {
    const db = pools[n % 2] as (typeof pools)[number]
    await as(db, job('naive'), async tx => {
      const quota = await tx
        .selectFrom('quota')
        .select(['taken', 'capacity'])
        .where('seminar_id', '=', seminar.id)
        .executeTakeFirstOrThrow()
      if (quota.taken >= quota.capacity) return
      await tx
        .updateTable('quota')
        .set(eb => ({ taken: eb('taken', '+', 1) }))
        .where('seminar_id', '=', seminar.id)
        .execute()
    })
  }
  await Promise.all(Array.from({ length: 24 }, (_, n) => naive(n)))
  await Promise.all(pools.map(pool => pool.destroy()))
  const [found] = await query<{ taken: number }>(house, 'select taken from perenne.quota where seminar_id = $1', [
    seminar.id,
  ])
  expect(found?.taken).toBeGreaterThan(5)

  // The act keeps the limit by its own guard too, with the constraint gone.
  const guarded = await makeSeminar(house, { capacity: 5 })
  const results = await Promise.all(people(guarded, 300, 324).map(input => register(house, input)))
  expect(states(results).filter(state => state === 'confirmed')).toHaveLength(5)
})

test('the constraint refuses one place too many whoever writes it', async () => {
  const other = await openTestHouse(rooms)
  try {
    const seminar = await makeSeminar(other, { capacity: 1 })
    await expect(
      query(other, 'update perenne.quota set taken = 2 where seminar_id = $1', [seminar.id]),
    ).rejects.toThrow(/never_one_too_many/)
  } finally {
    await other.close()
  }
})
