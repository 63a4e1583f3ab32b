import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Memory } from '../support/memory.ts'
import { openWorld, outcome, type World } from './support.ts'

// What an editor reaches outside their space through what hangs on a record by its table and id, through a network, and through
// the person behind a contact. (Foreign keys: every-key.test.ts.)

let world: World
let here: Memory
let there: Memory
beforeAll(async () => {
  world = await openWorld(2)
  here = world.memory.here as Memory
  there = world.memory.there as Memory
}, 60_000)
afterAll(() => world.close())

describe('a text, a number, a circle', () => {
  test('is judged as a new one where it is moved to a record of another memory', async () => {
    const { sql, space, person, tried } = world
    await sql(
      `insert into perenne.translation (record_table, record_id, field, language, body, state) values ('relationship', $1, 'reason', 'fr', 'ECRIT PAR LE VOISIN', 'source')`,
      [here.relationships],
    )
    await sql(
      `insert into perenne.field_circle (record_table, record_id, field, at_most) values ('relationship', $1, 'reason', 0)`,
      [here.relationships],
    )
    const tries: [string, unknown[]][] = [
      [
        `update perenne.translation set record_id = $1, language = 'es', field = 'name', state = 'reviewed', source_hash = 'x'
         where record_id = $2 and field = 'reason'`,
        [there.relationships, here.relationships],
      ],
      [
        `update perenne.translation set record_table = 'decision', record_id = $1 where record_id = $2 and field = 'reason'`,
        [there.decisions, here.relationships],
      ],
      [`update perenne.identifier set record_id = $1 where record_id = $2`, [there.actors, here.actors]],
      [
        `update perenne.field_circle set record_id = $1, field = 'name' where record_id = $2 and field = 'reason'`,
        [there.relationships, here.relationships],
      ],
    ]
    for (const [text, values] of tries) expect([text, await tried('keeper', text, values)]).toEqual([text, '42501'])
    // Whoever edits both may, and it is then seen as the other record says.
    await sql(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, 'territory_editor', $2, 'territory', 'test')`,
      [person.colleague, space.there],
    )
    await sql('update perenne.relationship set visibility = 1 where id = $1', [there.relationships])
    const [text, values] = tries[0] as (typeof tries)[0]
    const moved = await world.asking('colleague', async () => {
      await world.app.query(text, values)
      const { rows } = await world.app.query(
        `select space_id, visibility from perenne.translation where record_id = $1 and language = 'es'`,
        [there.relationships],
      )
      return rows
    })
    expect(moved).toEqual([{ space_id: space.there, visibility: 1 }])
    await sql('update perenne.relationship set visibility = 2 where id = $1', [there.relationships])
  })

  test('that is kept inside stays so when it is called by another name', async () => {
    const [row] = await world.asking('keeper', async () => {
      await world.app.query(
        `update perenne.translation set field = 'sensitivity', language = 'es', state = 'reviewed', source_hash = 'x' where record_id = $1 and field = 'name'`,
        [here.relationships],
      )
      const { rows } = await world.app.query(
        `select visibility from perenne.translation where record_id = $1 and language = 'es'`,
        [here.relationships],
      )
      return rows
    })
    expect(row).toEqual({ visibility: 0 })
  })

  test('the address of a relationship of another memory leads nowhere of mine, and search finds nothing that I write into it', async () => {
    const { tried, space } = world
    const joined = `insert into perenne.relationship_join (space_id, left_id, into_id, joined_at, wrote) values ($1, $2, $3, perenne.now(), 'x')`
    expect(await tried('keeper', joined, [space.here, there.relationships, here.relationships])).toBe('23503')
    expect(await tried('keeper', joined, [space.here, here.relationships, there.relationships])).toBe('23503')
    expect(
      await tried(
        'keeper',
        `insert into perenne.search_entry (record_id, language, record_table, space_id, visibility, title, title_folded, path, words)
         values ($1, 'en', 'relationship', $2, 2, 'x', 'x', '/x', '')`,
        [there.relationships, space.here],
      ),
    ).toBe('42501')
    expect(await tried('keeper', 'delete from perenne.search_entry where space_id = $1', [space.here])).toBe('done 0')
  })
})

describe('a network', () => {
  const belongs = 'insert into perenne.network_member (space_id, member_id) values ($1, $2)'
  test('takes no territory by itself, nor a territory itself into a network; whoever administers does', async () => {
    const { space, tried, sql } = world
    for (const who of ['organiser', 'keeper', 'neighbour', 'nobody', 'anonymous'])
      expect([who, await tried(who, belongs, [space.net, space.there])]).toEqual([who, '42501'])
    expect(await tried('administrator', belongs, [space.net, space.there])).toBe('done 1')
    // Nor does either side give back to itself what had ended, or end what the other counts on.
    await sql('update perenne.network_member set ends_on = $1 where member_id = $2', ['2017-12-31', space.here])
    for (const who of ['organiser', 'keeper'])
      for (const text of [
        'update perenne.network_member set ends_on = null',
        'update perenne.network_member set member_id = $1',
        'delete from perenne.network_member',
      ])
        expect([who, text, await tried(who, text, text.includes('$1') ? [space.there] : [])]).toEqual([
          who,
          text,
          'done 0',
        ])
    expect(
      await tried('administrator', 'update perenne.network_member set ends_on = null where member_id = $1', [
        space.here,
      ]),
    ).toBe('done 1')
    await sql('update perenne.network_member set ends_on = null where member_id = $1', [space.here])
  })

  test('is not chosen by whoever prepares a seminar', async () => {
    const { space, sql, one, tried, asking, app, person } = world
    const seminar = await one(
      `insert into perenne.space (kind, slug, parent_id, visibility) values ('seminar', 'one', $1, 2) returning id`,
      [space.net],
    )
    await sql(
      `insert into perenne.seminar (id, network_id, source_language, languages, held_on, hours_from, hours_to, time_zone, venue_address, venue_country, registration_closes_at)
       values ($1, $2, 'fr', '{fr}', '2018-07-05', '9:00', '17:00', 'Europe/Paris', 'Paris', 'FR', '2018-07-01')`,
      [seminar, space.net],
    )
    person.convener = await one(
      `insert into perenne.person (given_name, email, language, has_account) values ('C', 'c@example.org', 'fr', true) returning id`,
    )
    await sql(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, 'organiser', $2, 'seminar', 'test')`,
      [person.convener, seminar],
    )
    const move = 'update perenne.space set parent_id = $1 where id = $2'
    for (const who of ['convener', 'organiser']) {
      expect([who, await tried(who, move, [space.far, seminar])]).toEqual([who, '42501'])
      expect(await tried(who, 'update perenne.seminar set network_id = $1 where id = $2', [space.far, seminar])).toBe(
        '42501',
      )
    }
    expect(await tried('convener', `update perenne.space set slug = 'two' where id = $1`, [seminar])).toBe('done 1')
    const reached = await asking('convener', async () => {
      await app.query('savepoint moved')
      await app.query(move, [space.far, seminar]).catch(() => app.query('rollback to savepoint moved'))
      await app.query('select perenne.as_actor($1, $2)', ['person', person.convener])
      const { rows } = await app.query(`select $1::uuid = any (perenne.spaces('network')) as yes`, [space.far])
      return rows[0]
    })
    expect(reached).toEqual({ yes: false })
    expect(await tried('administrator', move, [space.far, seminar])).toBe('done 1')
  })
})

