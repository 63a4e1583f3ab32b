import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'

/** Whether a mail is put together to leave now, by the program, and not for somebody who reads the list of mails. */
export async function isBeingSent(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ sends: boolean }>`select perenne.is_job() as sends`.execute(tx)
  return rows[0]?.sends === true
}
