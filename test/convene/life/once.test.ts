import { afterEach, beforeEach, expect, test } from 'vitest'
import { cancelSeminar } from '#convene/life/acts/cancel-seminar.ts'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { job, person } from '#ground/database/actor.ts'
import { connect } from '#ground/database/connect.ts'
import type { House } from '#ground/house.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import {
  dayOn,
  french,
  makeSeminar,
  noticesIn,
  query,
  registered,
  rooms,
  signedIn,
  type TestSeminar,
  tellingsIn,
} from './support.ts'

// Everyone concerned is told once, whoever decides at the same time. The gate is what makes it so: without it the harm appears.
let house: TestHouse
let servers: House[]
beforeEach(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-05T10:00:00Z')
  servers = Array.from({ length: 6 }, () => ({ ...house, db: connect(house.database.appConnection) }))
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

async function threePeople(): Promise<TestSeminar> {
  const seminar = await makeSeminar(house, { capacity: 2 })
  for (const name of ['a', 'b', 'c']) await registered(house, seminar, { email: `${name}@example.org` })
  return seminar
}

/** Through all servers at once, each with another organiser: how often each was told. */
async function told(
  decide: (server: House, actor: ReturnType<typeof person>, seminar: TestSeminar) => Promise<unknown>,
) {
  const seminar = await threePeople()
  const organisers: ReturnType<typeof person>[] = []
  for (const _ of servers) organisers.push(person((await signedIn(house, 'organiser', seminar.id)).personId))
  const decided = await Promise.allSettled(
    servers.map((server, index) => decide(server, organisers[index] as ReturnType<typeof person>, seminar)),
  )
  const done = decided.filter(
    one => one.status === 'fulfilled' && (one.value as { outcome: string }).outcome === 'done',
  )
  return {
    done: done.length,
    notices: (await noticesIn(house, seminar)).length,
    mails: (await tellingsIn(house, seminar)).length,
  }
}

const cancel = (server: House, actor: ReturnType<typeof person>, { slug }: TestSeminar) =>
  cancelSeminar(server, actor, slug, french('Raison'))
const once = { done: 1, notices: 1, mails: 3 }

test('six organisers cancel at once: told once', async () => {
  expect(await told(cancel)).toEqual(once)
})

test('six postpone at once, or move to the same day at once: told once', async () => {
  expect(await told((server, actor, { slug }) => postponeSeminar(server, actor, slug, { reason: null }))).toEqual(once)
  const newDay = dayOn('2018-10-12')
  expect(
    await told((server, actor, { slug }) => postponeSeminar(server, actor, slug, { reason: null, newDay })),
  ).toEqual(once)
})

test('some cancel while others postpone: everyone is told what is so in the end, and nothing twice', async () => {
  const seminar = await threePeople()
  await Promise.allSettled(
    servers.map((server, index) =>
      index % 2 === 0
        ? cancelSeminar(server, job('test'), seminar.slug, null)
        : postponeSeminar(server, job('test'), seminar.slug, { reason: null }),
    ),
  )
  const kinds = (await noticesIn(house, seminar)).map(({ kind }) => kind)
  // One that was cancelled is postponed no more; one that was postponed can still be cancelled.
  expect([['cancelled'], ['postponed', 'cancelled']]).toContainEqual(kinds)
  expect(await tellingsIn(house, seminar)).toHaveLength(3 * kinds.length)
})

test('without the gate they are told more than once', async () => {
  await takeLockAway()
  let most = 0
  for (let round = 0; round < 8 && most <= 1; round++) most = Math.max(most, (await told(cancel)).notices)
  expect(most).toBeGreaterThan(1)
})

test('a form that is sent twice is one decision', async () => {
  const seminar = await threePeople()
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const at = `/en/desk/seminars/${seminar.slug}/life`
  const form = await (await house.ask(`${at}/cancel`, { headers: { cookie } })).text()
  const fields = {
    _once: /name="_once" value="([^"]+)"/.exec(form)?.[1] ?? '',
    _form: /name="_form" value="([^"]+)"/.exec(form)?.[1] ?? '',
    'reason-fr': 'La salle',
    sure: 'yes',
  }
  const sent = await Promise.all([1, 2, 3].map(() => house.send(`${at}/cancel`, fields, { headers: { cookie } })))
  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(await noticesIn(house, seminar)).toHaveLength(1)
  expect(await tellingsIn(house, seminar)).toHaveLength(3)
  const again = await house.send(`${at}/cancel`, fields, { headers: { cookie } })
  expect(again.headers.get('location')).toBe(at)
  expect(await tellingsIn(house, seminar)).toHaveLength(3)
})
