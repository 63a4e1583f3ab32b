import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

// The history of rows that come many at once, tried with plain SQL as the owner: what statements do, whoever sends them.

let database: TestDatabase
const space = '00000000-0000-4000-8000-000000000001'

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

type Rows = Record<string, unknown>[]
const ask = async (text: string, values: unknown[] = []): Promise<Rows> =>
  (await database.owner.query(text, values)).rows as Rows

/** In one transaction of one person, which is undone where `plant` changed the tables themselves. */
async function within(texts: readonly (string | [string, unknown[]])[], end: 'commit' | 'rollback' = 'commit') {
  const found: Rows[] = []
  await ask('begin')
  try {
    await ask(`select perenne.as_actor('person', '22222222-2222-4222-8222-222222222222', 'because')`)
    for (const text of texts) found.push(typeof text === 'string' ? await ask(text) : await ask(...text))
    await ask(end)
  } catch (error) {
    await ask('rollback')
    throw error
  }
  return found
}

const insert = `insert into perenne.organisation (id, space_id, kind, short_name)
  select x.id, '${space}', 'other', x.name from unnest($1::uuid[], $2::text[]) as x (id, name)`
const versions = `select record_id as id, version, doc ->> 'short_name' as name, upper_inf(known) as open, actor_id as by, reason
  from perenne.record_version where record_table = 'organisation' and record_id = any ($1::uuid[]) order by record_id, version`
const ids = (count: number) => Array.from({ length: count }, () => randomUUID()).sort()
const by = { by: '22222222-2222-4222-8222-222222222222', reason: 'because' }

describe('rows of one statement', () => {
  test('have a version each, with all that the row says, who and why', async () => {
    const made = ids(300)
    await within([[insert, [made, made.map((_, n) => `name ${n}`)]]])
    expect(await ask(versions, [made])).toEqual(
      made.map((id, n) => ({ id, version: 1, name: `name ${n}`, open: true, ...by })),
    )
    const [same] = await ask(
      `select count(*)::int as wrong from perenne.record_version v join perenne.organisation o on o.id = v.record_id
       where v.record_id = any ($1::uuid[]) and (v.doc <> to_jsonb(o) or v.space_id <> o.space_id or v.visibility <> o.visibility)`,
      [made],
    )
    expect(same).toEqual({ wrong: 0 })
  })

  test('some new, some known: each has the version that is due, and one that stays the same has none', async () => {
    const made = ids(3)
    const [known = '', same = '', fresh = ''] = made
    await within([
      [
        insert,
        [
          [known, same],
          ['a', 'b'],
        ],
      ],
    ])
    const upsert = `${insert} on conflict (id) do update set short_name = excluded.short_name`
    await within([
      [
        upsert,
        [
          [known, same, fresh],
          ['c', 'b', 'd'],
        ],
      ],
    ])
    expect(await ask(versions, [made])).toEqual(
      [
        { id: known, version: 1, name: 'a', open: false, ...by },
        { id: known, version: 2, name: 'c', open: true, ...by },
        { id: same, version: 1, name: 'b', open: true, ...by },
        { id: fresh, version: 1, name: 'd', open: true, ...by },
      ].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : one.version - other.version)),
    )
  })

  test('that come back after they went go on where they ended', async () => {
    const made = ids(2)
    await within([[insert, [made, ['a', 'b']]]])
    await within([['delete from perenne.organisation where id = any ($1::uuid[])', [made]]])
    await within([[insert, [made, ['a again', 'b again']]]])
    expect(await ask(versions, [made])).toEqual(
      made.flatMap((id, n) => [
        { id, version: 1, name: 'ab'[n], open: false, ...by },
        { id, version: 2, name: `${'ab'[n]} again`, open: true, ...by },
      ]),
    )
    // All within one transaction too, where no time goes by between one statement and the next.
    await within([
      ['delete from perenne.organisation where id = any ($1::uuid[])', [made]],
      [insert, [made, ['x', 'y']]],
      ['delete from perenne.organisation where id = any ($1::uuid[])', [made]],
    ])
    const after = await ask(versions, [made])
    expect(after.map(({ version, open }) => [version, open])).toEqual(
      made.flatMap(() => [
        [1, false],
        [2, false],
        [3, false],
      ]),
    )
  })

  test('of several inserts in one statement are all kept', async () => {
    const made = ids(2)
    const one = `insert into perenne.organisation (id, space_id, kind) values ($1, '${space}', 'other') returning id`
    await within([[`with first as (${one}), second as (${one.replace('$1', '$2')}) select 1`, made]])
    expect((await ask(versions, [made])).map(({ version }) => version)).toEqual([1, 1])
  })

  test('that a trigger changed or removed meanwhile: the version is of what stands there', async () => {
    const made = ids(3)
    const plant = `create function perenne.planted() returns trigger language plpgsql as $$
      begin
        if new.short_name = 'to change' then
          update perenne.organisation set short_name = 'changed' where id = new.id;
        elsif new.short_name = 'to remove' then
          delete from perenne.organisation where id = new.id;
        end if;
        return null;
      end $$`
    const trigger = (name: string) =>
      `create trigger ${name} after insert on perenne.organisation for each row execute function perenne.planted()`
    // Before the house's own triggers in the alphabet, and after them.
    for (const name of ['aaa', 'zzz']) {
      const found = await within(
        [plant, trigger(name), [insert, [made, ['to change', 'to remove', 'to stay']]], [versions, [made]]],
        'rollback',
      )
      const last = (found.at(-1) ?? []).map(row => [row.id, row.name, row.open])
      expect(last, name).toEqual([
        [made[0], 'changed', true],
        [made[2], 'to stay', true],
      ])
    }
  })

  test('have no history when the guard is switched off', async () => {
    const made = ids(2)
    const found = await within(
      ['drop trigger keep_history_of_new on perenne.organisation', [insert, [made, ['a', 'b']]], [versions, [made]]],
      'rollback',
    )
    expect(found.at(-1)).toEqual([])
  })

  test('leave out what the table says is not worth a version', async () => {
    const [added, changed] = [`prosrc like '%{taken,ceiling%'`, `encode(tgargs, 'escape') like '{taken,ceiling%'`]
    const ignoring = await ask(
      `select t.tgrelid::regclass::text as table from pg_trigger t join pg_proc f on f.oid = t.tgfoid where ${added}
       intersect
       select t.tgrelid::regclass::text from pg_trigger t where ${changed} order by 1`,
    )
    expect(ignoring.map(row => String(row.table).replace('perenne.', ''))).toEqual(['invitation', 'quota'])
  })
})

