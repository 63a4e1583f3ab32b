import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Memory } from '../support/memory.ts'
import { openWorld, outcome, type Row, type World } from './support.ts'

// What is told of a confidential note by functions that run as the owner, and what the public role reads of history.

let world: World
let here: Memory
beforeAll(async () => {
  world = await openWorld(0)
  here = world.memory.here as Memory
}, 60_000)
afterAll(() => world.close())

const ids = (rows: Row[]) => [...new Set(rows.map(row => String(row.record_id ?? row.id)))].sort()

describe('a confidential note', () => {
  let note: string
  let share: string
  const changed = (who: string) =>
    world.read(
      who,
      `select k.record_id, k.version from perenne.changed_keys($1, '2018-06-04 09:00', perenne.now(), 1000) k where not k.was`,
      [world.space.here],
    )
  const wrote = (who: string, id: string, person = world.person.colleague) =>
    world.read(who, 'select perenne.had_written($1, $2) as yes', [id, person])
  beforeEach(async () => {
    await world.database.setClock('2018-06-05T10:00:00Z')
    note = await world.asking(
      'colleague',
      async () => {
        const { rows } = await world.app.query(
          `insert into perenne.note (space_id, kind, body, language, written_by, confidential) values ($1, 'fact', 'Zyxoquark', 'fr', $2, true) returning id`,
          [world.space.here, world.person.colleague],
        )
        await world.app.query(
          `insert into perenne.about (record_table, record_id, about_table, about_id) values ('note', $1, 'relationship', $2)`,
          [rows[0].id, here.relationships],
        )
        return rows[0].id as string
      },
      true,
    )
    share = await world.one(
      `insert into perenne.share (space_id, record_table, record_id, person_id, shared_by, ends_at) values ($1, 'note', $2, $3, $4, 'infinity') returning id`,
      [world.space.here, note, world.person.nobody, world.person.colleague],
    )
    await world.database.setClock('2018-06-06T10:00:00Z')
  })
  const of = async () => {
    const [about] = await world.sql('select id from perenne.about where record_id = $1', [note])
    return [note, share, about?.id as string].sort()
  }

  test('is not told of by what changed between two days, but to whoever wrote it', async () => {
    const own = await of()
    const told = async (who: string) => ids(await changed(who)).filter(id => own.includes(id))
    for (const who of ['keeper', 'administrator', 'member', 'neighbour', 'public'])
      expect([who, await told(who)]).toEqual([who, []])
    expect(await told('colleague')).toEqual(own)
    expect(await told('job')).toEqual(own)
    expect(await told('nobody')).toEqual([note])
    // Nor what it said then, when it is open: what it says now is.
    await world.asking(
      'colleague',
      () => world.app.query(`update perenne.note set confidential = false, body = 'Ouverte' where id = $1`, [note]),
      true,
    )
    await world.database.setClock('2018-06-07T10:00:00Z')
    const versions = (await changed('keeper')).filter(row => row.record_id === note).map(row => row.version)
    expect(versions).toEqual([2])
    const before = await world.read(
      'keeper',
      `select k.version from perenne.changed_keys($1, '2018-06-05 12:00', perenne.now(), 1000) k where k.record_id = $2 and k.was`,
      [world.space.here, note],
    )
    expect(before).toEqual([])
  })

  test('is not told of by who had written it', async () => {
    for (const who of ['keeper', 'administrator', 'neighbour', 'nobody', 'anonymous'])
      expect([who, await wrote(who, note)]).toEqual([who, [{ yes: false }]])
    expect(await wrote('colleague', note)).toEqual([{ yes: true }])
    await world.asking('colleague', () => world.app.query('delete from perenne.note where id = $1', [note]), true)
    expect(await wrote('keeper', note)).toEqual([{ yes: false }])
    // An open one keeps its signature, and comes back with it.
    const open = await world.one(
      `insert into perenne.note (space_id, kind, body, language, written_by) values ($1, 'fact', 'x', 'fr', $2) returning id`,
      [world.space.here, world.person.colleague],
    )
    expect(await wrote('keeper', open)).toEqual([{ yes: true }])
    expect(await wrote('neighbour', open)).toEqual([{ yes: false }])
    expect(await world.tried('keeper', `update perenne.note set body = 'y' where id = $1`, [open])).toBe('done 1')
    const back = await world.asking('keeper', async () => {
      const { rows } = await world.app.query('select perenne.now()::text as at')
      await world.app.query('delete from perenne.note where id = $1', [open])
      return outcome(world.app, `select perenne.put_back('note', $1, $2)`, [open, rows[0].at])
    })
    expect(back).toBe('done 1')
  })
})

describe('history', () => {
  test('tells the public role what was known, and neither who wrote it nor why', async () => {
    await world.sql('update perenne.decision set visibility = 2 where id = $1', [here.decisions])
    const columns = await world.sql(
      `select attname::text as name, has_column_privilege('perenne_public', attrelid, attnum, 'select') as yes
       from pg_attribute where attrelid = 'perenne.record_version'::regclass and attnum > 0 and not attisdropped order by 1`,
    )
    expect(columns.filter(({ yes }) => yes).map(({ name }) => name)).toEqual([
      'doc',
      'known',
      'record_id',
      'record_table',
      'shape',
      'space_id',
      'version',
      'visibility',
    ])
    for (const column of ['actor_id', 'actor_kind', 'reason', 'ended_by_id', 'ended_by_kind', 'end_reason', '*'])
      expect([column, await world.tried('public', `select ${column} from perenne.record_version`)]).toEqual([
        column,
        '42501',
      ])
    const read = `select doc ->> 'number' as number from perenne.record_version where record_id = $1 and upper_inf(known)`
    expect(await world.read('public', read, [here.decisions])).toEqual([{ number: '2015-112-0' }])
    expect(await world.tried('keeper', `select actor_id, reason from perenne.record_version limit 1`)).toBe('done 1')
    await world.sql('update perenne.decision set visibility = 0 where id = $1', [here.decisions])
  })
})

describe('whom something is shown to', () => {
  test('is named in the language of whoever typed the name, whatever account has the address', async () => {
    const known = await world.one(
      `insert into perenne.person (given_name, email, language, has_account) values ('K', 'k@example.org', 'es', true) returning id`,
    )
    const unknown = await world.one(
      `insert into perenne.person (email, language) values ('u@example.org', 'pt') returning id`,
    )
    const languages = await world.asking('keeper', async () => {
      const found: unknown[] = []
      for (const [record, person] of [
        [here.relationships, known],
        [here.decisions, unknown],
      ]) {
        const { rows } = await world.app.query(
          `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at)
           values ($1, $2, $3, $4, perenne.now() + interval '1 day') returning id`,
          [world.space.here, record === here.relationships ? 'relationship' : 'decision', record, person],
        )
        await world.app.query(`select perenne.name_share($1, 'Nom', 'Tapé')`, [rows[0].id])
        const named = await world.app.query(
          'select p.given_name, p.language from perenne.share_name n join perenne.person p on p.id = n.person_id where n.share_id = $1',
          [rows[0].id],
        )
        found.push(named.rows[0])
      }
      return found
    })
    expect(languages).toEqual([
      { given_name: 'Nom', language: 'fr' },
      { given_name: 'Nom', language: 'fr' },
    ])
  })
})
