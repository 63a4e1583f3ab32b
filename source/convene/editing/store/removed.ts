import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Doc, KeysById, Removed, Then } from '../rules/bring-back.ts'
import '#convene/store/tables.ts'

// What was removed from the draft of a programme, out of the history, which nobody rewrites.

export type RemovableTable = 'slot' | 'programme_room'

/** Something that was removed, with who did it and when. */
export type RemovedRow = {
  id: string
  key: string
  doc: Doc
  at: Temporal.Instant
  /** Who removed it: null when it was the program, or somebody whom the reader may not see or who was erased. */
  by: string | null
  byKind: string
  /** What the transaction was called in which it went. */
  reason: string | null
}

/** No list of a page is longer. */
const mostListed = 50

/**
 * The last that was removed under each key, the latest first, with the words that it was known by. What is there again under
 * its key is among them too. Two queries, whatever their number.
 */
export async function readRemoved(
  tx: Tx,
  seminarId: string,
  table: RemovableTable,
): Promise<(RemovedRow & Pick<Removed, 'texts'>)[]> {
  const rows = await removedRows(tx, seminarId, table)
  const listed = rows.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at)).slice(0, mostListed)
  const { rows: texts } = await sql<{ doc: Doc }>`
    select distinct on (v.doc ->> 'record_id', v.doc ->> 'language') v.doc
    from perenne.record_version v
    where v.space_id = ${seminarId} and v.record_table = 'translation' and v.ended_by_kind is not null
      and v.doc ->> 'record_table' = ${table} and v.doc ->> 'field' in ('title', 'name')
      and v.doc ->> 'record_id' = any(${listed.map(({ id }) => id)}::text[])
    order by v.doc ->> 'record_id', v.doc ->> 'language', upper(v.known) desc`.execute(tx)
  return listed.map(row => ({
    ...row,
    texts: texts.map(({ doc }) => doc).filter(doc => doc.record_id === row.id),
  }))
}

async function removedRows(tx: Tx, seminarId: string, table: RemovableTable, key: string | null = null) {
  const { rows } = await sql<RemovedRow>`
    select distinct on (v.doc ->> 'key') v.record_id as id, v.doc ->> 'key' as key, upper(v.known) as at,
      perenne.in_shape_of_today(v.record_table, v.shape, v.doc) as doc, v.ended_by_kind as "byKind",
      v.end_reason as reason, nullif(concat_ws(' ', p.given_name, p.family_name), '') as by
    from perenne.record_version v
    left join perenne.person p on v.ended_by_kind = 'person' and p.id::text = v.ended_by_id
    where v.space_id = ${seminarId} and v.record_table = ${table} and v.ended_by_kind is not null
      and (${key}::text is null or v.doc ->> 'key' = ${key})
    order by v.doc ->> 'key', upper(v.known) desc`.execute(tx)
  return rows
}

/** The last that was removed under a key, with all that went with it; null when nothing was. */
export async function readWholeRemoved(
  tx: Tx,
  seminarId: string,
  table: RemovableTable,
  key: string,
): Promise<{ removed: Removed; then: Then; slots: string[] } | null> {
  const [row] = await removedRows(tx, seminarId, table, key)
  if (!row) return null
  const at = row.at.toString()
  // What hangs under a row goes in the same statement; what was removed from it before went in a transaction of another name.
  const near = sql`upper(v.known) between ${at}::timestamptz - interval '1 second' and ${at}::timestamptz + interval '1 second'`
  const { rows: gone } = await sql<{ table: string; id: string; doc: Doc }>`
    select v.record_table as table, v.record_id as id, perenne.in_shape_of_today(v.record_table, v.shape, v.doc) as doc
    from perenne.record_version v
    where v.space_id = ${seminarId} and v.ended_by_kind is not null and ${near}
      and v.end_reason is not distinct from ${row.reason}
      and v.record_table = any(${[...underSlot, 'translation']}::text[])
    order by v.record_id`.execute(tx)
  const under = gone.filter(({ table: of, doc }) => of !== 'translation' && doc.slot_id === row.id)
  const records = new Set([row.id, ...under.map(({ id }) => id)])
  const texts = gone
    .filter(({ table: of, doc }) => of === 'translation' && records.has(String(doc.record_id)))
    .map(({ doc }) => doc)
  const { rows: seminars } = await sql<Then>`
    select v.doc ->> 'held_on' as date, v.doc ->> 'time_zone' as zone from perenne.record_version v
    where v.record_table = 'seminar' and v.record_id = ${seminarId} and v.known @> ${at}::timestamptz`.execute(tx)
  const [then] = seminars
  if (!then) return null
  // A room that goes leaves its slots without one, in the same transaction.
  const { rows: slots } = await sql<{ key: string }>`
    select distinct s.key from perenne.record_version v join perenne.slot s on s.id = v.record_id
    where v.space_id = ${seminarId} and v.record_table = 'slot' and v.doc ->> 'room_id' = ${row.id} and ${near}`.execute(
    tx,
  )
  const { id, doc } = row
  const removed = { id, key, doc, under: Object.groupBy(under, one => one.table) as Removed['under'], texts }
  return { removed, then, slots: slots.map(one => one.key) }
}

