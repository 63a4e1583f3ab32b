import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, because, job } from '../../../source/ground/database/actor.ts'
import { makeMemory } from '../support/memory.ts'
import { asKeeper, openSheetHouse, type SheetHouse } from './support.ts'

let all: SheetHouse
beforeAll(async () => {
  all = await openSheetHouse()
})
afterAll(() => all.house.close())

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await all.house.database.owner.query(sql, values)).rows as Record<string, unknown>[]
const versionsOf = (ids: readonly string[]) =>
  rowsOf(
    `select visibility, upper_inf(known) as open, ended_by_kind as kind, ended_by_id as who, end_reason as why, part_of
     from perenne.record_version where record_id = any ($1) order by record_id, version`,
    [ids],
  )

describe('many rows that go in one statement', () => {
  test('end their history as one row does: who, why, and who sees it, with what they were a part of', async () => {
    const memory = await as(all.house.db, job('test'), tx => makeMemory(tx, all.space))
    const relationship = memory.relationships
    await rowsOf('update perenne.relationship set visibility = 2 where id = $1', [relationship])
    const year = (at: number, atMost: 0 | 1 | 2) => ({
      relationship_id: relationship,
      year: at,
      amount: '1.00',
      currency: 'EUR',
      at_most: atMost,
    })
    const keeper = because(asKeeper(all), 'the network was left')
    const fees = await as(all.house.db, asKeeper(all), tx =>
      tx
        .insertInto('fee')
        .values([year(2011, 2), year(2012, 2), year(2013, 0)])
        .returning(['id', 'year'])
        .execute(),
    )
    const idOf = (at: number) => fees.find(one => one.year === at)?.id ?? ''
    const removed = await as(all.house.db, keeper, tx =>
      tx.deleteFrom('fee').where('year', 'in', [2011, 2012, 2013]).executeTakeFirst(),
    )
    expect(removed.numDeletedRows).toBe(3n)
    const ended = {
      open: false,
      kind: 'person',
      who: all.keeper.id,
      why: 'the network was left',
      part_of: relationship,
    }
    // What was taken out of a record that is there still is part of its past, as wide as it was kept.
    expect(await versionsOf([idOf(2011), idOf(2012)])).toEqual([
      { ...ended, visibility: 2 },
      { ...ended, visibility: 2 },
    ])
    expect(await versionsOf([idOf(2013)])).toEqual([{ ...ended, visibility: 0 }])

    const texts = (await rowsOf('select id from perenne.translation where record_id = $1', [relationship])).map(
      ({ id }) => String(id),
    )
    expect(texts.length).toBeGreaterThan(1)
    await as(all.house.db, keeper, async tx => {
      await tx.deleteFrom('commitment').where('relationship_id', '=', relationship).execute()
      await tx.deleteFrom('relationship').where('space_id', '=', all.space).execute()
    })
    // Nothing speaks for it any more: all of its past is for those inside, its texts and parts too.
    const past = await versionsOf([relationship, ...texts, ...fees.map(({ id }) => id)])
    expect(past.length).toBeGreaterThan(6)
    expect(past.every(({ visibility, open }) => visibility === 0 && open === false)).toBe(true)
    expect(past.filter(({ who }) => who === all.keeper.id).length).toBe(1 + texts.length + fees.length)
    for (const [table, column] of [
      ['translation', 'record_id'],
      ['field_circle', 'record_id'],
      ['search_entry', 'record_id'],
      ['about', 'about_id'],
      ['agreement', 'relationship_id'],
      ['fee', 'relationship_id'],
    ])
      expect(await rowsOf(`select 1 from perenne.${table} where ${column} = $1`, [relationship]), table).toEqual([])
  })

  test('by nothing that is asked of each row', async () => {
    const each = await rowsOf(
      `select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgtype & 1 = 1 and t.tgtype & 8 = 8 and t.tgfoid in ('perenne.keep_history'::regproc,
         'perenne.texts_follow_record'::regproc, 'perenne.about_follows_record'::regproc, 'perenne.search_is_due'::regproc)`,
    )
    expect(each).toEqual([])
    // Every table that has a history has it of what goes as well.
    const [kept] = await rowsOf(
      `select (select count(*) from pg_trigger where tgfoid = 'perenne.keep_history'::regproc)::int as changes,
         (select count(*) from pg_trigger where tgname = 'keep_history_of_gone')::int as gone`,
    )
    expect(kept?.gone).toBe(kept?.changes)
    expect(kept?.gone).toBeGreaterThan(30)
  })
})
