import type { Tx } from '#ground/database/actor.ts'
import type { SpaceKind, Visibility } from '#ground/database/tables.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
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
    .select(['space.id', 'space.slug', 'space.kind', 'space.visibility', 'territory.country', 'territory.fictitious'])
    .where('space.slug', '=', slug)
    .where('space.kind', 'in', ['territory', 'network'])
    .orderBy('space.kind', 'desc')
    .executeTakeFirst()
  if (!row || (row.kind !== 'territory' && row.kind !== 'network')) return null
  const name = (await textsOf(tx, [row.id])).get(row.id)?.name
  return { ...row, kind: row.kind, name, fictitious: row.fictitious ?? false }
}
