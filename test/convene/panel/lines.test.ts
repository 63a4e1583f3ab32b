import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { as, job, person } from '#ground/database/actor.ts'
import { query, registrant, somebody } from '../seminar/support.ts'
import { house, lineOf, openPanels, type PanelSeminar, panelSeminar } from './support.ts'

// What an organiser could try in SQL to read, rewrite or erase somebody who is none of theirs.

openPanels()
let own: PanelSeminar
let foreign: PanelSeminar
beforeAll(async () => {
  own = await panelSeminar(house)
  foreign = await panelSeminar(house)
})

const asOrganiser = (text: ReturnType<typeof sql>) => as(house.db, person(own.personId), tx => text.execute(tx))
const refused = (text: ReturnType<typeof sql>) => expect(asOrganiser(text)).rejects.toMatchObject({ code: '42501' })
const addLine = (personId: string) =>
  sql`insert into perenne.programme_person (seminar_id, key, person_id, position)
    values (${own.id}, ${`k${crypto.randomUUID().slice(0, 8)}`}, ${personId}, 9)`
const made = async (text: string, values: unknown[] = []) =>
  (await query<{ id: string }>(house, text, values))[0]?.id ?? ''
const withNames =
  "insert into perenne.person (given_name, family_name, email, language) values ('V', 'W', 'v@example.org', 'en') returning id"

test('a line is added for nobody who was there before: account, right, registration, or a mere row', async () => {
  const registration = await registrant(house, foreign.id)
  const registered = await made('select person_id as id from perenne.registration where id = $1', [registration])
  const { actor } = await somebody(house, 'evaluator', foreign.slug)
  const signsIn = actor.kind === 'person' ? actor.id : ''
  const mere = await made(withNames)
  for (const victim of [registered, signsIn, mere, own.personId]) {
    await refused(addLine(victim))
    // Nor after a change of one's own in the same transaction.
    await expect(
      as(house.db, person(own.personId), async tx => {
        await sql`update perenne.person set telephone = '1' where id in (${victim}, ${own.personId})`.execute(tx)
        await addLine(victim).execute(tx)
      }),
    ).rejects.toMatchObject({ code: '42501' })
  }
  expect(
    await query(house, 'select from perenne.person where id = $1 and erased_at is null', [registered]),
  ).toHaveLength(1)
})

test('a line never passes to another person or seminar, whoever asks', async () => {
  const mine = await lineOf(house, own, 'ida')
  const theirs = await lineOf(house, foreign, 'ana')
  const mere = await made(withNames)
  await refused(sql`update perenne.programme_person set person_id = ${mere} where id = ${mine.id}`)
  await refused(sql`update perenne.programme_person set person_id = ${theirs.person_id} where id = ${mine.id}`)
  await refused(sql`update perenne.programme_person set seminar_id = ${foreign.id} where id = ${mine.id}`)
  await expect(
    as(house.db, job('test'), tx =>
      sql`update perenne.programme_person set person_id = ${mere} where id = ${mine.id}`.execute(tx),
    ),
  ).rejects.toMatchObject({ code: '42501' })
  expect((await lineOf(house, own, 'ida')).person_id).toBe(mine.person_id)
})

test('a slot and a seat name nobody of another programme, and move to none', async () => {
  const theirs = await lineOf(house, foreign, 'ana')
  const mine = await lineOf(house, own, 'ana')
  const slotOf = (seminar: PanelSeminar) =>
    made("select id from perenne.slot where space_id = $1 and key = 'panel'", [seminar.id])
  const slot = await slotOf(own)
  const elsewhere = await slotOf(foreign)
  await refused(sql`insert into perenne.slot_person (slot_id, programme_person_id, role, position)
    values (${slot}, ${theirs.id}, 'speaker', 5)`)
  await refused(sql`insert into perenne.slot_seat (slot_id, key, region, programme_person_id, position)
    values (${slot}, 'theirs', 'other', ${theirs.id}, 9)`)
  await refused(
    sql`update perenne.slot_seat set programme_person_id = ${theirs.id} where slot_id = ${slot} and key = 'one'`,
  )
  await refused(
    sql`update perenne.slot_seat set slot_id = ${elsewhere}, key = 'x' where slot_id = ${slot} and key = 'one'`,
  )
  // Of one's own programme: as ever.
  await asOrganiser(sql`insert into perenne.slot_person (slot_id, programme_person_id, role, position)
    values (${slot}, ${mine.id}, 'speaker', 5)`)
})

test('whoever signs in is renamed by no organiser', async () => {
  const { person_id } = await lineOf(house, own, 'luc')
  await query(house, 'update perenne.person set has_account = true where id = $1', [person_id])
  await refused(sql`select perenne.write_programme_person(${own.id}, ${person_id}, 'X', 'Y', 'x@example.org', 'en')`)
  expect(
    await query(house, "select from perenne.person where id = $1 and given_name = 'Luc'", [person_id]),
  ).toHaveLength(1)
})
