import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous, as, asOfOneMoment, asPublic, job } from '../../source/ground/database/actor.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const whoAsks = sql<{ kind: string | null; id: string | null; role: string; level: string }>`
  select perenne.actor_kind() as kind, perenne.actor_id() as id, current_user as role,
         current_setting('transaction_isolation') as level`

test('a transaction begins in the name and the role it was asked for, and leaves nothing behind', async () => {
  const { db } = database
  expect(await as(db, job('x'), async tx => (await whoAsks.execute(tx)).rows[0])).toMatchObject({
    kind: 'job',
    id: 'x',
    role: 'perenne_app',
  })
  expect(await asPublic(db, async tx => (await whoAsks.execute(tx)).rows[0])).toMatchObject({
    kind: 'anonymous',
    role: 'perenne_public',
  })
  expect(await asOfOneMoment(db, anonymous, async tx => (await whoAsks.execute(tx)).rows[0])).toMatchObject({
    level: 'repeatable read',
  })
  // The connection that served them all has nobody's name, and its own role.
  for (let i = 0; i < 12; i++)
    expect((await whoAsks.execute(db)).rows[0]).toMatchObject({ kind: null, role: 'perenne_app' })
})

test('words that try to break out of the name of the actor stay words', async () => {
  const nasty = `x'); set role perenne_owner; select ('\\'`
  expect(await as(database.db, job(nasty), async tx => (await whoAsks.execute(tx)).rows[0], nasty)).toMatchObject({
    id: nasty,
    role: 'perenne_app',
  })
})

test('an actor that is refused leaves a clean connection', async () => {
  for (let i = 0; i < 15; i++) {
    await expect(as(database.db, { kind: 'person', id: 'no uuid' }, async () => 1)).rejects.toThrow()
  }
  const { rows } = await sql<{ n: number }>`select 1 as n`.execute(database.db)
  expect(rows).toEqual([{ n: 1 }])
})

test('a transaction inside another has its own actor, and an unnamed one has none', async () => {
  const { db } = database
  await as(db, job('outer'), async tx => {
    expect(await as(db, job('inner'), async inner => (await whoAsks.execute(inner)).rows[0]?.id)).toBe('inner')
    expect(await db.transaction().execute(async plain => (await whoAsks.execute(plain)).rows[0]?.kind)).toBeNull()
    expect((await whoAsks.execute(tx)).rows[0]?.id).toBe('outer')
  })
})

test('a statement that comes often answers the same under every actor', async () => {
  const { db } = database
  const spaces = (tx: Parameters<Parameters<typeof as>[2]>[0]) =>
    tx
      .selectFrom('space')
      .select(['id', 'kind', 'slug', 'parent_id', 'visibility'])
      .where('kind', '=', 'installation')
      .execute()
  for (let i = 0; i < 40; i++) {
    expect(await as(db, job('x'), spaces)).toHaveLength(1)
    expect(await as(db, anonymous, spaces)).toHaveLength(0)
    expect(await asPublic(db, spaces)).toHaveLength(0)
  }
})
