import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { foldEmail } from '../rules/fold.ts'
import '#convene/store/tables.ts'

/** The person of a registration; null when the actor sees none. */
export async function personOfRegistration(
  tx: Tx,
  registrationId: string,
): Promise<{ id: string; hasAccount: boolean; erased: boolean } | null> {
  const row = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['p.id', 'p.has_account as hasAccount', 'p.erased_at'])
    .where('r.id', '=', registrationId)
    .executeTakeFirst()
  return row ? { id: row.id, hasAccount: row.hasAccount, erased: row.erased_at !== null } : null
}

/** Which personal link of a registration is the valid one; null when there is no such registration. */
export async function linkNumberOf(tx: Tx, registrationId: string): Promise<number | null> {
  const row = await tx
    .selectFrom('registration')
    .select('link_number as number')
    .where('id', '=', registrationId)
    .executeTakeFirst()
  return row?.number ?? null
}

/**
 * Writes the names and the address of a registrant. With another address, the links that went to the one before open
 * nothing any more, in any seminar. Needs a job: nobody may write on another's row.
 */
export async function changePerson(
  tx: Tx,
  personId: string,
  {
    givenName,
    familyName,
    email,
    language,
  }: { givenName: string; familyName: string; email: string; language: Locale },
): Promise<void> {
  const before = await tx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst()
  if (before && foldEmail(before.email ?? '') !== foldEmail(email)) {
    await tx
      .updateTable('registration')
      .set(eb => ({ link_number: eb('link_number', '+', 1) }))
      .where('person_id', '=', personId)
      .execute()
  }
  await tx
    .updateTable('person')
    .set({ given_name: givenName, family_name: familyName, email, language })
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .execute()
}
