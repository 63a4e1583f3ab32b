import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Doc, RowChange } from '../rules/changes.ts'

/** What differs in a memory between two moments, as far as the actor may see it. */
export async function changedBetween(
  tx: Tx,
  space: string,
  earlier: Temporal.Instant,
  later: Temporal.Instant,
): Promise<RowChange[]> {
  const { rows } = await sql<RowChange>`
    select record_table as table, record_id as id, before, after
    from perenne.changed_between(${space}, ${earlier.toString()}::timestamptz, ${later.toString()}::timestamptz)`.execute(
    tx,
  )
  return rows
}

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
 */
export async function versionsOfRecord(
  tx: Tx,
  space: string,
  table: string,
  id: string,
  most: number,
): Promise<RecordVersion[]> {
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
    from told t
    union all
    select t.record_table, t.record_id, upper(t.known), null, true, t.ended_by_kind, t.ended_by_id, t.end_reason, t.now_doc, t.now_doc
    from told t where t.ended_by_kind is not null
    order by at desc limit ${most}`.execute(tx)
  return rows
}

/** @returns whether there was anything to put back at that moment */
export async function putBack(tx: Tx, table: string, id: string, moment: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select perenne.put_back(${table}, ${id}::uuid, ${moment.toString()}::timestamptz) as done`.execute(tx)
  return rows[0]?.done ?? false
}
