import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { escapeIdentifier } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { type Measure, meter, nowhere } from './meter.ts'

/** A table as a backup sees it: the columns that hold something of their own, and those that put rows in an order. */
export type ContentTable = { name: string; columns: string[]; key: string[]; forced: boolean }

/**
 * The tables of the installation, each after those it refers to. Columns that PostgreSQL works out are left out, and so
 * is the list of migrations: it says what the schema is, not what was put into it.
 */
export async function contentTables(client: ClientBase): Promise<ContentTable[]> {
  const { rows } = await client.query<ContentTable>(`
    select c.relname::text as name, c.relforcerowsecurity as forced,
           array(select a.attname::text from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                 order by a.attnum) as columns,
           array(select a.attname::text from pg_index i, unnest(i.indkey::int[]) with ordinality k (attnum, place)
                 join pg_attribute a on a.attnum = k.attnum
                 where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid
                 order by k.place) as key
    from pg_class c
    where c.relnamespace = 'perenne'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migration'
    order by c.relname`)
  const references = await client.query<{ child: string; parent: string }>(`
    select distinct child.relname::text as child, parent.relname::text as parent
    from pg_constraint k join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'perenne'::regnamespace and k.conrelid <> k.confrelid`)
  return parentsFirst(rows, references.rows)
}

/** Sorts tables so that each stands after those it refers to. @throws Error when references go round in a circle */
export function parentsFirst<T extends { name: string }>(
  tables: readonly T[],
  references: readonly { child: string; parent: string }[],
): T[] {
  const sorted: T[] = []
  const placed = new Set<string>()
  let left = [...tables]
  while (left.length > 0) {
    const free = left.filter(table => references.every(r => r.child !== table.name || placed.has(r.parent)))
    if (free.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${left.map(t => t.name).join(', ')}`)
    for (const table of free) placed.add(table.name)
    sorted.push(...free)
    left = left.filter(table => !placed.has(table.name))
  }
  return sorted
}

const nameOf = (table: ContentTable) => `perenne.${escapeIdentifier(table.name)}`
const listOf = (columns: readonly string[]) => columns.map(column => escapeIdentifier(column)).join(', ')

/**
 * The rows of a table as COPY's text, always in the same order: the bytes of two equal tables are equal, on any server.
 * Sorted as text by code points, since the order of letters differs between servers.
 */
export function copyOut(client: ClientBase, table: ContentTable) {
  const key = table.key.length > 0 ? table.key : table.columns
  const order = key.map(column => `${escapeIdentifier(column)}::text collate "C"`).join(', ')
  return client.query(
    copyTo(`copy (select ${listOf(table.columns)} from ${nameOf(table)} order by ${order}) to stdout`),
  )
}

export function copyIn(client: ClientBase, table: ContentTable) {
  return client.query(copyFrom(`copy ${nameOf(table)} (${listOf(table.columns)}) from stdin`))
}

/** Rows, bytes and hash of a table as `copyOut` would give it. */
export async function measureTable(client: ClientBase, table: ContentTable): Promise<Measure> {
  const measured = meter()
  await pipeline(copyOut(client, table), measured.stream, nowhere())
  return measured.read()
}

/** Values are written one way, whatever the server's or the role's own habits. */
export async function speakPlainly(client: ClientBase): Promise<void> {
  await client.query(`
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local xmloption = 'content';
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
    set local client_encoding = 'UTF8'`)
}

/** Nobody but us fills the tables: no trigger writes history, and COPY is let in by row-level security. */
export async function openForRestore(client: ClientBase, tables: readonly ContentTable[]): Promise<void> {
  for (const table of tables) {
    await client.query(
      `alter table ${nameOf(table)} disable trigger user; alter table ${nameOf(table)} no force row level security`,
    )
  }
  await client.query(`truncate ${tables.map(nameOf).join(', ')}`)
}

export async function closeAfterRestore(client: ClientBase, tables: readonly ContentTable[]): Promise<void> {
  for (const table of tables) {
    await client.query(`alter table ${nameOf(table)} enable trigger user`)
    if (table.forced) await client.query(`alter table ${nameOf(table)} force row level security`)
  }
}

/** Counters go on after the highest value that was restored. */
export async function advanceCounters(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ tbl: string; col: string; seq: string }>(`
    select c.relname::text as tbl, a.attname::text as col,
           pg_get_serial_sequence(format('%I.%I', 'perenne', c.relname), a.attname) as seq
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'perenne'::regnamespace and c.relkind in ('r', 'p')
      and pg_get_serial_sequence(format('%I.%I', 'perenne', c.relname), a.attname) is not null`)
  for (const { tbl, col, seq } of rows) {
    const highest = `(select max(${escapeIdentifier(col)}) from perenne.${escapeIdentifier(tbl)})`
    await client.query(`select setval($1::regclass, coalesce(${highest}, 1), ${highest} is not null)`, [seq])
  }
}
