import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Plan } from '../rules/plan.ts'
import type { Written } from './write.ts'
import '../../store/tables.ts'

/** Which version of each record and of each of its texts is the newest: `table id` → number. */
export type Versions = ReadonlyMap<string, number>

const keyOf = (table: string, id: string) => `${table} ${id}`

async function versionsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, { version: number; owner: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ table: string; id: string; version: number; owner: string }>`
    with wanted as (select unnest(${sql.val([...new Set(ids)])}::uuid[]) as id),
    records as (
      select id, id as owner from wanted
      union all select t.id, t.record_id from translation t where t.record_id in (select id from wanted)
    )
    select v.record_table as table, v.record_id as id, max(v.version)::int as version, r.owner
    from records r join record_version v on v.record_id = r.id
    group by v.record_table, v.record_id, r.owner`.execute(tx)
  return new Map(rows.map(({ table, id, version, owner }) => [keyOf(table, id), { version, owner }]))
}

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
  const found = await versionsOf(tx, [...roots, ...parts.map(({ id }) => id)])
  return new Map([...found].map(([key, { version }]) => [key, version]))
}

/** Writes down which version of which record an import made, texts included: ids alone, by which it can be undone. */
export async function noteRows(tx: Tx, batch: string, written: readonly Written[], before: Versions): Promise<void> {
  const after = await versionsOf(
    tx,
    written.map(({ id }) => id),
  )
  const lineOf = new Map<string, number>()
  for (const { id, line } of written) if (!lineOf.has(id)) lineOf.set(id, line)
  const rows = [...after].flatMap(([key, { version, owner }]) => {
    const [table = '', id = ''] = key.split(' ')
    const known = before.get(key)
    if (known === version) return []
    return [{ line: lineOf.get(owner) ?? 0, table, id, before: known ?? null, after: version }]
  })
  // A contact of whom only the person changed has no new version: it is written down all the same.
  const noted = new Set(rows.map(({ id }) => id))
  const persons = written.filter(({ id, table, isNew }) => !isNew && table === 'contact' && !noted.has(id))
  for (const { id, line } of new Map(persons.map(one => [one.id, one])).values()) {
    const version = after.get(keyOf('contact', id))?.version
    if (version !== undefined) rows.push({ line, table: 'contact', id, before: version, after: version })
  }
  await sql`
    insert into import_row (batch_id, line, record_table, record_id, version_before, version_after, space_id, visibility)
    select ${batch}, r.line, r.table, r.id, r.before, r.after, b.space_id, 0
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("line" int, "table" text, id uuid, "before" int, "after" int)
    join import_batch b on b.id = ${batch}`.execute(tx)
}
