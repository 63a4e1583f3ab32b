import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { byRecord, type Doc, owners, type RowChange } from '../rules/changes.ts'

export type Asked = {
  space: string
  earlier: Temporal.Instant
  later: Temporal.Instant
  /** The columns that say something to a reader: a row of which no other is different is not told. */
  told: readonly string[]
  /** Tables in the order in which records are told. */
  order: readonly string[]
  /** Records of this table alone; null for all. */
  only: string | null
  /** The first is 1. */
  page: number
  /** Records on a page. */
  size: number
  /** Versions that are compared at most; where more differ, nothing is. */
  most: number
}

export type Changed = {
  /** The rows of the records of this page. */
  rows: RowChange[]
  /** How many records differ, by table. */
  counts: Readonly<Record<string, number>>
  /** More differs than is compared. */
  tooMany: boolean
}

/**
 * What differs in a memory between two moments, as far as the actor may see it: one page of records, with all that changed of
 * them and of their parts. Which record a row belongs to is said by `owners` of the rules.
 */
export async function changedBetween(tx: Tx, asked: Asked): Promise<Changed> {
  const { space, earlier, later, told, order, only, page, size, most } = asked
  const { rows } = await sql<RowChange & { counts: Record<string, number>; tooMany: boolean }>`
    with key as materialized (
      select * from perenne.changed_keys(${space}, ${earlier.toString()}::timestamptz, ${later.toString()}::timestamptz, ${most})
    ), bound as (
      select count(*) filter (where k.was) > ${most} or count(*) filter (where not k.was) > ${most} as passed from key k
    ), version as materialized (
      select k.was, k.record_table as tbl, k.record_id as id, v.doc
      from key k
      join lateral (
        select perenne.in_shape_of_today(w.record_table, w.shape, w.doc) as doc from perenne.record_version w
        where w.record_id = k.record_id and w.record_table = k.record_table and w.version = k.version limit 1
      ) v on true
      where not (select passed from bound)
    ), pair as (
      select tbl, id, g.doc as before, c.doc as after,
        case when tbl = 'contact' then id::text
          when coalesce(c.doc, g.doc) ->> 'record_table' = 'contact' then coalesce(c.doc, g.doc) ->> 'record_id' end as contact
      from (select * from version where was) g full join (select * from version where not was) c using (tbl, id)
    ), told as materialized (
      select p.*, coalesce(p.after, p.before) as doc from pair p
      where ((p.before is null or p.after is null) and p.before is distinct from p.after
          or exists (
            select from unnest(case when p.tbl = 'translation' then '{body}' else ${sql.val([...told])}::text[] end) as c (name)
            where nullif(p.before -> c.name, 'null') is distinct from nullif(p.after -> c.name, 'null')))
        -- A post in words, or languages, would say who it is of whom no page tells.
        and (p.contact is null or p.contact in (select n.contact_id::text from perenne.contact_names(${space}) n))
    ), owned as materialized (
      select t.*, coalesce(a.owner, o.owner, t.tbl) as owner, coalesce(a.owner_id, o.owner_id, t.id::text) as owner_id
      from told t
      left join lateral (${ownerIn(sql`t`)}) o on true
      -- An event belongs to an agreement, which is told under its relationship where that one is told.
      left join told g on g.tbl = 'agreement' and o.owner = 'agreement' and g.id::text = o.owner_id
      left join lateral (${ownerIn(sql`g`)}) a on true
    ), record as materialized (
      select distinct o.owner, o.owner_id from owned o
    ), page as (
      select * from record r
      where ${only}::text is null or r.owner = ${only}::text
      order by coalesce(array_position(${sql.val([...order])}::text[], r.owner), ${order.length + 1}), r.owner_id
      limit ${size} offset ${(page - 1) * size}
    )
    select r.tbl as table, r.id, r.before, r.after, n.counts, b.passed as "tooMany"
    from bound b
    cross join (
      select coalesce(jsonb_object_agg(c.owner, c.number), '{}') as counts
      from (select owner, count(*)::int as number from record group by owner) c
    ) n
    left join (select o.* from owned o join page using (owner, owner_id)) r on true`.execute(tx)
  const [first] = rows
  return {
    rows: rows.flatMap(({ table, id, before, after }) => (id === null ? [] : [{ table, id, before, after }])),
    counts: first?.counts ?? {},
    tooMany: first?.tooMany ?? false,
  }
}

