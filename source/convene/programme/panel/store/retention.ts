import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import './table.ts'

/** The next people of a programme who never agreed that everybody reads their name, or who took that back. */
export async function unnamedPeople(tx: Tx, seminarId: string, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('programme_person as pp')
    .innerJoin('person as p', 'p.id', 'pp.person_id')
    .select('p.id')
    .where('pp.seminar_id', '=', seminarId)
    .where('pp.named', '=', false)
    .where('p.erased_at', 'is', null)
    .where('p.has_account', '=', false)
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Erases of people of a programme by which they are reached, and what was written to them: of those who agreed that
 * everybody reads their name, the name stays, and so does their link.
 *
 * @returns how many
 */
export async function forgetAddresses(tx: Tx, seminarId: string, most: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select p.id from perenne.programme_person pp join perenne.person p on p.id = pp.person_id
    where pp.seminar_id = ${seminarId} and pp.named and p.erased_at is null and not p.has_account
      and (p.email is not null or p.telephone is not null)
    order by p.id limit ${most} for no key update of p`.execute(tx)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await tx.updateTable('mail').set({ last_error: null }).where('person_id', 'in', ids).execute()
  await tx
    .updateTable('mail')
    .set({ state: 'cancelled' })
    .where('person_id', 'in', ids)
    .where('state', 'in', ['to_send', 'waiting_retry'])
    .execute()
  await sql`
    update perenne.panel_invitation i set note = null from perenne.programme_person pp
    where pp.id = i.programme_person_id and pp.person_id = any (${ids}::uuid[]) and i.note is not null`.execute(tx)
  await tx.updateTable('person').set({ email: null, telephone: null }).where('id', 'in', ids).execute()
  return ids.length
}
