import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Actor,
  anonymous,
  as,
  asItWas,
  asItWasPublicly,
  person as asPerson,
  job,
} from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { changedBetween } from '../../../source/remember/time/store/history.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

let database: TestDatabase
let here: string
let keeper: string
let stranger: string
let memory: Memory

const instant = (text: string) => Temporal.Instant.from(text)

beforeAll(async () => {
  database = await freshDatabase()
  const one = async (text: string, values: unknown[]) => (await database.owner.query(text, values)).rows[0].id as string
  const makeTerritory = async (slug: string) => {
    const id = await one(
      `insert into perenne.space (kind, slug, parent_id, visibility) values ('territory', $1, '00000000-0000-4000-8000-000000000001', 2) returning id`,
      [slug],
    )
    await database.owner.query(
      `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
      [id],
    )
    return id
  }
  const makePerson = async (name: string, territory: string) => {
    const id = await one(
      `insert into perenne.person (given_name, email, language, has_account) values ($1, $1 || '@example.org', 'fr', true) returning id`,
      [name],
    )
    await database.owner.query(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at) values ($1, 'territory_editor', $2, 'territory', 'test', '2000-01-01')`,
      [id, territory],
    )
    return id
  }
  await database.setClock('2012-03-01T10:00:00Z')
  here = await makeTerritory('here')
  keeper = await makePerson('keeper', here)
  stranger = await makePerson('stranger', await makeTerritory('there'))
  memory = await as(database.db, job('test'), tx => makeMemory(tx, here, 2))
})
afterAll(() => database.close())

const rename = (name: string) =>
  as(
    database.db,
    asPerson(keeper),
    tx =>
      writeTexts(tx, [
        { table: 'relationship', id: memory.relationships, field: 'name', source: 'fr', bodies: { fr: name } },
      ]),
    'renamed',
  )
const nameAt = (at: string, publicly = false) => {
  const then = { space: here, at: instant(at) }
  const read = (tx: Parameters<Parameters<typeof asItWasPublicly>[2]>[0]) =>
    tx
      .selectFrom('translation')
      .select('body')
      .where('record_id', '=', memory.relationships)
      .where('field', '=', 'name')
      .executeTakeFirst()
  return publicly ? asItWasPublicly(database.db, then, read) : asItWas(database.db, asPerson(keeper), then, read)
}

describe('as it was known', () => {
  test('tells the content of then under the rights of today, and nothing before it was known', async () => {
    await database.setClock('2016-06-01T10:00:00Z')
    await rename('Jumelage avec Puerto Almendro')
    await database.setClock('2018-06-04T10:00:00Z')
    expect(await nameAt('2011-01-01T00:00:00Z')).toBeUndefined()
    expect(await nameAt('2014-01-01T00:00:00Z')).toEqual({ body: 'Coopération avec Puerto Almendro' })
    expect(await nameAt('2017-01-01T00:00:00Z')).toEqual({ body: 'Jumelage avec Puerto Almendro' })
    expect(await nameAt('2014-01-01T00:00:00Z', true)).toEqual({ body: 'Coopération avec Puerto Almendro' })
    // It becomes internal today: nobody outside reads what it was.
    await database.owner.query('update perenne.relationship set visibility = 0 where id = $1', [memory.relationships])
    expect(await nameAt('2014-01-01T00:00:00Z', true)).toBeUndefined()
    expect(await nameAt('2014-01-01T00:00:00Z')).toEqual({ body: 'Coopération avec Puerto Almendro' })
    await database.owner.query('update perenne.relationship set visibility = 2 where id = $1', [memory.relationships])
  })

  test('holds one space and no other; nothing is written there; the next transaction reads the present', async () => {
    const there = (await database.owner.query(`select id from perenne.space where slug = 'there'`)).rows[0].id
    const at = instant('2018-01-01T00:00:00Z')
    const found = await asItWas(database.db, job('test'), { space: there, at }, tx =>
      tx.selectFrom('relationship').select('id').execute(),
    )
    expect(found).toEqual([])
    await expect(
      asItWas(database.db, asPerson(keeper), { space: here, at }, tx =>
        tx.updateTable('relationship').set({ kind: 'twinning' }).execute(),
      ),
    ).rejects.toThrow(/cannot update view/)
    const present = await as(database.db, anonymous, tx => tx.selectFrom('relationship').select('id').execute())
    expect(present).toHaveLength(1)
  })

  test('an erased person has no name in any past', async () => {
    const { rows } = await database.owner.query('select person_id from perenne.contact where id = $1', [
      memory.contacts,
    ])
    const names = async () => {
      const client = new pg.Client(database.appConnection)
      await client.connect()
      try {
        await client.query(`begin; select perenne.as_actor('person', '${keeper}')`)
        await client.query(
          `select set_config('search_path', 'past, perenne, public', true), set_config('perenne.known_at', '2017-01-01', true), set_config('perenne.known_space', $1, true)`,
          [here],
        )
        return (await client.query('select given_name from contact join person on person.id = person_id')).rows
      } finally {
        await client.end()
      }
    }
    expect(await names()).toEqual([{ given_name: 'Inés' }])
    await database.owner.query(
      'update perenne.person set given_name = null, family_name = null, email = null, telephone = null, erased_at = perenne.now() where id = $1',
      [rows[0].person_id],
    )
    expect(await names()).toEqual([{ given_name: null }])
  })
})

