import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** Every name of every public territory, in any language. One read. */
export async function namesOfTerritories(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, n.body as name from perenne.territory t
    join perenne.translation n on n.record_id = t.id and n.record_table = 'space' and n.field = 'name'
    where t.visibility = 2 and t.successor_id is null`.execute(tx)
  return rows
}
