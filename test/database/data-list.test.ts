import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareWithCatalogue, type Kind, parseDataList, readDataList } from '../../source/ground/doctor/data-list.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

/** Runs something in a transaction that leaves nothing behind. */
async function tried<T>(work: () => Promise<T>): Promise<T> {
  await database.owner.query('begin')
  try {
    return await work()
  } finally {
    await database.owner.query('rollback')
  }
}
const compare = (list: Map<string, Kind>) => compareWithCatalogue(database.owner, list)

test('docs/data.md lists every table as what it is, and each is protected', async () => {
  const list = await readDataList()
  expect(await compare(list)).toEqual([])
  const { rows } = await database.owner.query("select tablename from pg_tables where schemaname = 'perenne'")
  expect([...list.keys()].sort()).toEqual(rows.map(row => row.tablename).sort())
  expect(list.get('person')).toBe('persons')
})

test('a planted table without policy and without a line is found', async () => {
  const list = await readDataList()
  const found = await tried(async () => {
    await database.owner.query('create table perenne.planted (id uuid)')
    return compare(list)
  })
  expect(found).toEqual([
    { table: 'planted', what: 'not in docs/data.md' },
    { table: 'planted', what: 'row-level security is not enabled' },
    { table: 'planted', what: 'row-level security is not forced' },
    { table: 'planted', what: 'no policy' },
  ])
})

test.each([
  ['alter table perenne.space no force row level security', 'row-level security is not forced'],
  ['alter table perenne.space disable row level security', 'row-level security is not enabled'],
  ['alter table perenne.space disable trigger keep_history', 'versioned, without the trigger keep_history'],
  ['drop trigger keep_history on perenne.space', 'versioned, without the trigger keep_history'],
  ['alter table perenne.space disable trigger keep_history_of_new', 'versioned, without the trigger keep_history'],
  ['drop trigger keep_history_of_new on perenne.space', 'versioned, without the trigger keep_history'],
])('%s is found', async (statement, what) => {
  const list = await readDataList()
  const found = await tried(async () => {
    await database.owner.query(statement)
    return compare(list)
  })
  expect(found).toEqual([{ table: 'space', what }])
})

test('a table listed wrongly, twice named or gone is found', async () => {
  const list = await readDataList()
  list.set('mail', 'versioned')
  list.set('space', 'not versioned')
  list.set('gone', 'not versioned')
  expect(await compare(list)).toEqual([
    { table: 'mail', what: 'versioned, without the trigger keep_history' },
    { table: 'space', what: 'has the trigger keep_history, not listed as versioned' },
    { table: 'gone', what: 'in docs/data.md, not in the database' },
  ])
})

test('only rows of a table with a name and a kind are read', () => {
  const text =
    '| table | kept |\n|---|---|\n| `space` | versioned | x |\n| `x` | perhaps | x |\ntext `mail` | persons |\n'
  expect([...parseDataList(text)]).toEqual([['space', 'versioned']])
})
