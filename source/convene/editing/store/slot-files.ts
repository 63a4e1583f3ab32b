import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** Names of files by their ids, of those that the actor may see. */
export async function namesOfFiles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('file')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