const underSlot = ['slot_theme', 'slot_role', 'slot_person', 'slot_seat', 'slot_document']

/** What the ids mean that rows of a draft name. Of persons only those who are still on the programme. */
export async function readKeysById(tx: Tx, seminarId: string): Promise<KeysById> {
  const { rows } = await sql<{ of: keyof KeysById; id: string; key: string }>`
    select 'rooms' as of, v.record_id as id, v.doc ->> 'key' as key from perenne.record_version v
      where v.space_id = ${seminarId} and v.record_table = 'programme_room'
    union select 'organisations', o.id, o.key from perenne.organisation o
      join perenne.seminar s on s.network_id = o.space_id where s.id = ${seminarId} and o.key is not null
    union select 'people', pp.id, pp.key from perenne.programme_person pp
      join perenne.person p on p.id = pp.person_id where pp.seminar_id = ${seminarId} and p.erased_at is null`.execute(
    tx,
  )
  const of = (wanted: keyof KeysById) => new Map(rows.flatMap(row => (row.of === wanted ? [[row.id, row.key]] : [])))
  return { rooms: of('rooms'), organisations: of('organisations'), people: of('people') }
}

/**
 * What no file says of what was brought back: when somebody was asked for a seat and answered, what they said to moderating
 * and speaking, and what was known of the translations.
 */
export async function knownAgain(
  tx: Tx,
  seminarId: string,
  table: RemovableTable,
  { key, under, texts }: Removed,
): Promise<void> {
  const found =
    table === 'slot'
      ? await tx
          .selectFrom('slot')
          .select('id')
          .where('space_id', '=', seminarId)
          .where('key', '=', key)
          .executeTakeFirst()
      : await tx
          .selectFrom('programme_room')
          .select('id')
          .where('space_id', '=', seminarId)
          .where('key', '=', key)
          .executeTakeFirst()
  if (!found) return
  const { id } = found
  for (const { doc } of under.slot_seat ?? [])
    await sql`
      update perenne.slot_seat s set invited_at = ${doc.invited_at}::timestamptz, answered_at = ${doc.answered_at}::timestamptz
      where s.slot_id = ${id} and s.key = ${doc.key} and s.state = ${doc.state}
        and s.programme_person_id = ${doc.programme_person_id}::uuid`.execute(tx)
  for (const { doc } of under.slot_person ?? []) {
    const own = sql`p.slot_id = ${id} and p.programme_person_id = ${doc.programme_person_id}::uuid and p.role = ${doc.role}`
    await sql`update perenne.slot_person p set state = ${doc.state} where ${own}`.execute(tx)
    // Another state is stamped with the moment; theirs was said before.
    await sql`update perenne.slot_person p set answered_at = ${doc.answered_at}::timestamptz where ${own}`.execute(tx)
  }
  const known = JSON.stringify(texts.filter(({ state }) => state !== 'source'))
  await sql`
    update perenne.translation t set state = k.state, source_hash = k.source_hash
    from jsonb_to_recordset(${known}::jsonb) as k(record_table text, field text, language text, body text, state text, source_hash text)
    where t.record_table = k.record_table and t.field = k.field and t.language = k.language and t.body = k.body
      and t.state <> 'source' and (t.state, t.source_hash) is distinct from (k.state, k.source_hash)
      and t.record_id in (select ${id}::uuid
        union select h.id from perenne.slot_theme h where h.slot_id = ${id}
        union select d.id from perenne.slot_document d where d.slot_id = ${id})`.execute(tx)
}