/** The record that a row belongs to, as `ownerOf` of the rules says it; nothing for one that stands for itself. */
function ownerIn(row: RawBuilder<unknown>): RawBuilder<unknown> {
  const column = (name: string) => sql`${row}.doc -> ${name}::text`
  const ofAnyRecord = sql`${row}.tbl = any (${sql.val([...byRecord])}::text[])`
  const parts = Object.entries(owners).flatMap(([table, columns]) =>
    columns.map(([name, owner]) => ({
      when: sql`when ${row}.tbl = ${table} and jsonb_typeof(${column(name)}) = 'string'`,
      owner: sql`${owner}::text`,
      id: textOf(row, name),
    })),
  )
  const ways = [
    { when: sql`when ${ofAnyRecord}`, owner: textOf(row, 'record_table'), id: textOf(row, 'record_id') },
    ...parts,
  ]
  const one = (what: 'owner' | 'id') =>
    sql`case ${sql.join(
      ways.map(way => sql`${way.when} then ${way[what]}`),
      sql` `,
    )} end`
  return sql`select ${one('owner')} as owner, ${one('id')} as owner_id`
}
const textOf = (row: RawBuilder<unknown>, name: string) => sql`${row}.doc ->> ${name}::text`

export type RecordVersion = {
  table: string
  id: string
  at: Temporal.Instant
  /** When it was replaced or removed; null for the version of today. */
  until: Temporal.Instant | null
  removed: boolean
  actorKind: string | null
  actorId: string | null
  reason: string | null
  doc: Doc
  before: Doc | null
}

/**
 * Every version of a record and of its texts, newest first, each with the one before it; and its removal, as the end of its
 * last version. At most `most`.
 *
 * @param until what happened at or after this instant is left out; null for nothing
 */
export async function versionsOfRecord(
  tx: Tx,
  space: string,
  table: string,
  id: string,
  most: number,
  until: Temporal.Instant | null,
): Promise<RecordVersion[]> {
  const end = sql`${until?.toString() ?? 'infinity'}::timestamptz`
  const { rows } = await sql<RecordVersion>`
    with own as (
      select v.* from perenne.record_version v
      where v.space_id = ${space} and v.record_table = ${table} and v.record_id = ${id}
      union all
      select v.* from perenne.record_version v
      where v.space_id = ${space} and v.record_table = 'translation'
        and v.doc ->> 'record_id' = ${id} and v.doc ->> 'record_table' = ${table}
    ), told as (
      select o.*, perenne.in_shape_of_today(o.record_table, o.shape, o.doc) as now_doc,
        lag(perenne.in_shape_of_today(o.record_table, o.shape, o.doc))
          over (partition by o.record_table, o.record_id order by o.version) as was
      from own o
    )
    select t.record_table as table, t.record_id as id, lower(t.known) as at, upper(t.known) as until, false as removed,
      t.actor_kind as "actorKind", t.actor_id as "actorId", t.reason, t.now_doc as doc, t.was as before
    from told t where lower(t.known) < ${end}
    union all
    select t.record_table, t.record_id, upper(t.known), null, true, t.ended_by_kind, t.ended_by_id, t.end_reason, t.now_doc, t.now_doc
    from told t where t.ended_by_kind is not null and upper(t.known) < ${end}
    order by at desc, 1, 2 limit ${most}`.execute(tx)
  return rows
}

/** @returns whether there was anything to put back at that moment */
export async function putBack(tx: Tx, table: string, id: string, moment: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select perenne.put_back(${table}, ${id}::uuid, ${moment.toString()}::timestamptz) as done`.execute(tx)
  return rows[0]?.done ?? false
}
