import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { LogWanted } from '#ground/house.ts'

export type VersionRow = {
  at: Temporal.Instant
  actorKind: string | null
  actorId: string | null
  spaceId: string | null
  table: string
  record: string
  doc: Record<string, unknown>
  /** The version before; null when this is the first. */
  before: Record<string, unknown> | null
  removed: boolean
}
export type NotedRow = Pick<VersionRow, 'at' | 'actorKind' | 'actorId' | 'spaceId'> & {
  what: string
  detail: Record<string, unknown>
}

/**
 * The newest versions of these tables that the actor may see: what was added and changed, and what was removed. Two
 * queries, whatever their number; each list newest first.
 */
export async function versionsOf(
  tx: Tx,
  tables: readonly string[],
  wanted: LogWanted,
): Promise<[VersionRow[], VersionRow[]]> {
  if (tables.length === 0) return [[], []]
  const space = wanted.spaceId === null ? sql`true` : sql`v.space_id = ${wanted.spaceId}::uuid`
  const by = (kind: string, id: string) =>
    wanted.personId !== null
      ? sql`v.${sql.ref(kind)} = 'person' and v.${sql.ref(id)} = ${wanted.personId}`
      : wanted.byHand
        ? sql`v.${sql.ref(kind)} = 'person'`
        : sql`true`
  const { rows: written } = await sql<VersionRow>`
    select lower(v.known) as at, v.actor_kind as "actorKind", v.actor_id as "actorId", v.space_id as "spaceId",
           v.record_table as table, v.record_id as record,
           perenne.in_shape_of_today(v.record_table, v.shape, v.doc) as doc,
           (select perenne.in_shape_of_today(p.record_table, p.shape, p.doc) from perenne.record_version p
            where p.record_id = v.record_id and p.record_table = v.record_table and p.version = v.version - 1
              and upper(p.known) = lower(v.known)) as before,
           false as removed
    from perenne.record_version v
    where v.record_table = any(${sql.val(tables)}::text[]) and ${space} and ${by('actor_kind', 'actor_id')}
      and ${wanted.before === null ? sql`true` : sql`lower(v.known) < ${wanted.before.toString()}::timestamptz`}
      and ${wanted.since === null ? sql`true` : sql`lower(v.known) >= ${wanted.since.toString()}::timestamptz`}
    order by lower(v.known) desc, v.record_table, v.record_id limit ${wanted.most}`.execute(tx)
  const { rows: removed } = await sql<VersionRow>`
    select upper(v.known) as at, v.ended_by_kind as "actorKind", v.ended_by_id as "actorId", v.space_id as "spaceId",
           v.record_table as table, v.record_id as record,
           perenne.in_shape_of_today(v.record_table, v.shape, v.doc) as doc, null::jsonb as before, true as removed
    from perenne.record_version v
    where v.ended_by_kind is not null and v.record_table = any(${sql.val(tables)}::text[]) and ${space}
      and ${by('ended_by_kind', 'ended_by_id')}
      and ${wanted.before === null ? sql`true` : sql`upper(v.known) < ${wanted.before.toString()}::timestamptz`}
      and ${wanted.since === null ? sql`true` : sql`upper(v.known) >= ${wanted.since.toString()}::timestamptz`}
    order by upper(v.known) desc, v.record_table, v.record_id limit ${wanted.most}`.execute(tx)
  return [written, removed]
}

/** What was noted without leaving a version. */
export async function notedActs(tx: Tx, wanted: LogWanted, kinds: readonly string[]): Promise<NotedRow[]> {
  if (kinds.length === 0) return []
  let query = tx
    .selectFrom('noted_act')
    .select(['at', 'actor_kind as actorKind', 'actor_id as actorId', 'space_id as spaceId', 'what', 'detail'])
    .where('what', 'in', [...kinds])
    .orderBy('at', 'desc')
    .limit(wanted.most)
  if (wanted.spaceId !== null) query = query.where('space_id', '=', wanted.spaceId)
  if (wanted.before !== null) query = query.where('at', '<', wanted.before)
  if (wanted.since !== null) query = query.where('at', '>=', wanted.since)
  if (wanted.personId !== null) query = query.where('actor_kind', '=', 'person').where('actor_id', '=', wanted.personId)
  else if (wanted.byHand) query = query.where('actor_kind', '=', 'person')
  return query.execute()
}

/** The names of these persons, as far as the actor may see them; an erased one has none. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, [row.given_name, row.family_name].filter(Boolean).join(' ')]))
}

/**
 * The names that records have today as texts: their name, title or object, as far as the actor may read it. One query; a record
 * without one is not in it.
 *
 * @returns id → what puts the name in the reader’s language, or in that of its author
 */
export async function namesByText(tx: Tx, ids: readonly string[]): Promise<Map<string, (locale: string) => string>> {
  const found = new Map<string, (locale: string) => string>()
  if (ids.length === 0) return found
  const { rows } = await sql<{ id: string; bodies: Record<string, string>; source: string | null }>`
    select distinct on (record_id) record_id as id, jsonb_object_agg(language, body) as bodies,
           min(body) filter (where state = 'source') as source
    from perenne.translation
    where record_id = any (${sql.val([...new Set(ids)])}::uuid[]) and field in ('name', 'title', 'object')
    group by record_id, field
    order by record_id, field`.execute(tx)
  for (const { id, bodies, source } of rows) found.set(id, locale => bodies[locale] ?? source ?? '')
  return found
}

/**
 * Of these persons, the names of those who wrote in a space: for those who read inside it, of predecessors too, who hold no right
 * any more. Whoever else asks is told none; an erased one has an empty name.
 */
export async function authorsOf(tx: Tx, spaceId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; given: string | null; family: string | null }>`
    select person_id as id, given_name as given, family_name as family
    from perenne.author_names(${spaceId}::uuid, ${sql.val([...new Set(ids)])}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, given, family }) => [id, [given, family].filter(Boolean).join(' ')]))
}

/** Who ever held a right in a space, or anywhere: whom the log can be asked about. */
export async function colleagues(tx: Tx, spaceId: string | null): Promise<{ id: string; name: string }[]> {
  let query = tx
    .selectFrom('person')
    .innerJoin('access_right', 'access_right.person_id', 'person.id')
    .select(['person.id', 'given_name', 'family_name'])
    .distinct()
    .where('erased_at', 'is', null)
  if (spaceId !== null)
    query = query.where(eb =>
      eb(
        'access_right.space_id',
        'in',
        sql<string>`(
        select ${spaceId}::uuid union select parent_id from perenne.space where id = ${spaceId}::uuid
        union select id from perenne.space where kind = 'installation')`,
      ),
    )
  const rows = await query.execute()
  return rows
    .map(row => ({ id: row.id, name: [row.given_name, row.family_name].filter(Boolean).join(' ') }))
    .sort((one, other) => one.name.localeCompare(other.name))
}
