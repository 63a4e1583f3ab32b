// A database with the history of so many territories, and how one of them is asked for its past.
import type pg from 'pg'
import { as, person, type Tx } from '../../source/ground/database/actor.ts'
import { connect, connectOnce } from '../../source/ground/database/connect.ts'
import { memoryRecords } from '../../source/remember/messages/memory-records.ts'
import { changedBetween } from '../../source/remember/time/store/history.ts'
import type { Ground } from '../registration/hall.ts'

/** Records of a territory, and how often each was changed: 80 versions. */
const records = 20
const words = 20
const changes = 2
export const versionsOfEach = (records + words) * changes

export type Memories = {
  versions: number
  /** Milliseconds of one transaction of the territory's keeper, under all policies: begin and end are not counted. */
  asked(which: 'everything then' | 'a page then' | 'difference'): Promise<{ milliseconds: number; rows: number }>
  close(): Promise<void>
}

/**
 * Writes the versions straight into the history, with its indexes taken off meanwhile: what triggers would have written in days.
 *
 * @param name of the database
 */
export async function openMemories(ground: Ground, name: string, territories: number): Promise<Memories> {
  const { connection, owner } = await ground.fresh(name)
  const client = await connectOnce(owner)
  await client.query("select perenne.as_actor('job', 'bench')")
  const { rows: made } = await client.query<{ id: string }>(
    `insert into perenne.space (kind, slug, parent_id, visibility)
     values ('territory', 'one-of-many', '00000000-0000-4000-8000-000000000001', 1) returning id`,
  )
  const one = made[0]?.id ?? ''
  const { rows: persons } = await client.query<{ id: string }>(
    `insert into perenne.person (given_name, email, language, has_account) values ('Ada', 'ada@example.org', 'en', true) returning id`,
  )
  const keeper = persons[0]?.id ?? ''
  await client.query(
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
     values ($1, 'territory_editor', $2, 'territory', 'bench', perenne.now() - interval '1 hour')`,
    [keeper, one],
  )
  await writeHistory(client, one, territories)
  await client.query('vacuum analyze perenne.record_version')
  await client.end()
  const app = await connectOnce({ ...connection, options: '-c search_path=perenne,public' })
  const db = connect(connection)
  return {
    versions: territories * versionsOfEach,
    async asked(which) {
      if (which === 'difference') return as(db, person(keeper), tx => difference(tx, one))
      await app.query('begin')
      try {
        await app.query('select perenne.as_actor($1, $2)', ['person', keeper])
        if (which === 'a page then') await app.query(`select ${pastOf(one)}`)
        const began = performance.now()
        const { rowCount } = await app.query(questions[which](one))
        return { milliseconds: performance.now() - began, rows: rowCount ?? 0 }
      } finally {
        await app.query('rollback')
      }
    },
    async close() {
      await app.end()
      await db.destroy()
    },
  }
}

const then = '2014-06-01'
const pastOf = (space: string) => `set_config('search_path', 'past, perenne, public', true),
  set_config('perenne.known_at', '${then}', true), set_config('perenne.known_space', '${space}', true)`

const questions = {
  'everything then': (space: string) =>
    `select record_table, record_id, doc from perenne.record_version where space_id = '${space}' and known @> '${then}'::timestamptz`,
  'a page then': () =>
    `select r.id, r.kind, r.during, t.body from relationship r
     join translation t on t.record_id = r.id and t.record_table = 'relationship' and t.field = 'name'`,
} as const

/** What the page of differences asks, for its first page. */
async function difference(tx: Tx, space: string): Promise<{ milliseconds: number; rows: number }> {
  const began = performance.now()
  const { rows } = await changedBetween(tx, {
    space,
    earlier: Temporal.Instant.from(`${then}T00:00:00Z`),
    later: Temporal.Instant.from('2017-06-01T00:00:00Z'),
    told: Object.keys(memoryRecords.en.columns),
    order: Object.keys(memoryRecords.en.tables),
    only: null,
    page: 1,
    size: 40,
    most: 10_000,
  })
  return { milliseconds: performance.now() - began, rows: rows.length }
}

/** What the versions of so many territories are, one of which is `one`. */
export async function writeHistory(client: pg.Client, one: string, territories: number) {
  const { rows: constraints } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = 'perenne.record_version'::regclass and contype in ('p', 'x')`,
  )
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'perenne' and tablename = 'record_version' and indexname <> all ($1)`,
    [constraints.map(({ name }) => name)],
  )
  for (const { name } of indexes) await client.query(`drop index perenne.${name}`)
  for (const { name } of constraints) await client.query(`alter table perenne.record_version drop constraint ${name}`)
  await client.query(
    `insert into perenne.record_version
       (record_id, record_table, version, space_id, visibility, known, actor_kind, actor_id, shape, doc)
     select record, case when n < ${records} then 'relationship' else 'translation' end, c + 1, space, 1,
            tstzrange('2012-01-01'::timestamptz + make_interval(hours => t % 9000, secs => n) + c * interval '3 years',
              case when c + 1 < ${changes}
                then '2012-01-01'::timestamptz + make_interval(hours => t % 9000, secs => n) + (c + 1) * interval '3 years' end),
            'job', 'bench', 10,
            case when n < ${records}
              then jsonb_build_object('id', record, 'space_id', space, 'visibility', 1, 'key', null,
                'kind', case c when 0 then 'cooperation' else 'twinning' end, 'during', '2009/..', 'reach', '[2009-01-01,)')
              else jsonb_build_object('id', record, 'record_table', 'relationship',
                'record_id', md5(t || ' ' || (n - ${records}))::uuid, 'field', 'name', 'language', 'fr', 'body', 'Coopération ' || n || ' ' || c,
                'state', 'source', 'source_hash', null, 'space_id', space, 'visibility', 1) end
     from generate_series(1, ${territories}) t
     cross join lateral (select case when t = ${Math.ceil(territories / 2)} then '${one}'::uuid else md5('space ' || t)::uuid end as space) s
     cross join generate_series(0, ${records + words - 1}) n
     cross join lateral (select md5(t || ' ' || n)::uuid as record) r
     cross join generate_series(0, ${changes - 1}) c`,
  )
  await client.query("set maintenance_work_mem = '512MB'")
  for (const { name, definition } of constraints)
    await client.query(`alter table perenne.record_version add constraint ${name} ${definition}`)
  for (const { definition } of indexes) await client.query(definition)
}
