import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import type { Room, Searchable, SearchEntry } from '../../house.ts'
import type { Locale } from '../../languages/locales.ts'

/** PostgreSQL's text search configuration of each language. */
export const configurationOf: Record<Locale, string> = {
  fr: 'french',
  es: 'spanish',
  pt: 'portuguese',
  en: 'english',
}

// A tsvector holds one megabyte at most; what lies beyond this of a text is not looked up.
const longestBody = 100_000

/**
 * Brings what search knows of some records up to date: called by an act, in its own transaction, after it changed
 * them. Records that no longer have anything to be found are forgotten. A table that no room wants found is left alone.
 *
 * Runs as the job `search` for the time it takes: somebody who may translate a text may not write to the index, and
 * the index must hold what the record says and not what that person may see of it. Each entry keeps the space and the
 * visibility of its record, and the policies answer whoever looks.
 *
 * @param ids of the records of `table`
 */
export async function indexRecords(
  tx: Tx,
  rooms: readonly Room[],
  table: string,
  ids: readonly string[],
): Promise<void> {
  const searchables = rooms.flatMap(room => room.search ?? []).filter(searchable => searchable.table === table)
  if (searchables.length === 0 || ids.length === 0) return
  const before = await sql<{ kind: string; id: string | null; reason: string | null }>`
    select perenne.actor_kind() as kind, perenne.actor_id() as id,
           nullif(current_setting('perenne.reason', true), '') as reason`.execute(tx)
  const actor = before.rows[0]
  if (!actor?.kind) throw new Error('a record is indexed in a transaction that has an actor')
  await sql`select perenne.as_actor('job', 'search', ${actor.reason})`.execute(tx)
  await tx
    .deleteFrom('search_entry')
    .where('record_table', '=', table)
    .where('record_id', 'in', [...ids])
    .execute()
  for (const searchable of searchables) {
    if ('make' in searchable) await searchable.make(tx, ids)
    else await put(tx, searchable, await searchable.entries(tx, ids))
  }
  await sql`select perenne.as_actor(${actor.kind}, ${actor.id}, ${actor.reason})`.execute(tx)
}

async function put(tx: Tx, { table }: Searchable, entries: readonly SearchEntry[]): Promise<void> {
  const usable = entries.filter(entry => entry.title.trim() !== '')
  if (usable.length === 0) return
  const rows = JSON.stringify(
    usable.map(entry => ({
      id: entry.id,
      language: entry.language,
      title: entry.title,
      body: entry.body.slice(0, longestBody),
      path: entry.path,
      carried: [`#record:${table}`, ...(entry.carried ?? []).map(code => `#${code}`)],
      config: configurationOf[entry.language],
    })),
  )
  // Space and visibility are the record's own, read here and never told by a room.
  await sql`
    insert into perenne.search_entry
      (record_id, language, record_table, space_id, visibility, title, title_folded, body, path, words)
    select e.id, e.language, ${table}, r.space_id, r.visibility, e.title, lower(unaccent(e.title)), e.body, e.path,
           setweight(to_tsvector(e.config::regconfig, unaccent(e.title)), 'A')
             || setweight(to_tsvector(e.config::regconfig, unaccent(e.body)), 'C') || array_to_tsvector(e.carried)
    from jsonb_to_recordset(${rows}::jsonb)
      as e (id uuid, language text, title text, body text, path text, carried text[], config text)
    join perenne.${sql.id(table)} r on r.id = e.id
    on conflict (record_id, record_table, language, at_most) do update set
      title = excluded.title, title_folded = excluded.title_folded, body = excluded.body, path = excluded.path,
      words = excluded.words, space_id = excluded.space_id, visibility = excluded.visibility`.execute(tx)
}

/** Ids of a table's records after one, in order: for going through all of them a batch at a time. */
export async function idsAfter(tx: Tx, table: string, after: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from perenne.${sql.id(table)} where id > ${after}::uuid order by id limit ${most}`.execute(tx)
  return rows.map(row => row.id)
}

/** Forgets entries of records that are gone, and of tables that no room wants found any more. */
export async function forgetLost(tx: Tx, tables: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('search_entry')
    .where('record_table', 'not in', tables.length > 0 ? [...tables] : ['--'])
    .execute()
  for (const table of tables) {
    await sql`delete from perenne.search_entry e where e.record_table = ${table}
      and not exists (select from perenne.${sql.id(table)} r where r.id = e.record_id)`.execute(tx)
  }
}
