import { sql } from 'kysely'
import type { Tx } from '../../../database/actor.ts'

/** Accounts elsewhere that open a person's own. */
export function listIdentities(tx: Tx, personId: string) {
  return tx
    .selectFrom('external_identity')
    .select(['id', 'issuer', 'subject', 'created_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
export type Identity = Awaited<ReturnType<typeof listIdentities>>[number]

export async function removeIdentity(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.deleteFrom('external_identity').where('id', '=', id).where('person_id', '=', personId).execute()
}

/**
 * The person whom an account elsewhere opens, and that it was used. Needs a job: nobody may look up whose it is.
 *
 * @returns null when it is linked with nobody who has an account
 */
export async function personOfIdentity(tx: Tx, issuer: string, subject: string): Promise<string | null> {
  const row = await tx
    .updateTable('external_identity')
    .from('person')
    .set({ used_at: sql`clock_timestamp()` })
    .whereRef('person.id', '=', 'external_identity.person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('has_account', '=', true)
    .where('erased_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** @returns whether it is linked now; false when somebody linked it first */
export async function linkIdentity(tx: Tx, personId: string, issuer: string, subject: string): Promise<boolean> {
  const row = await tx
    .insertInto('external_identity')
    .values({ person_id: personId, issuer, subject, used_at: sql`clock_timestamp()` })
    .onConflict(conflict => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
