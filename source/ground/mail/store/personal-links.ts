import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import type { House } from '../../house.ts'

/**
 * Whether a mail that is put together now may carry the link that stands for its recipient. Yes when it is being sent.
 * Whoever reads the list of mails is not shown somebody else's link, unless no mail ever leaves this installation: then
 * that list is the only way to get it.
 */
export async function mayCarryPersonalLink(house: House, tx: Tx): Promise<boolean> {
  if (house.settings.smtpUrl === null) return true
  const { rows } = await sql<{ sends: boolean }>`select perenne.is_job() as sends`.execute(tx)
  return rows[0]?.sends === true
}
