import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import type { House } from '../../house.ts'

/**
 * Whether a mail that is put together now may carry the link that stands for its recipient. Yes when it is being sent.
 * Whoever reads the list of mails is not shown somebody else's link, unless no mail ever leaves this installation: then
 * that list is the only way to get it, for whoever administers it, and in a demonstration for everybody.
 */
export async function mayCarryPersonalLink(house: House, tx: Tx): Promise<boolean> {
  const noneLeaves = house.settings.smtpUrl === null
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or (${noneLeaves} and (
      perenne.spaces('administer') <> '{}' or (select demonstration from perenne.installation))) as may`.execute(tx)
  return rows[0]?.may === true
}
