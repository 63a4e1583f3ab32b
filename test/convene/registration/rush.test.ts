import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RegisterResult, RegistrationInput } from '#convene/registration/acts/register.ts'
import { keysFrom } from '#ground/keys.ts'
import { bundled } from '../../support/bundled.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { actRooms, answers, count, makeSeminar, query, type TestSeminar } from './acts-support.ts'

const worker = bundled(join(import.meta.dirname, 'rush-worker.ts'))
let house: TestHouse
const key = randomBytes(32)
beforeAll(async () => {
  house = await openTestHouse(actRooms)
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
  const { stdout } = await promisify(execFile)(process.execPath, [worker.file, work], {
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
