import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { tableOrder } from '../../rules/file/plan.ts'
import '../../store/tables.ts'

/** A record of an import: what it did to it, and whether anybody did anything with it since. */
export type OfBatch = {
  rowId: string
  line: number
  table: string
  id: string
  isNew: boolean
  versionBefore: number | null
  touched: boolean
  undone: 'removed' | 'restored' | 'kept' | null
}

/**
 * The records of an import. One is touched when a newer version of it is there, or it is gone, or, of what the import made,
 * a text or a part was added since, or another record points to it.
 */
export async function recordsOfBatch(tx: Tx, batch: string): Promise<OfBatch[]> {
  // One look into an index for each: right after thousands of rows were written, a join would guess their number wrongly. By the
  // id alone, which no two tables share: asked for the table as well, it may walk all versions of that for each record.
  const { rows } = await sql<OfBatch>`
    select r.id as "rowId", r.line, r.record_table as table, r.record_id as id, r.version_before is null as "isNew",
      r.version_before as "versionBefore", r.undone,
      n.version is distinct from r.version_after or not coalesce(n.there, false) or r.version_before is null and exists (
        select from translation t
        where t.record_id = r.record_id and t.record_table = r.record_table and not exists (
          select from import_row o where o.record_id = t.id and o.batch_id = r.batch_id)) as touched
    from import_row r
    cross join lateral (
      select max(v.version) as version, bool_or(upper_inf(v.known)) as there
      from record_version v where v.record_id = r.record_id) n
    where r.batch_id = ${batch}
    order by r.line, r.id`.execute(tx)
  return rows
}

/** A row that points to a record, and the table in which it stands. */
export type Pointing = { target: string; by: string; table: string }

