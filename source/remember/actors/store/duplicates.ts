import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { type Named, nameIn } from './standing.ts'

/** Under which code a pair that is not the same is set aside; its record is the pair, as `pairId` writes it. */
export const duplicateCode = 'duplicate-actor'

/** From this likeness on (0 to 1, of three-letter groups in common) two names may well be those of one actor. */
export const alikeFrom = 0.5

/** One id for two: the same whichever comes first. */
const pairId = (a: unknown, b: unknown) => sql`md5(least(${a}, ${b})::text || greatest(${a}, ${b})::text)::uuid`

export type DuplicatePair = {
  one: DuplicateSide
  other: DuplicateSide
  /** 0 to 1; null when only an identifier says that they are the same. */
  likeness: number | null
  /** Identifiers that both have, `scheme: value`. */
  shared: string[]
}
export type DuplicateSide = { id: string; name: Named | null; kind: string; country: string | null; pointing: number }

/**
 * Actors of a memory that may be one and the same, the surest first: names that resemble each other in any language, or an
 * identifier in common. Two that are said to lie in different countries resemble each other by chance. What somebody said is
 * not the same is left out; those already merged too.
 */
export async function duplicatePairs(tx: Tx, space: string, locale: string, most = 100): Promise<DuplicatePair[]> {
  const side = (id: unknown) => sql`(select jsonb_build_object('id', o.id, 'kind', o.kind, 'country', o.country,
    'name', ${nameIn('organisation', 'name', sql`o.id`, locale)},
    'pointing', (select count(*) from relationship_party p where p.organisation_id = o.id)
      + (select count(*) from contact c where c.organisation_id = o.id)
      + (select count(*) from activity_party a where a.organisation_id = o.id)
      + (select count(*) from interaction_participant i where i.organisation_id = o.id))
    from organisation o where o.id = ${id})`
  const { rows } = await sql<DuplicatePair>`
    with actor as materialized (
      select o.id, o.country from organisation o where o.space_id = ${space} and o.remembered and o.merged_into_id is null
    ), spelled as materialized (
      select distinct a.id, a.country, fold(t.body) as name from actor a
      join translation t on t.record_id = a.id and t.record_table = 'organisation' and t.field = 'name'
    ), alike as (
      select a.id as one, b.id as other, max(public.similarity(a.name, b.name))::float8 as likeness
      from spelled a join spelled b on a.id < b.id
        -- Names of very different length cannot have half their letters in common.
        and length(a.name) < 3 * length(b.name) and length(b.name) < 3 * length(a.name)
        and (a.country = b.country) is not false
        and public.similarity(a.name, b.name) >= ${alikeFrom}
      group by a.id, b.id
    ), numbered as (
      select i.record_id as one, j.record_id as other, array_agg(i.scheme || ': ' || i.value order by i.scheme, i.value) as shared
      from identifier i
      join identifier j on lower(j.scheme) = lower(i.scheme) and j.value = i.value and i.record_id < j.record_id
      where i.space_id = ${space} and j.space_id = ${space}
        and i.record_id in (select id from actor) and j.record_id in (select id from actor)
      group by i.record_id, j.record_id
    ), pair as (
      select coalesce(a.one, n.one) as one, coalesce(a.other, n.other) as other, a.likeness, coalesce(n.shared, '{}') as shared
      from alike a full join numbered n on n.one = a.one and n.other = a.other
    )
    select ${side(sql`p.one`)} as one, ${side(sql`p.other`)} as other, p.likeness, p.shared from pair p
    where not exists (select from finding_set_aside f where f.space_id = ${space} and f.code = ${duplicateCode}
      and f.record_id = ${pairId(sql`p.one`, sql`p.other`)})
    order by cardinality(p.shared) desc, p.likeness desc nulls last, p.one, p.other
    limit ${most}`.execute(tx)
  return rows
}

/** Remembers that two actors are not the same. Saying so twice changes nothing. */
export async function sayNotTheSame(
  tx: Tx,
  space: string,
  pair: readonly [string, string],
  reason: string,
  by: string | null,
): Promise<void> {
  const [one, other] = pair
  await sql`
    insert into finding_set_aside (space_id, code, record_id, reason, set_by)
    values (${space}, ${duplicateCode}, ${pairId(sql`${one}::uuid`, sql`${other}::uuid`)}, ${reason}, ${by})
    on conflict do nothing`.execute(tx)
}

/**
 * Two actors of a space, held until the transaction is over. Null unless both are there. Whoever merges in a space waits for
 * whoever merges there already: of three that are merged in a ring at once, none would stand for the others.
 */
export async function holdActors(
  tx: Tx,
  space: string,
  ids: readonly string[],
): Promise<Map<string, { mergedInto: string | null }> | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended('merge ' || ${space}, 0))`.execute(tx)
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'merged_into_id'])
    .where('space_id', '=', space)
    .where('remembered', '=', true)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length !== new Set(ids).size) return null
  return new Map(rows.map(row => [row.id, { mergedInto: row.merged_into_id }]))
}

export async function setMergedInto(tx: Tx, id: string, into: string | null): Promise<void> {
  await tx.updateTable('organisation').set({ merged_into_id: into }).where('id', '=', id).execute()
}
