import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Memory } from '../support/memory.ts'
import { openWorld, type Row, type World } from './support.ts'

// What the functions of search, which run as the owner so that an index answers, tell whoever asks them.

let world: World
let here: Memory
beforeAll(async () => {
  world = await openWorld(0)
  here = world.memory.here as Memory
}, 60_000)
afterAll(() => world.close())

const ids = (rows: Row[]) => [...new Set(rows.map(row => String(row.record_id ?? row.id)))].sort()

describe('search', () => {
  const all = `'zzzz'`
  const with_ = (question: string) =>
    `select * from perenne.entries_with($q$${question}$q$, $q$${question}$q$, $q$${question}$q$, $q$${question}$q$, $1)`
  const asked = (who: string, question: string, space: string | null | undefined) =>
    world.read(who, with_(question), [space ?? null])
  const resembling = (who: string, words: string[], space: string | null | undefined) =>
    world.asking(who, async () => {
      await world.app.query(`select set_config('pg_trgm.word_similarity_threshold', '0.3', true)`)
      return (await world.app.query('select * from perenne.entries_resembling($1, $2)', [words, space ?? null]))
        .rows as Row[]
    })
  let open: string
  let among: string
  beforeAll(async () => {
    const note = (visibility: number, body: string) =>
      world.one(
        `insert into perenne.note (space_id, visibility, kind, body, language) values ($1, $2, 'fact', $3, 'fr') returning id`,
        [world.space.here, visibility, body],
      )
    await note(0, 'Jürgen préfère le téléphone le dimanche')
    among = await note(1, 'Le téléphone du réseau')
    open = await note(2, 'Le téléphone de tous')
  })

  test('spells no internal text out, whoever asks for the memory of others, and however', async () => {
    const { space } = world
    for (const who of ['public', 'anonymous', 'nobody', 'neighbour'])
      for (const where of [space.here, null]) {
        expect([who, await asked(who, `'jurgen' <-> 'prefer' <2> 'telephon' <2> 'dimanch'`, where)]).toEqual([who, []])
        expect([who, await asked(who, `'dimanch':*`, where)]).toEqual([who, []])
        expect([who, ids(await asked(who, `'telephon'`, where))]).toEqual([who, [open]])
        expect([who, await resembling(who, ['dimanche'], where)]).toEqual([who, []])
        expect([who, ids(await resembling(who, ['telephone'], where))]).toEqual([who, [open]])
      }
    // What does not have a word lists all that does not: for others, what is public of it.
    for (const who of ['public', 'anonymous', 'nobody', 'neighbour'])
      expect([who, ids(await asked(who, `!${all}`, space.here))]).toEqual([who, [open]])
  })
  test('tells a member of the network what is for the network, in its memory and everywhere', async () => {
    for (const where of [world.space.here, null]) {
      expect(await asked('member', `'dimanch':*`, where)).toEqual([])
      expect(ids(await asked('member', `'telephon'`, where))).toEqual([among, open].sort())
      expect(ids(await resembling('member', ['telephone'], where))).toEqual([among, open].sort())
      expect(await resembling('member', ['dimanche'], where)).toEqual([])
    }
  })
  test('tells nobody more who reads in so many spaces that no stamp is asked for', async () => {
    await world.sql(
      `with many as (insert into perenne.space (kind, slug, parent_id) select 'territory', 'many-' || n, $1 from generate_series(1, 60) n returning id)
       insert into perenne.access_right (person_id, role, space_id, space_kind, reason) select $2, 'territory_reader', id, 'territory', 'test' from many`,
      [world.space.installation, world.person.neighbour],
    )
    expect(await asked('neighbour', `'dimanch':*`, null)).toEqual([])
    expect(ids(await asked('neighbour', `'telephon'`, null))).toEqual([open])
    await world.sql(`delete from perenne.access_right where person_id = $1 and role = 'territory_reader'`, [
      world.person.neighbour,
    ])
  })
  test('finds for those inside and for the program as before', async () => {
    for (const who of ['keeper', 'job', 'administrator'])
      for (const where of [world.space.here, null]) {
        expect([who, (await asked(who, `'dimanch':*`, where)).length]).toEqual([who, 1])
        expect([who, ids(await asked(who, `'telephon'`, where)).length]).toEqual([who, 3])
        expect([who, ids(await resembling(who, ['dimanche'], where)).length]).toEqual([who, 1])
      }
  })
  test('of what is shown to somebody, no key of what is kept to a circle', async () => {
    await world.sql(
      `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'relationship', $2, $3, 'infinity')`,
      [world.space.here, here.relationships, world.person.nobody],
    )
    const shown = (await asked('nobody', `'stade'`, world.space.here)).filter(
      row => row.record_id === here.relationships,
    )
    expect(shown.map(row => row.at_most)).toEqual([2])
    const alike = await resembling('nobody', ['cooperation puerto'], world.space.here)
    expect(alike.map(row => [row.record_id, row.at_most])).toContainEqual([here.relationships, 2])
    expect(alike.filter(row => row.at_most !== 2)).toEqual([])
    await world.sql(`update perenne.share set ends_at = perenne.now() where person_id = $1`, [world.person.nobody])
  })

  test('asks the index as before: the rows of others are not read for it', async () => {
    const { rows: entries } = await world.database.owner.query(
      `insert into perenne.search_entry (record_id, language, record_table, space_id, visibility, title, title_folded, path, words)
       select gen_random_uuid(), 'fr', 'note', case when n % 100 = 0 then $1 else $2 end::uuid, case when n % 100 = 0 then 2 else 0 end,
         'x', 'x', '/x', to_tsvector('simple', 'fontaine' || case when n % 10 = 0 then ' claire' else '' end)
       from generate_series(1, 4000) n returning record_id`,
      [world.space.here, world.space.there],
    )
    await world.sql('analyze perenne.search_entry')
    const read = () =>
      world.app
        .query(`select seq_tup_read + idx_tup_fetch as n from pg_stat_xact_all_tables where relname = 'search_entry'`)
        .then(({ rows }) => Number(rows[0].n))
    const cost = (who: string, where: string | null | undefined) =>
      world.asking(who, async () => {
        const before = await read()
        const { rowCount } = await world.app.query(with_(`'clair' | 'claire'`), [where ?? null])
        return [rowCount, (await read()) - before]
      })
    // Of 400 that have the word among 4,000, the 40 that are theirs, and not the others.
    for (const who of ['keeper', 'nobody', 'member'])
      for (const where of [world.space.here, null]) {
        const [found, rows] = await cost(who, where)
        expect([who, found, Number(rows) < 200]).toEqual([who, 40, true])
      }
    await world.sql('delete from perenne.search_entry where record_id = any ($1)', [
      entries.map(({ record_id }) => record_id),
    ])
  })
})

