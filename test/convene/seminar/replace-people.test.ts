import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { fileText } from '../panel/file.ts'
import { seminarRoom } from './room.ts'
import { edited, fileNow, imported, query } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
})
afterAll(() => house?.close())

const lines = (id: string) =>
  query<{ key: string; id: string; given_name: string | null }>(
    house,
    `select pp.key, pp.id, p.given_name from perenne.programme_person pp join perenne.person p on p.id = pp.person_id
     where pp.seminar_id = $1 order by pp.position`,
    [id],
  )
const lineOf = async (id: string, key: string) => (await lines(id)).find(line => line.key === key)?.id
const confirmed = (text: string) => text.replaceAll(/person: (ana|luc)\}/g, 'person: $1, state: confirmed}')
const anaLine = /.*key: ana.*/
const bruno = '  - {key: ana, givenName: Bruno, familyName: Renard, email: bruno@example.org, named: true}'

test('somebody else under the key of a file is a new line; seats for which the one before was asked are open', async () => {
  const text = confirmed(fileText('replaced'))
  const { id } = await imported(house, text)
  const ana = await lineOf(id, 'ana')
  const luc = await lineOf(id, 'luc')
  await query(
    house,
    `insert into perenne.panel_invitation (seminar_id, programme_person_id) values ($1, $2), ($1, $3)`,
    [id, ana, luc],
  )
  await imported(house, text.replace(anaLine, bruno))
  const now = await lineOf(id, 'ana')
  expect(now).not.toBe(ana)
  expect(await lineOf(id, 'luc')).toBe(luc)
  const { people, programme } = await fileNow(house, 'replaced')
  expect(people[0]).toMatchObject({ key: 'ana', givenName: 'Bruno', named: true })
  expect(programme.slots.flatMap(slot => slot.seats).map(({ person, state }) => [person, state])).toEqual([
    ['ana', 'open'],
    ['luc', 'confirmed'],
    ['ida', 'open'],
    ['ana', 'open'],
    [undefined, 'open'],
  ])
  expect(await query(house, 'select from perenne.panel_invitation where seminar_id = $1', [id])).toHaveLength(1)
  expect(
    await query(house, "select from perenne.person where given_name = 'Ana' or email = 'ana@example.org'"),
  ).toEqual([])
  // The same file again says what nobody answered: it is asked which holds, and nothing is written.
  const again = text.replace(anaLine, bruno)
  expect(await importSeminar(house, job('test'), again)).toMatchObject({
    why: 'conflicts',
    conflicts: [
      { path: 'programme.slots.panel.seats.one.state', now: 'open', wanted: 'confirmed' },
      { path: 'programme.slots.second.seats.one.state', now: 'open', wanted: 'confirmed' },
    ],
  })
  expect((await imported(house, again, { prefer: 'browser' })).changes).toEqual([])
})

test('who was never asked by mail is said by the file alone; a corrected address keeps the line', async () => {
  const text = confirmed(fileText('said'))
  const { id } = await imported(house, text)
  const ana = await lineOf(id, 'ana')
  await imported(house, text.replace('ana@example.org', 'ana.z@example.org'))
  expect(await lineOf(id, 'ana')).toBe(ana)
  await imported(house, text.replace(anaLine, bruno))
  expect(await lineOf(id, 'ana')).not.toBe(ana)
  const [seat] = (await fileNow(house, 'said')).programme.slots.flatMap(slot => slot.seats)
  expect(seat).toMatchObject({ person: 'ana', state: 'confirmed' })
})

test('an edit in the browser says itself who it is', async () => {
  const { id } = await imported(house, fileText('edited'))
  const ana = await lineOf(id, 'ana')
  await edited(house, 'edited', file => {
    Object.assign(file.people[0] ?? {}, { givenName: 'Bruno', familyName: 'Renard', email: 'b@example.org' })
  })
  expect(await lineOf(id, 'ana')).toBe(ana)
})
