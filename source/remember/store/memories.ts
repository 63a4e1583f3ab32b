import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { SpaceKind, Visibility } from '#ground/database/tables.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { zoneOfPlace } from '#ground/people/rules/time-zones.ts'
import './tables.ts'

/** The territory or the network whose memory it is. */
export type MemorySpace = {
  id: string
  slug: string
  kind: Extract<SpaceKind, 'territory' | 'network'>
  name: MultilingualText | undefined
  visibility: Visibility
  /** ISO 3166-1; null for a network. */
  country: string | null
  /** By it its days begin and end: IANA name. */
  timeZone: string
  /** It is invented, and so is all that is told of it. */
  fictitious: boolean
}

/**
 * The memory at an address; a territory before a network of the same name. Null when the actor sees none there. A territory
 * that was merged into another one keeps its memory and its address.
 */
export async function findMemory(tx: Tx, slug: string): Promise<MemorySpace | null> {
  const row = await tx
    .selectFrom('space')
    .leftJoin('territory', 'territory.id', 'space.id')
    .select(['space.id', 'space.slug', 'space.kind', 'space.visibility', 'space.time_zone', 'territory.country'])
    // A network says it of itself, a territory in its own line.
    .select(sql<boolean>`coalesce(territory.fictitious, space.fictitious)`.as('fictitious'))
    .where('space.slug', '=', slug)
    .where('space.kind', 'in', ['territory', 'network'])
    .orderBy('space.kind', 'desc')
    .executeTakeFirst()
  if (!row || (row.kind !== 'territory' && row.kind !== 'network')) return null
  const name = (await textsOf(tx, [row.id])).get(row.id)?.name
  const { time_zone, ...memory } = row
  return { ...memory, kind: row.kind, timeZone: zoneOfPlace(time_zone, row.country), name }
}

/** The time zone of the memory of a space, where no page has read it: for jobs, feeds and what is dropped in. IANA name. */
export async function zoneOfMemory(tx: Tx, space: string): Promise<string> {
  const row = await tx
    .selectFrom('space')
    .leftJoin('territory', 'territory.id', 'space.id')
    .select(['space.time_zone', 'territory.country'])
    .where('space.id', '=', space)
    .executeTakeFirst()
  return zoneOfPlace(row?.time_zone ?? null, row?.country ?? null)
}