describe('which texts are kept inside', () => {
  test('is told to nobody outside, in what the past is searched by either', async () => {
    const circle = `select perenne.field_at_most('relationship', $1, 'sensitivity') as at_most`
    for (const who of ['public', 'anonymous', 'neighbour', 'keeper'])
      expect([who, await world.tried(who, circle, [here.relationships])]).toEqual([who, '42501'])
    const [row] = await world.sql(circle, [here.relationships])
    expect(row).toEqual({ at_most: 0 })
    const words = `select at_most from perenne.words_as_known('relationship', array[$1::uuid]) order by 1`
    expect(await world.read('keeper', words, [here.relationships])).toEqual([{ at_most: 0 }, { at_most: 2 }])
    await world.sql('update perenne.relationship set visibility = 2 where id = $1', [here.relationships])
    for (const who of ['public', 'anonymous', 'neighbour'])
      expect([who, await world.read(who, words, [here.relationships])]).toEqual([who, [{ at_most: 2 }]])
    for (const table of ['perenne.field_circle', 'past.field_circle'])
      expect(
        await world.asking('public', async () => {
          await world.app.query(
            `select set_config('perenne.known_at', perenne.now()::text, true), set_config('perenne.known_space', $1, true)`,
            [world.space.here],
          )
          return (await world.app.query(`select from ${table}`)).rowCount
        }),
      ).toBe(0)
    // The index keeps them apart as before.
    const entries = await world.sql(
      `select at_most, visibility from perenne.search_entry where record_id = $1 order by at_most`,
      [here.relationships],
    )
    expect(entries).toEqual([
      { at_most: 0, visibility: 0 },
      { at_most: 2, visibility: 2 },
    ])
    await world.sql('update perenne.relationship set visibility = 0 where id = $1', [here.relationships])
  })
})

describe('the index', () => {
  test('is made anew by triggers and the program alone, of records of memories alone', async () => {
    const make = 'select perenne.index_memory($1, $2)'
    const notes = (await world.sql(`select id from perenne.note where space_id = $1`, [world.space.here])).map(
      row => row.id,
    )
    for (const who of ['public', 'anonymous', 'neighbour', 'keeper', 'administrator'])
      for (const table of ['note', 'seminar'])
        expect([who, table, await world.tried(who, make, [table, notes])]).toEqual([who, table, '42501'])
    expect(await world.tried('job', make, ['seminar', notes])).toBe('22023')
    expect(await world.tried('job', make, ['note', notes])).toBe('done 1')
    const found = await world.asking('keeper', async () => {
      await world.app.query(`update perenne.note set body = 'Tout autre chose' where id = $1`, [notes[0]])
      await world.app.query('set constraints all immediate')
      return (await world.app.query('select title from perenne.search_entry where record_id = $1', [notes[0]])).rows
    })
    expect(found).toEqual([{ title: 'Tout autre chose' }])
  })
})
