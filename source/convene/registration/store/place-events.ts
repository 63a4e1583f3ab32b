import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** How often the name of a registration was changed by its own link. Needs a job, or who looks after its people. */
export async function renamedByLink(tx: Tx, registrationId: string): Promise<number> {
  const row = await tx
    .selectFrom('place_event')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('registration_id', '=', registrationId)
    .where('actor_id', '=', 'own-link')
    .where(sql<boolean>`detail->>'identity' = 'true'`)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
