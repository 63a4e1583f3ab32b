import { afterEach, beforeEach, expect, test } from 'vitest'
import { programmePart, releaseProgramme } from '#convene/programme/acts/release-programme.ts'
import { tellChanges } from '#convene/programme/telling/acts/tell.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import { type Actor, job } from '#ground/database/actor.ts'
import { connect } from '#ground/database/connect.ts'
import type { House } from '#ground/house.ts'
import {
  announced,
  edited,
  fileNow,
  house,
  lastOf,
  moveSlot,
  noticesOf,
  openTelling,
  query,
  queued,
  registrant,
  released,
  somebody,
} from './support.ts'

// Everybody concerned is told once, whoever tells at the same time. Without what makes it so the harm appears.
let servers: House[]
openTelling({ freshForEach: true })
beforeEach(() => {
  servers = Array.from({ length: 6 }, () => ({ ...house, db: connect(house.database.appConnection) }))
})
afterEach(async () => {
  for (const { db } of servers) await db.destroy()
})

const program = job('test')

async function toTell(slug: string) {
  const seminar = await announced(house, slug)
  for (const name of ['A', 'B', 'C']) await registrant(house, seminar, name)
  await released(house, seminar, 'Deux', moveSlot('three', '10:15', '11:00'))
  return { seminar, version: await lastOf(house, seminar) }
}

/** Six organisers through six servers at once. */
async function toldAtOnce(slug: string) {
  const { seminar, version } = await toTell(slug)
  const actors: Actor[] = []
  for (const _ of servers) actors.push((await somebody(house, 'organiser', slug)).actor)
  const done = await Promise.allSettled(
    servers.map((server, index) => tellChanges(server, actors[index] ?? program, slug, { version, note: null })),
  )
  const outcomes = done.map(one => (one.status === 'fulfilled' ? one.value.outcome : 'failed')).sort()
  return { outcomes, mails: (await queued(house, seminar)).length, notices: (await noticesOf(house, seminar)).length }
}

test('six organisers tell at once: one tells, the others are told that it was told', async () => {
  expect(await toldAtOnce('six')).toEqual({
    outcomes: ['already', 'already', 'already', 'already', 'already', 'told'],
    mails: 3,
    notices: 1,
  })
})

test('without the gate and the key of the notice they are told more than once', async () => {
  await query(
    house,
    `create or replace function perenne.hold_places(seminar uuid) returns boolean language sql as
     $$ select exists (select from perenne.seminar s where s.id = hold_places.seminar) $$`,
  )
  // Nor the people on the programme, who are held with it.
  await query(
    house,
    'create or replace function perenne.hold_programme_people(seminar uuid) returns void language sql as $$ select $$',
  )
  // The key alone still holds.
  expect(await toldAtOnce('key-alone')).toMatchObject({ mails: 3, notices: 1 })
  await query(house, 'alter table perenne.programme_notice drop constraint programme_notice_seminar_id_version_id_key')
  let most = 0
  for (let round = 0; round < 8 && most <= 1; round++)
    most = Math.max(most, (await toldAtOnce(`harm-${round}`)).notices)
  expect(most).toBeGreaterThan(1)
})

test('somebody releases while another tells: the version that was seen is told, or nothing is', async () => {
  for (let round = 0; round < 4; round++) {
    const slug = `race-${round}`
    const { seminar, version } = await toTell(slug)
    await edited(house, slug, moveSlot('three', '10:30', '11:00'))
    const seen = versionOf(programmePart(await fileNow(house, slug)))
    const release = { name: { fr: 'Trois' }, provisional: false, languages: [] }
    const [told] = await Promise.all([
      tellChanges(servers[0] ?? house, program, slug, { version, note: null }),
      releaseProgramme(servers[1] ?? house, program, slug, seen, release),
    ])
    const mails = await queued(house, seminar)
    expect(mails).toHaveLength(told.outcome === 'told' ? 3 : 0)
    expect(await noticesOf(house, seminar)).toEqual(told.outcome === 'told' ? [{ told: 3, number: 2 }] : [])
    expect(['told', 'stale']).toContain(told.outcome)
  }
})

test('people come and go while it is told: as many mails as the notice says', async () => {
  const { seminar, version } = await toTell('coming')
  const [leaving] = await query<{ id: string }>(
    house,
    'select id from perenne.registration where seminar_id = $1 order by line limit 1',
    [seminar.id],
  )
  const [told] = await Promise.all([
    tellChanges(servers[0] ?? house, program, seminar.slug, { version, note: null }),
    cancelRegistration(servers[1] ?? house, program, leaving?.id ?? ''),
    registrant(house, seminar, 'D'),
  ])
  const mails = await queued(house, seminar)
  expect(told).toEqual({ outcome: 'told', people: mails.length })
  expect(await noticesOf(house, seminar)).toEqual([{ told: mails.length, number: 2 }])
  expect(mails.map(({ email }) => email)).not.toContain('d@example.org')
})