test('the past is at every moment what the tables were, whatever statements came', async () => {
  const step = fc.record({
    what: fc.constantFrom('insert', 'update', 'delete', 'upsert'),
    rows: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 8 }),
    name: fc.constantFrom('a', 'b', 'c'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), fc.boolean(), async (steps, together) => {
      const all = ids(8)
      const model = new Map<string, string>()
      const seen: { at: string; rows: [string, string][] }[] = []
      const run = async () => {
        for (const { what, rows, name } of steps) {
          const meant = rows.map(n => all[n] ?? '')
          const names = meant.map((_, n) => `${name}${n % 2}`)
          if (what === 'insert' || what === 'upsert') {
            const late =
              what === 'insert'
                ? ' on conflict do nothing'
                : ' on conflict (id) do update set short_name = excluded.short_name'
            await ask(insert + late, [meant, names])
            for (const [n, id] of meant.entries())
              if (what === 'upsert' || !model.has(id)) model.set(id, names[n] ?? '')
          } else if (what === 'update') {
            await ask('update perenne.organisation set short_name = $2 where id = any ($1::uuid[])', [meant, name])
            for (const id of meant) if (model.has(id)) model.set(id, name)
          } else {
            await ask('delete from perenne.organisation where id = any ($1::uuid[])', [meant])
            for (const id of meant) model.delete(id)
          }
          const [now] = await ask('select perenne.now()::text as at')
          seen.push({ at: String(now?.at), rows: [...model].sort() })
        }
      }
      if (together) {
        await ask('begin')
        await run()
        await ask('commit')
      } else await run()
      for (const { at, rows } of seen) {
        const known = await ask(
          `select record_id as id, doc ->> 'short_name' as name from perenne.record_version
           where record_id = any ($1::uuid[]) and record_table = 'organisation' and known @> $2::timestamptz order by 1`,
          [all, at],
        )
        expect(known.map(({ id, name }) => [id, name])).toEqual(rows)
      }
    }),
    { numRuns: 40 },
  )
})
