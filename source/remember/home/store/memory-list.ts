import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

export type ListedMemory = {
  id: string
  slug: string
  kind: 'territory' | 'network'
  country: string | null
  fictitious: boolean
  /** Those that this reader sees. */
  relationships: number
}

/** The territories and networks that the actor sees, each with how many of its relationships. One query. */
export async function listMemories(tx: Tx): Promise<ListedMemory[]> {
  const { rows } = await sql<ListedMemory>`
    select s.id, s.slug, s.kind, t.country, coalesce(t.fictitious, s.fictitious) as fictitious,
      (select count(*)::integer from relationship r where r.space_id = s.id) as relationships
    from space s left join territory t on t.id = s.id
    where s.kind in ('territory', 'network') and (t.id is not null or s.kind = 'network') and t.successor_id is null
    order by s.slug`.execute(tx)
  return rows
}
