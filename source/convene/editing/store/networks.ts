import { reservedSlugs } from '#convene/seminar/rules/file-checks.ts'
import type { Tx } from '#ground/database/actor.ts'
import { keyFrom } from '../rules/key-from.ts'
import '#convene/store/tables.ts'

/** Those of some spaces that are networks, by their slugs. */
export async function networksAmong(tx: Tx, ids: readonly string[]): Promise<{ id: string; slug: string }[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('space')
    .select(['id', 'slug'])
    .where('kind', '=', 'network')
    .where('id', 'in', [...ids])
    .orderBy('slug')
    .execute()
}

export const isReserved = (slug: string) => reservedSlugs.includes(slug)

/** An address that no seminar has which the actor sees, made of a title. */
export async function freeSlug(tx: Tx, title: string): Promise<string> {
  const base = keyFrom(title, new Set(), 'seminar')
  const rows = await tx
    .selectFrom('space')
    .select('slug')
    .where('kind', '=', 'seminar')
    .where(eb => eb.or([eb('slug', '=', base), eb('slug', 'like', `${base}-%`)]))
    .execute()
  return keyFrom(title, new Set([...reservedSlugs, ...rows.map(row => row.slug)]), 'seminar')
}

/** The seminars among some spaces, the latest first, with their networks. */
export function seminarsAmong(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('seminar as s')
    .innerJoin('space as p', 'p.id', 's.id')
    .select(['s.id', 'p.slug', 's.held_on', 's.network_id'])
    .where('s.id', 'in', ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000'])
    .orderBy('s.held_on', 'desc')
    .orderBy('p.slug')
    .limit(200)
    .execute()
}
