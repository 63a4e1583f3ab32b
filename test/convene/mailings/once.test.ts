import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startDueMailings } from '#convene/mailings/acts/leave-by-themselves.ts'
import { sendReminders } from '#convene/mailings/acts/send-reminders.ts'
import * as store from '#convene/mailings/store/mailings.ts'
import { connect } from '#ground/database/connect.ts'
import type { House } from '#ground/house.ts'
import { bundled } from '../../support/bundled.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { query } from '../registration/support.ts'
import { draft, mailingRooms, mailsOf, scene, scheduleShown, startShown, versionOf } from './support.ts'

// Files of one process share their modules: this one, which puts another under those that import it, has its own.
vi.hoisted(() => vi.resetModules())
afterAll(() => void vi.resetModules())
// Spied on where a test takes the lock away; the real one everywhere else.
vi.mock('#convene/mailings/store/mailings.ts', { spy: true })

const worker = bundled(join(import.meta.dirname, 'starting-process.ts'))
let house: TestHouse
let servers: House[]
beforeAll(async () => {
  house = await openTestHouse(mailingRooms)
})
afterAll(() => house.close())
beforeEach(() => {
  servers = Array.from({ length: 6 }, () => ({ ...house, db: connect(house.database.appConnection) }))
})
afterEach(async () => {
  vi.mocked(store.holdMailing).mockReset()
  for (const { db } of servers) await db.destroy()
})

/** A mailing that the button and the job start at once, through servers with connections of their own. */
async function startedAtOnce() {
  const there = await scene(house)
  const id = await draft(house, there)
  await scheduleShown(house, there.organiser, there.seminar.slug, id, Temporal.Instant.from('2018-06-05T11:00:00Z'))
  await house.setClock('2018-06-05T11:00:10Z')
  const tries = await Promise.allSettled(
    servers.flatMap(server => [
      startShown(server, there.organiser, there.seminar.slug, id, 3).then(({ outcome }) => outcome),
      startShown(server, there.organiser, there.seminar.slug, id, 3).then(({ outcome }) => outcome),
      startDueMailings(server).then(begun => (begun > 0 ? 'started' : 'begun')),
    ]),
  )
  const outcomes = tries.map(tried => (tried.status === 'fulfilled' ? tried.value : 'failed'))
  return { mails: await mailsOf(house, id), outcomes }
}

const takeLockAway = () => vi.mocked(store.holdMailing).mockImplementation(store.readMailing)
const takeKeyAway = () => query(house, 'alter table perenne.mailing_recipient drop constraint mailing_recipient_pkey')
const putKeyBack = async () => {
  await query(house, 'truncate perenne.mailing_recipient')
  await query(house, 'alter table perenne.mailing_recipient add primary key (mailing_id, registration_id)')
}

test('started by many at once, it leaves once: who comes second finds it begun', async () => {
  const { mails, outcomes } = await startedAtOnce()
  expect(mails).toHaveLength(3)
  expect(outcomes.filter(outcome => outcome === 'started')).toHaveLength(1)
  expect(outcomes).not.toContain('failed')
})

test('the key of the recipients alone is enough', async () => {
  takeLockAway()
  const { mails, outcomes } = await startedAtOnce()
  expect(mails).toHaveLength(3)
  expect(outcomes.filter(outcome => outcome === 'started')).toHaveLength(1)
})

test('without lock and key people are written to twice: the tests above can fail', async () => {
  takeLockAway()
  await takeKeyAway()
  try {
    let most = 0
    for (let round = 0; round < 5 && most <= 3; round++) most = Math.max(most, (await startedAtOnce()).mails.length)
    expect(most).toBeGreaterThan(3)
  } finally {
    await putKeyBack()
  }
})

test('two server processes, each pressing twice while the jobs run: each mailing and each reminder once', async () => {
  const there = await scene(house)
  const at = Temporal.Instant.from('2018-06-28T07:00:00Z')
  const mailings: string[] = []
  for (let n = 0; n < 6; n++) mailings.push(await draft(house, there))
  for (const id of mailings.slice(3)) await scheduleShown(house, there.organiser, there.seminar.slug, id, at)
  await house.setClock('2018-06-28T07:00:20Z')
  const work = JSON.stringify({
    connection: house.database.appConnection,
    key: randomBytes(32).toString('hex'),
    organiser: there.personId,
    slug: there.seminar.slug,
    mailings: await Promise.all(mailings.map(async id => ({ id, version: await versionOf(house, id) }))),
    told: 3,
  })
  const run = () => promisify(execFile)(process.execPath, [worker.file, work])
  const both = await Promise.all([run(), run()])
  expect(both.map(({ stdout }) => JSON.parse(stdout).length)).toEqual([14, 14])
  for (const id of mailings) expect(await mailsOf(house, id)).toHaveLength(3)
  const reminders = await query<{ id: string }>(
    house,
    'select id from perenne.mailing where seminar_id = $1 and days_before = 7',
    [there.seminar.id],
  )
  expect(reminders).toHaveLength(1)
  expect(await mailsOf(house, reminders[0]?.id ?? '')).toHaveLength(3)
}, 60_000)

test('reminders that many processes look for at once leave once', async () => {
  const { seminar } = await scene(house)
  await house.setClock('2018-06-28T07:00:20Z')
  const done = await Promise.all(servers.flatMap(server => [sendReminders(server), sendReminders(server)]))
  expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThanOrEqual(1)
  const mails = await query(house, `select 1 from perenne.mail where template = 'reminder' and space_id = $1`, [
    seminar.id,
  ])
  expect(mails).toHaveLength(3)
})
