import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'

/** Whether the actor may change a seminar itself, and not only look after its people. */
export async function mayEdit(tx: Tx, seminarId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or ${seminarId}::uuid = any (perenne.spaces('edit')) as may`.execute(tx)
  return rows[0]?.may === true
}
