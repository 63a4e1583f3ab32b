import { namedByAVersion } from '#convene/programme/store/documents.ts'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** A file that a document of a slot may name. */
export type KnownFile = {
  name: string
  /** A released version names it: it is open to whoever sees the seminar, unless it was withdrawn. */
  isReleased: boolean
  isWithdrawn: boolean
}

/** Files by their ids, of those that the actor may see. */
export async function knownFiles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownFile>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('file as f')
    .select(['f.id', 'f.name', 'f.withdrawn_at'])
    .select(namedByAVersion.as('isReleased'))
    .where('f.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, name, isReleased, withdrawn_at }) => [
      id,
      { name, isReleased, isWithdrawn: withdrawn_at !== null },
    ]),
  )
}