/** Which records point to some others: by a reference, by being about them, by showing them to somebody. */
export async function pointingTo(tx: Tx, ids: readonly string[]): Promise<Pointing[]> {
  if (ids.length === 0) return []
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select t.relname as table, k.attname as column
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    join pg_attribute k on k.attrelid = c.conrelid and k.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid in (
      'perenne.organisation'::regclass, 'perenne.contact'::regclass, 'perenne.relationship'::regclass,
      'perenne.agreement'::regclass, 'perenne.interaction'::regclass, 'perenne.activity'::regclass,
      'perenne.post'::regclass, 'perenne.term'::regclass, 'perenne.decision'::regclass)
      and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'id')
      and has_table_privilege(c.conrelid, 'select')`.execute(tx)
  const found: Pointing[] = []
  const wanted = sql.val([...ids])
  for (const { table, column } of columns) {
    const { rows } = await sql<Pointing>`
      select ${sql.ref(column)}::text as target, id::text as by, ${table}::text as "table" from ${sql.table(table)}
      where ${sql.ref(column)} = any (${wanted}::uuid[])`.execute(tx)
    found.push(...rows)
  }
  const { rows } = await sql<Pointing>`
    select about_id::text as target, id::text as by, 'about' as "table" from about where about_id = any (${wanted}::uuid[])
    union all select record_id::text, id::text, 'about' from about where record_id = any (${wanted}::uuid[])
    union all select record_id::text, id::text, 'share' from share where record_id = any (${wanted}::uuid[])
    union all select record_id::text, id::text, 'identifier' from identifier where record_id = any (${wanted}::uuid[])`.execute(
    tx,
  )
  return [...found, ...rows]
}

// Rows removed in one statement.
const together = 1_000

const place = (table: string) => (tableOrder as readonly string[]).indexOf(table)

/** Removes records that an import made: what hangs on others first. */
export async function removeRecords(tx: Tx, records: readonly { table: string; id: string }[]): Promise<void> {
  const tables = [...new Set(records.map(({ table }) => table))].sort((a, b) => place(b) - place(a))
  for (const table of tables) {
    const ids = records.filter(one => one.table === table).map(({ id }) => id)
    // One organisation may be part of another of the same import.
    if (table === 'organisation')
      await sql`update organisation set parent_id = null where id = any (${sql.val(ids)}::uuid[]) and parent_id = any (${sql.val(ids)}::uuid[])`.execute(
        tx,
      )
    // What hangs on each of thousands goes with it: no statement may take as long as a statement may.
    for (let from = 0; from < ids.length; from += together)
      await sql`delete from ${sql.table(table)} where id = any (${sql.val(ids.slice(from, from + together))}::uuid[])`.execute(
        tx,
      )
  }
}

/**
 * Puts records that are there back as they were right before an import changed them, each as a new version, all of a table in
 * one statement. Their texts are records of the import themselves. Who may see a record and how long it is kept is of today
 * (SQL `of_today`, which `put_back` asks too): nothing is opened, and what the import opened is closed again.
 */
export async function putBack(
  tx: Tx,
  records: readonly { table: string; id: string; versionBefore: number }[],
): Promise<void> {
  for (const [table, all] of Map.groupBy(records, one => one.table)) {
    const { rows: columns } = await sql<{ name: string; type: string; ofToday: boolean }>`
      select attname as name, format_type(atttypid, atttypmod) as type, attname = any (perenne.of_today()) as "ofToday"
      from pg_attribute
      where attrelid = ${`perenne.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and attname not in ('id', 'space_id')`.execute(tx)
    const set = columns.map(({ name, type, ofToday }) => {
      const column = sql.ref(name)
      if (!ofToday) return sql`${column} = r.${column}`
      return sql`${column} = perenne.stricter(${name}, t.${column}::text, r.${column}::text)::${sql.raw(type)}`
    })
    const asked = JSON.stringify(all.map(({ id, versionBefore }) => ({ id, version: versionBefore })))
    await sql`
      update ${sql.table(table)} t set ${sql.join(set)}
      from jsonb_to_recordset(${asked}::jsonb) as x(id uuid, version int)
      join record_version v on v.record_id = x.id and v.record_table = ${table} and v.version = x.version
      cross join lateral jsonb_populate_record(null::${sql.table(table)},
        perenne.in_shape_of_today(v.record_table, v.shape, v.doc)) r
      where t.id = x.id and not upper_inf(v.known)`.execute(tx)
  }
}

/** Says that an import is undone; false when it is none to undo. */
export async function writeUndone(tx: Tx, space: string, batch: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('import_batch')
    .set({ undone_at: sql`perenne.now()` })
    .where('id', '=', batch)
    .where('space_id', '=', space)
    .where('imported_at', 'is not', null)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx.deleteFrom('import_person').where('batch_id', '=', batch).execute()
  return true
}

export async function markRows(
  tx: Tx,
  rowIds: readonly string[],
  undone: 'removed' | 'restored' | 'kept',
): Promise<void> {
  if (rowIds.length === 0) return
  await sql`update import_row set undone = ${undone} where id = any (${sql.val([...rowIds])}::uuid[])`.execute(tx)
}

/** Those of some contacts whose person was erased. */
export async function erasedAmong(tx: Tx, space: string, contacts: readonly string[]): Promise<string[]> {
  if (contacts.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select c.id from contact c join perenne.person p on p.id = c.person_id
    where c.space_id = ${space} and p.erased_at is not null and c.id = any (${sql.val([...contacts])}::uuid[])`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Contacts as they stand now: name, address and telephone. */
export async function personsNow(tx: Tx, space: string, contacts: readonly string[]) {
  const { rows } = await sql<{
    contact: string
    given: string | null
    family: string | null
    email: string | null
    telephone: string | null
  }>`
    select c.id as contact, p.given_name as given, p.family_name as family, p.email, p.telephone
    from contact c join perenne.person p on p.id = c.person_id
    where c.space_id = ${space} and c.id = any (${sql.val([...contacts])}::uuid[])`.execute(tx)
  return rows
}