describe('put back', () => {
  const putBack = (who: string, table: string, id: string, at: string) =>
    as(
      database.db,
      asPerson(who),
      async tx => {
        const { sql } = await import('kysely')
        const { rows } = await sql<{
          done: boolean
        }>`select perenne.put_back(${table}, ${id}::uuid, ${at}::timestamptz) as done`.execute(tx)
        return rows[0]?.done
      },
      'put back',
    )
  const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows

  test('a changed record: its columns and words of then, as a new version, nothing of the history lost', async () => {
    const versions = () =>
      rows(`select version from perenne.record_version where record_id = $1 and record_table = 'relationship'`, [
        memory.relationships,
      ])
    const before = (await versions()).length
    await database.setClock('2018-06-05T10:00:00Z')
    await database.owner.query(`update perenne.relationship set kind = 'twinning' where id = $1`, [
      memory.relationships,
    ])
    expect(await putBack(keeper, 'relationship', memory.relationships, '2013-01-01')).toBe(true)
    expect(
      await rows('select kind, visibility from perenne.relationship where id = $1', [memory.relationships]),
    ).toEqual([{ kind: 'cooperation', visibility: 2 }])
    expect(await nameAt('2018-06-06T00:00:00Z')).toEqual({ body: 'Coopération avec Puerto Almendro' })
    expect((await versions()).length).toBe(before + 2)
  })

  test('a removed record comes back with the parts that went with it', async () => {
    const parts = () =>
      rows(
        `select (select count(*)::int from perenne.relationship_party where relationship_id = $1) as parties,
                (select count(*)::int from perenne.agreement where relationship_id = $1) as agreements,
                (select count(*)::int from perenne.agreement_event) as events,
                (select count(*)::int from perenne.translation where record_id in ($1, $2)) as words`,
        [memory.relationships, memory.agreements],
      )
    const before = await parts()
    await database.setClock('2018-06-07T10:00:00Z')
    await database.owner.query('delete from perenne.relationship where id = $1', [memory.relationships])
    expect(await parts()).toEqual([{ parties: 0, agreements: 0, events: 0, words: 0 }])
    expect(await putBack(keeper, 'relationship', memory.relationships, '2018-06-06')).toBe(true)
    expect(await parts()).toEqual(before)
  })

  test('who may see it is no part of what comes back', async () => {
    const circles = () =>
      rows(
        `select (select at_most from perenne.agreement where id = $1) as agreement,
                (select visibility from perenne.translation where record_id = $2 and field = 'name') as name`,
        [memory.agreements, memory.relationships],
      )
    expect(await circles()).toEqual([{ agreement: 2, name: 2 }])
    await database.setClock('2018-06-08T10:00:00Z')
    await database.owner.query('update perenne.agreement set at_most = 0 where id = $1', [memory.agreements])
    await database.owner.query(
      `insert into perenne.field_circle (record_table, record_id, field, at_most) values ('relationship', $1, 'name', 1)`,
      [memory.relationships],
    )
    const strict = [{ agreement: 0, name: 1 }]
    expect(await circles()).toEqual(strict)
    await putBack(keeper, 'agreement', memory.agreements, '2018-06-06')
    await putBack(keeper, 'relationship', memory.relationships, '2018-06-06')
    expect(await circles()).toEqual(strict)
    await database.setClock('2018-06-09T10:00:00Z')
    await database.owner.query('delete from perenne.relationship where id = $1', [memory.relationships])
    await putBack(keeper, 'relationship', memory.relationships, '2018-06-06')
    expect(await circles()).toEqual(strict)
  })

  test('only by whoever may write it, and only what was there', async () => {
    await expect(putBack(keeper, 'person', memory.contacts, '2018-06-06')).rejects.toMatchObject({ code: '22023' })
    await expect(putBack(keeper, 'space', here, '2018-06-06')).rejects.toMatchObject({ code: '22023' })
    expect(await putBack(keeper, 'relationship', memory.relationships, '2001-01-01')).toBe(false)
    const kinds = () => rows('select kind from perenne.relationship where id = $1', [memory.relationships])
    await database.owner.query(`update perenne.relationship set kind = 'declaration' where id = $1`, [
      memory.relationships,
    ])
    await putBack(stranger, 'relationship', memory.relationships, '2013-01-01').catch(() => null)
    expect(await kinds()).toEqual([{ kind: 'declaration' }])
    await database.owner.query('update perenne.relationship set visibility = 0 where id = $1', [memory.relationships])
    expect(await putBack(stranger, 'relationship', memory.relationships, '2013-01-01')).toBe(false)
  })
})

