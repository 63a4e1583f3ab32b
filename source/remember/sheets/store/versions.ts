import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Plan } from '../rules/planned.ts'
import type { Written } from './write.ts'
import '../../store/tables.ts'

/** Which version of each record and of each of its texts is the newest. */
export type Versions = readonly { table: string; id: string; version: number }[]

/** The versions of what a plan is going to change, before it does. */
export async function versionsBefore(tx: Tx, plan: Plan): Promise<Versions> {
  const roots = [
    ...plan.columns.map(({ id }) => id),
    ...plan.texts.map(({ id }) => id),
    ...plan.persons.map(({ contact }) => contact),
  ]
  const agreements = plan.signatures.map(({ agreement }) => agreement)
  const activities = plan.parts.map(({ activity }) => activity)
  const { rows: parts } = await sql<{ id: string }>`
    select id from agreement_event where agreement_id = any (${sql.val(agreements)}::uuid[])
    union all select id from activity_money where activity_id = any (${sql.val(activities)}::uuid[])
    union all select id from activity_place where activity_id = any (${sql.val(activities)}::uuid[])`.execute(tx)
  const ids = [...new Set([...roots, ...parts.map(({ id }) => id)])]
  if (ids.length === 0) return []
  const { rows } = await sql<Versions[number]>`
    with wanted as (select unnest(${sql.val(ids)}::uuid[]) as id),
    records as (
      select id from wanted
      union all select t.id from translation t where t.record_id in (select id from wanted)
    )
    select v.record_table as table, v.record_id as id, max(v.version)::int as version
    from records r join record_version v on v.record_id = r.id
    group by v.record_table, v.record_id`.execute(tx)
  return rows
}

/**
 * Writes down which version of which record an import made, texts included: ids alone, by which it can be undone. A contact of
 * whom only the person changed has no new version: it is written down all the same.
 */
export async function noteRows(tx: Tx, batch: string, written: readonly Written[], before: Versions): Promise<void> {
  const told = new Map<string, { id: string; line: number; person: boolean }>()
  for (const { id, line, table, isNew } of written)
    if (!told.has(id)) told.set(id, { id, line, person: table === 'contact' && !isNew })
  await sql`
    with told as materialized (
      select * from jsonb_to_recordset(${JSON.stringify([...told.values()])}::jsonb) as r(id uuid, line int, person boolean)
    ), was as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(before)}::jsonb) as r("table" text, id uuid, version int)
    ), records as (
      select id, line, person from told
      union all select t.id, told.line, false from told join translation t on t.record_id = told.id
    ), newest as (
      select r.line, r.person, v.record_table, v.record_id, max(v.version) as version
      from records r join record_version v on v.record_id = r.id
      group by r.line, r.person, v.record_table, v.record_id
    )
    insert into import_row (batch_id, line, record_table, record_id, version_before, version_after, space_id, visibility)
    select b.id, n.line, n.record_table, n.record_id, was.version, n.version, b.space_id, 0
    from import_batch b cross join newest n
    left join was on was.id = n.record_id and was."table" = n.record_table
    where b.id = ${batch} and (was.version is distinct from n.version or n.person)`.execute(tx)
}
