import { sql as raw } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { readBrief } from '../../../source/remember/brief/store/brief.ts'
import { relationshipsOn } from '../../../source/remember/home/store/overview.ts'
import { contactsUnder } from '../../../source/remember/store/contacts-made.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

// A contact that is noted with somebody of the partner wakes what sleeps: on the first page, in the check, in the brief alike.

type Init = { headers: { cookie: string } }
let house: TestHouse
let memory: Memory
let space: string
let keeperId: string
const visitors = new Map<string, Init>()
const base = '/en/territories/brecourt'
const sql = async (text: string, values: unknown[] = []) => (await house.database.owner.query(text, values)).rows
const words = async (path: string, who: string) =>
  (await (await house.ask(`${base}${path}`, visitors.get(who))).text()).replaceAll(/<[^>]*>/g, ' ')

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  space = await makeSpace(house, 'territory', 'brecourt')
  await sql('update perenne.space set visibility = 2 where id = $1', [space])
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
    [space],
  )
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 2))
  // What makeMemory tells of the twinning lies long back.
  await sql(`update perenne.interaction set during = '2011-06-08'`)
  keeperId = await makePerson(house, 'keeper@ville.example', ['Kim', 'Garde'], 'en')
  await giveRole(house, keeperId, 'territory_editor', 'territory', space)
  visitors.set('keeper', await signedIn(house, keeperId))
  const evaluator = await makePerson(house, 'eva@ville.example', ['Eva', 'Lue'], 'en')
  await giveRole(house, evaluator, 'evaluator', 'territory', space)
  visitors.set('evaluator', await signedIn(house, evaluator))
})
afterAll(() => house.close())
beforeEach(() => sql(`delete from perenne.interaction where title like 'Noted%'`))

/** Notes a contact of 4 June 2018 with somebody, by the contact or by the organisation. */
async function note(who: { contact?: string; organisation?: string; side?: string }, about?: [string, string]) {
  const [{ id }] = await sql(
    `insert into perenne.interaction (space_id, visibility, kind, during, title, language) values ($1, 2, 'call', '2018-06-04', 'Noted with her', 'en') returning id`,
    [space],
  )
  await sql(
    `insert into perenne.interaction_participant (interaction_id, contact_id, organisation_id, side) values ($1, $2, $3, $4)`,
    [id, who.contact ?? null, who.organisation ?? null, who.side ?? 'partner'],
  )
  if (about)
    await sql(
      `insert into perenne.about (record_table, record_id, about_table, about_id) values ('interaction', $1, $2, $3)`,
      [id, ...about],
    )
}
const standing = async () =>
  as(house.db, asPerson(keeperId), async tx => {
    const found = await relationshipsOn(tx, space, '2018-06-04', 24)
    const one = found.find(({ id }) => id === memory.relationships)
    return [one?.state, one?.lastContact]
  })
const alive = ['alive', '2018-06-04']
const sleeping = ['sleeping', '2011-06-08']

test('without it the relationship sleeps', async () => {
  expect(await standing()).toEqual(sleeping)
  for (const who of ['keeper', 'evaluator'])
    expect(await words('/checks/relationship-dormant', who)).toContain('Coopération avec Puerto Almendro')
})

describe('a contact noted with the people of the partner', () => {
  test('wakes it everywhere', async () => {
    await note({ contact: memory.contacts })
    expect(await standing()).toEqual(alive)
    for (const who of ['keeper', 'evaluator']) {
      expect(await words('/checks/relationship-dormant', who)).not.toContain('Coopération avec Puerto Almendro')
      expect((await words('', who)).replaceAll(/\s+/g, ' ')).toContain('4 June 2018')
    }
    const brief = await as(house.db, asPerson(keeperId), tx =>
      readBrief(tx, space, memory.actors, Temporal.PlainDate.from('2018-06-04')),
    )
    expect(brief?.interactions.map(({ title }) => title)).toEqual(['Noted with her', 'Mission technique'])
  })
  test('also by the organisation alone, and by one that was found to be the same', async () => {
    await note({ organisation: memory.actors })
    expect(await standing()).toEqual(alive)
    await sql(`delete from perenne.interaction where title like 'Noted%'`)
    const [{ id: same }] = await sql(
      `insert into perenne.organisation (space_id, visibility, kind, remembered, merged_into_id) values ($1, 2, 'local-government', true, $2) returning id`,
      [space, memory.actors],
    )
    await note({ organisation: same })
    expect(await standing()).toEqual(alive)
  })
  test('not by a meeting among ourselves, nor with somebody else', async () => {
    await note({ contact: memory.contacts, side: 'own' })
    expect(await standing()).toEqual(sleeping)
    const [{ id: other }] = await sql(
      `insert into perenne.organisation (space_id, visibility, kind, remembered) values ($1, 2, 'ngo', true) returning id`,
      [space],
    )
    await note({ organisation: other })
    expect(await standing()).toEqual(sleeping)
  })
  test('not where it was about another relationship with the same partner', async () => {
    const [{ id: other }] = await sql(
      `insert into perenne.relationship (space_id, visibility, kind, during) values ($1, 2, 'network', '2009/..') returning id`,
      [space],
    )
    await sql(`insert into perenne.relationship_party (relationship_id, organisation_id) values ($1, $2)`, [
      other,
      memory.actors,
    ])
    await note({ contact: memory.contacts }, ['relationship', other])
    expect(await standing()).toEqual(sleeping)
    // About a person says nothing of which relationship: it counts for each with them.
    await note({ contact: memory.contacts }, ['contact', memory.contacts])
    expect(await standing()).toEqual(alive)
    await sql('delete from perenne.relationship where id = $1', [other])
  })
})

test('each contact counts once under a relationship, however it is tied to it', async () => {
  await note({ contact: memory.contacts }, ['agreement', memory.agreements])
  const { rows } = await as(house.db, job('test'), tx =>
    raw`select * from ${contactsUnder(space)} u where u.relationship_id = ${memory.relationships}`.execute(tx),
  )
  expect(rows).toHaveLength(2)
})