describe('any past and any difference', () => {
  type Step = {
    at: number
    what: 'add' | 'change' | 'remove' | 'rename' | 'unname' | 'put back'
    which: number
    to: string
  }
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: 5 }),
      what: fc.constantFrom('add', 'change', 'remove', 'rename', 'unname', 'put back'),
      which: fc.nat(20),
      to: fc.constantFrom('twinning', 'cooperation', 'declaration', 'network'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  type State = Map<string, string>
  /** Which record each thing of a photograph is, or is a text of. */
  const recordOf = new Map<string, string>()

  /** What stands in two tables now, as plain text: what a photograph of that day would show. */
  async function photograph(space: string): Promise<State> {
    const { rows } = await database.owner.query<{ key: string; value: string; record: string }>(
      `select 'relationship ' || id as key, kind || ' ' || during as value, id as record from perenne.relationship where space_id = $1
       union all
       select 'translation ' || id, field || ' ' || body, record_id from perenne.translation
       where space_id = $1 and record_table = 'relationship'`,
      [space],
    )
    for (const { key, record } of rows) recordOf.set(key, record)
    return new Map(rows.map(row => [row.key, row.value]))
  }

  test('the past at each moment is the photograph of then, the difference of two moments that of two photographs', async () => {
    let day = Temporal.PlainDate.from('2019-01-01')
    let n = 0
    await fc.assert(
      fc.asyncProperty(steps, async given => {
        const slug = `random-${n++}`
        const space = (
          await database.owner.query(
            `insert into perenne.space (kind, slug, parent_id, visibility) values ('territory', $1, '00000000-0000-4000-8000-000000000001', 2) returning id`,
            [slug],
          )
        ).rows[0].id as string
        const ids: string[] = []
        const removed: { id: string; at: string }[] = []
        const shots: { at: string; state: State }[] = []
        for (const step of given) {
          day = day.add({ days: step.at })
          await database.setClock(`${day.toString()}T12:00:00Z`)
          const id = ids[step.which % Math.max(ids.length, 1)]
          if (step.what === 'add' || id === undefined) {
            const { rows } = await database.owner.query(
              `insert into perenne.relationship (space_id, visibility, kind, during) values ($1, 2, $2, '2010/..') returning id`,
              [space, step.to],
            )
            ids.push(rows[0].id)
          } else if (step.what === 'change')
            await database.owner.query('update perenne.relationship set kind = $1 where id = $2', [step.to, id])
          else if (step.what === 'remove') {
            await database.owner.query('delete from perenne.relationship where id = $1', [id])
            ids.splice(ids.indexOf(id), 1)
            removed.push({ id, at: shots.at(-1)?.at ?? '' })
          } else if (step.what === 'unname')
            await database.owner.query('delete from perenne.translation where record_id = $1', [id])
          else if (step.what === 'put back') {
            const back = removed.splice(step.which % Math.max(removed.length, 1), 1)[0]
            if (back === undefined) continue
            await as(database.db, job('test'), async tx => {
              const { sql } = await import('kysely')
              await sql`select perenne.put_back('relationship', ${back.id}::uuid, ${back.at}::timestamptz)`.execute(tx)
            })
            ids.push(back.id)
          } else
            await database.owner.query(
              `insert into perenne.translation (record_table, record_id, field, language, body, state) values ('relationship', $1, 'name', 'fr', $2, 'source')
               on conflict (record_id, record_table, field, language) do update set body = excluded.body`,
              [id, step.to],
            )
          shots.push({ at: `${day.toString()}T18:00:00Z`, state: await photograph(space) })
        }
        const past = async (at: string, who: Actor): Promise<State> => {
          const rows = await asItWas(database.db, who, { space, at: instant(at) }, async tx => [
            ...(await tx.selectFrom('relationship').select(['id', 'kind', 'during']).execute()).map(
              row => [`relationship ${row.id}`, `${row.kind} ${row.during}`] as const,
            ),
            ...(await tx.selectFrom('translation').select(['id', 'field', 'body']).execute()).map(
              row => [`translation ${row.id}`, `${row.field} ${row.body}`] as const,
            ),
          ])
          return new Map(rows)
        }
        for (const { at, state } of shots) {
          expect(new Map([...(await past(at, job('test')))].sort())).toEqual(new Map([...state].sort()))
          // What was removed has nobody to say who may see it: of the rest the public sees what it saw.
          const still = [...state].filter(([key]) => ids.includes(recordOf.get(key) ?? ''))
          expect(new Map([...(await past(at, anonymous))].sort())).toEqual(new Map(still.sort()))
        }
        const [first, last] = [shots[0], shots.at(-1)] as [(typeof shots)[0], (typeof shots)[0]]
        const { rows } = await as(database.db, job('test'), tx =>
          changedBetween(tx, {
            space,
            earlier: instant(first.at),
            later: instant(last.at),
            told: ['kind', 'during'],
            order: [],
            only: null,
            page: 1,
            size: 1000,
            most: 10_000,
          }),
        )
        const keys = new Set([...first.state.keys(), ...last.state.keys()])
        const different = [...keys].filter(key => first.state.get(key) !== last.state.get(key))
        const told = rows.filter(({ table }) => table !== 'field_circle')
        expect(told.map(({ table, id }) => `${table} ${id}`).sort()).toEqual(different.sort())
      }),
      { numRuns: 25 },
    )
  })
})
