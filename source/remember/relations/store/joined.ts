import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { isOfMemory } from '../../store/form-row.ts'
import { partTables } from './join.ts'
import '../../store/tables.ts'

// What was joined: where it leads, and how it is taken apart again.

/** Where a relationship went that was joined, over several steps too; null when it was not. It may be one that nobody sees. */
export async function relationshipJoinedInto(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ into: string | null }>`
    select perenne.relationship_joined_into(${id}::uuid) as into`.execute(tx)
  return rows[0]?.into ?? null
}

/** The same, where the actor may see it in this memory. */
export async function joinedIntoSeen(tx: Tx, space: string, id: string): Promise<string | null> {
  const into = await relationshipJoinedInto(tx, id)
  return into !== null && (await isOfMemory(tx, 'relationship', space, into)) ? into : null
}

export type JoinedOne = {
  /** The one that is there no more. */
  id: string
  name: string | null
  /** The language of its name. */
  language: Locale
  at: Temporal.Instant
  by: string | null
}

/** Those that were joined into a relationship, the latest first, with the names that they had: for those inside. */
export async function joinedInto(tx: Tx, space: string, id: string, locale: Locale): Promise<JoinedOne[]> {
  const { rows } = await sql<Omit<JoinedOne, 'language'> & { language: string | null }>`
    select j.left_id as id, n.body as name, n.language, j.joined_at as at, j.joined_by as by
    from relationship_join j
    left join lateral (
      select v.doc ->> 'body' as body, v.doc ->> 'language' as language from perenne.record_version v
      where v.space_id = j.space_id and v.record_table = 'translation' and v.known @> j.joined_at
        and v.doc ->> 'record_id' = j.left_id::text and v.doc ->> 'record_table' = 'relationship' and v.doc ->> 'field' = 'name'
      order by v.doc ->> 'language' = ${locale} desc, v.doc ->> 'state' = 'source' desc limit 1
    ) n on true
    where j.space_id = ${space} and j.into_id = ${id} order by j.joined_at desc, j.id`.execute(tx)
  return rows.map(row => ({ ...row, language: isLocale(row.language) ? row.language : locale }))
}

export type JoinLine = {
  space: string
  gone: string
  stays: string
  at: Temporal.Instant
  wrote: string
  notes: string[]
}

/** The line of one that was joined, held until the transaction is over; null when the actor knows none. */
export async function joinOf(tx: Tx, gone: string): Promise<JoinLine | null> {
  const row = await tx
    .selectFrom('relationship_join')
    .select(['space_id as space', 'left_id as gone', 'into_id as stays', 'joined_at as at', 'wrote', 'notes'])
    .where('left_id', '=', gone)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/**
 * Makes the one that is gone anew, as it was known then, with its texts. Its circle is that of then, and no wider than that of the
 * one it was joined into is today; its texts keep the circles of then.
 *
 * @returns false when the one it was joined into is there no more
 */
export async function comeBack(tx: Tx, { space, gone, stays, at }: JoinLine): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into relationship (id, space_id, visibility, key, kind, during)
    select v.record_id, v.space_id, least((d.doc ->> 'visibility')::smallint, s.visibility), d.doc ->> 'key', d.doc ->> 'kind',
      d.doc ->> 'during'
    from perenne.record_version v
    join relationship s on s.id = ${stays}
    cross join lateral (select perenne.in_shape_of_today(v.record_table, v.shape, v.doc) as doc) d
    where v.space_id = ${space} and v.record_table = 'relationship' and v.record_id = ${gone} and v.known @> ${at}::timestamptz`.execute(
    tx,
  )
  if (numAffectedRows === 0n) return false
  await sql`
    insert into field_circle (record_table, record_id, field, at_most)
    select 'relationship', ${gone}, c.field, min(c.at_most)::smallint from (
      select v.doc ->> 'field' as field, (v.doc ->> 'at_most')::smallint as at_most from perenne.record_version v
      where v.space_id = ${space} and v.record_table = 'field_circle' and v.known @> ${at}::timestamptz
        and v.doc ->> 'record_table' = 'relationship' and v.doc ->> 'record_id' = ${gone}
      -- What was kept closer of the joined one stays so.
      union all
      select f.field, f.at_most from field_circle f where f.record_table = 'relationship' and f.record_id = ${stays}
    ) c group by c.field
    on conflict (record_id, record_table, field) do nothing`.execute(tx)
  await putBack(tx, 'relationship', gone, at)
  await sql`select perenne.past_follows('relationship', ${gone}::uuid)`.execute(tx)
  return true
}

/** A record as it was known at a moment, in the circles of today. */
export async function putBack(tx: Tx, table: string, id: string, at: Temporal.Instant): Promise<void> {
  await sql`select perenne.put_back(${table}, ${id}::uuid, ${at}::timestamptz)`.execute(tx)
}

/**
 * Hangs on the one that came back what hung on it then: as it is today where it still hangs on the other, as it was then where the
 * two had been made one. What somebody moved or removed since stays where they put it.
 */
export async function partsBack(tx: Tx, { space, gone, stays, at }: JoinLine): Promise<void> {
  for (const table of partTables) {
    const { rows } = await sql<{ id: string; here: boolean; wentWithIt: boolean }>`
      select v.record_id as id, exists (select from ${sql.table(table)} t where t.id = v.record_id) as here,
        (select w.doc ->> 'relationship_id' from perenne.record_version w
          where w.record_id = v.record_id and w.record_table = ${table} order by w.version desc limit 1) = ${gone} as "wentWithIt"
      from perenne.record_version v
      where v.space_id = ${space} and v.record_table = ${table} and v.known @> ${at}::timestamptz
        and v.doc ->> 'relationship_id' = ${gone}`.execute(tx)
    const here = rows.filter(row => row.here).map(row => row.id)
    await sql`
      update ${sql.table(table)} set relationship_id = ${gone}
      where relationship_id = ${stays} and id = any (${sql.val(here)}::uuid[])`.execute(tx)
    for (const row of rows) if (!row.here && row.wentWithIt) await putBack(tx, table, row.id, at)
  }
  await sql`select perenne.mentions_back(${gone}::uuid, ${stays}::uuid, ${at}::timestamptz)`.execute(tx)
}

/** Removes the notes that kept what was said and stood no more, where nobody has changed them since. */
export async function removeNotes(tx: Tx, space: string, notes: readonly string[]): Promise<void> {
  await sql`
    delete from note n where n.space_id = ${space} and n.id = any (${sql.val([...notes])}::uuid[])
      and (select count(*) from perenne.record_version v where v.record_id = n.id and v.record_table = 'note') = 1`.execute(
    tx,
  )
}