describe('the person behind a contact', () => {
  const contact = 'insert into perenne.contact (space_id, person_id) values ($1, $2)'
  test('is made by the transaction that makes the contact, not by another meanwhile', async () => {
    const { app, space, asking, one, sql, tried } = world
    const tries = await asking('keeper', async () => {
      // Somebody registers, in a transaction of their own, while this one is open.
      const registrant = await one(
        `insert into perenne.person (given_name, email, language) values ('Rita', 'rita@example.org', 'fr') returning id`,
      )
      await app.query('savepoint before')
      const stranger = await outcome(app, contact, [space.here, registrant])
      await app.query('rollback to savepoint before')
      await app.query('release savepoint before')
      const { rows } = await app.query(
        `select perenne.write_contact_person($1, null, 'Une', 'Amie', null, null, 'fr') as id`,
        [space.here],
      )
      return [stranger, await outcome(app, contact, [space.here, rows[0].id])]
    })
    expect(tries).toEqual(['42501', 'done 1'])
    // Neither does a change in this transaction make somebody who was there before: the row is new, the person is not.
    const old = await one(
      `insert into perenne.person (given_name, email, language) values ('Rita', 'rita@example.org', 'fr') returning id`,
    )
    await sql(
      `create function perenne.touch(one uuid) returns void language sql security definer
       as $$ update perenne.person set given_name = given_name where id = one $$`,
    )
    const touched = await asking('keeper', async () => {
      await app.query('select perenne.touch($1)', [old])
      return outcome(app, contact, [space.here, old])
    })
    expect(touched).toBe('42501')
    expect(await tried('keeper', contact, [space.here, old])).toBe('42501')
  })
})
