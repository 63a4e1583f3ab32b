import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'

/**
 * Erases persons: names, addresses and telephones go, with their sessions and sign-in links; mails that wait are
 * cancelled. The rows stay without a name, because history points to them (law 7). Whoever calls has seen to their
 * rights, and goes on as a job: nobody may write on another's row.
 *
 * @param bySeminar a seminar lets go of people whom it wrote down itself, and whom nobody asked to erase: what others hold of
 * the same address stays with them (`forget_mails_of_erased` in migration 0026)
 * @returns how many had not been erased before
 */
export async function erasePersons(
  tx: Tx,
  personIds: readonly string[],
  { bySeminar = false }: { bySeminar?: boolean } = {},
): Promise<number> {
  if (personIds.length === 0) return 0
  const ids = [...personIds]
  await sql`select set_config('perenne.erased_by_seminar', ${bySeminar ? 'yes' : ''}, true)`.execute(tx)
  // First of all, and in one order: whoever writes about these persons holds them before anything else, too.
  await tx.selectFrom('person').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute()
  await tx.deleteFrom('session').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('sign_in_link').where('person_id', 'in', ids).execute()
  // An error of a mail server may quote the address.
  await tx
    .updateTable('mail')
    .set({ last_error: null })
    .where('person_id', 'in', ids)
    .where('last_error', 'is not', null)
    .execute()
  await tx
    .updateTable('mail')
    .set({ state: 'cancelled' })
    .where('person_id', 'in', ids)
    .where('state', 'in', ['to_send', 'waiting_retry'])
    .execute()
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({
      given_name: null,
      family_name: null,
      email: null,
      telephone: null,
      has_account: false,
      erased_at: sql`perenne.now()`,
    })
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
