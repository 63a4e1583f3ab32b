import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { alikePairs, alikestPairs, type Pair, type Spelled, surest } from '../rules/alike.ts'
import { type Named, nameIn } from './standing.ts'

/** Under which code a pair that is not the same is set aside; its record is the pair, as `pairId` writes it. */
export const duplicateCode = 'duplicate-actor'

/** From this likeness on (0 to 1, of three-letter groups in common) two names may well be those of one actor. */
export const alikeFrom = 0.5

/** One id for two, by which they are set aside: the same whichever comes first. */
export function pairId(a: string, b: string): string {
  const hash = createHash('md5')
    .update(a < b ? a + b : b + a)
    .digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

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
 * not the same is left out; those already merged too. Four queries, however many they are.
 */
export async function duplicatePairs(tx: Tx, space: string, locale: string, most = 100): Promise<DuplicatePair[]> {
  const { rows: spelled } = await sql<Spelled>`
    select distinct o.id, o.country, public.show_trgm(fold(t.body)) as groups
    from organisation o join translation t on t.record_id = o.id and t.record_table = 'organisation' and t.field = 'name'
    where o.space_id = ${space} and o.remembered and o.merged_into_id is null`.execute(tx)
  const { rows: numbered } = await sql<{ one: string; other: string; shared: string[] }>`
    select i.record_id as one, j.record_id as other, array_agg(i.scheme || ': ' || i.value order by i.scheme, i.value) as shared
    from identifier i
    join identifier j on lower(j.scheme) = lower(i.scheme) and j.value = i.value and i.record_id < j.record_id
    join organisation a on a.id = i.record_id and a.space_id = ${space} and a.remembered and a.merged_into_id is null
    join organisation b on b.id = j.record_id and b.space_id = ${space} and b.remembered and b.merged_into_id is null
    group by i.record_id, j.record_id`.execute(tx)
  const { rows: aside } = await sql<{ id: string }>`
    select record_id as id from finding_set_aside where space_id = ${space} and code = ${duplicateCode}`.execute(tx)
  const apart = new Set(aside.map(row => row.id))
  const pairs = surestOf(spelled, numbered, most + apart.size).filter(pair => !apart.has(pairId(pair.one, pair.other)))
  const shown = pairs.slice(0, most)
  const sides = await sidesOf(tx, locale, [...new Set(shown.flatMap(({ one, other }) => [one, other]))])
  return shown.flatMap(({ one, other, likeness, shared }) => {
    const pair = { one: sides.get(one), other: sides.get(other) }
    return pair.one && pair.other ? [{ one: pair.one, other: pair.other, likeness, shared }] : []
  })
}

type Numbered = Omit<Pair, 'likeness'>

function surestOf(spelled: readonly Spelled[], numbered: readonly Numbered[], most: number): Pair[] {
  const alike = alikestPairs(spelled, alikeFrom, most)
  const ids = new Set(numbered.flatMap(({ one, other }) => [one, other]))
  const among = alikePairs(
    spelled.filter(({ id }) => ids.has(id)),
    alikeFrom,
  )
  const likeness = new Map(among.map(pair => [`${pair.one} ${pair.other}`, pair.likeness]))
  const told = numbered.map(pair => ({ ...pair, likeness: likeness.get(`${pair.one} ${pair.other}`) ?? null }))
  return surest(alike, told, most)
}

async function sidesOf(tx: Tx, locale: string, ids: readonly string[]): Promise<Map<string, DuplicateSide>> {
  const { rows } = await sql<DuplicateSide>`
    select o.id, o.kind, o.country, ${nameIn('organisation', 'name', sql`o.id`, locale)} as name,
      ((select count(*) from relationship_party p where p.organisation_id = o.id)
      + (select count(*) from contact c where c.organisation_id = o.id)
      + (select count(*) from activity_party a where a.organisation_id = o.id)
      + (select count(*) from interaction_participant i where i.organisation_id = o.id))::integer as pointing
    from organisation o where o.id = any (${sql.val([...ids])}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
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
    values (${space}, ${duplicateCode}, ${pairId(one, other)}, ${reason}, ${by})
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
