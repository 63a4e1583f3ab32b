import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import type { Locale } from '../../languages/locales.ts'

export type PersonNames = { givenName: string; familyName: string; email: string; language: Locale }

/** Who signs in with an address; registrations under the same address are other rows, and have no account. */
export function accountOf(tx: Tx, email: string) {
  return tx
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name', 'email', 'language'])
    .where('has_account', '=', true)
    .where('erased_at', 'is', null)
    .where('email_folded', '=', sql<string>`lower(btrim(${email}))`)
    .executeTakeFirst()
}

/**
 * The person of an address, made with an account if there is none. A known person keeps their own name and language.
 * Needs a job: nobody else may look an address up. Two at once agree on one person.
 */
export async function accountFor(
  tx: Tx,
  names: PersonNames,
): Promise<{ id: string; isNew: boolean; language: string }> {
  const known = await accountOf(tx, names.email)
  if (known) return { id: known.id, isNew: false, language: known.language }
  const made = await tx
    .insertInto('person')
    .values({
      given_name: names.givenName,
      family_name: names.familyName,
      email: names.email.trim(),
      language: names.language,
      has_account: true,
    })
    // Without saying which: with its condition as a parameter, PostgreSQL cannot tell the index once the statement is prepared.
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'language'])
    .executeTakeFirst()
  if (made) return { ...made, isNew: true }
  const other = await accountOf(tx, names.email)
  if (!other) throw new Error('the person of an address is neither there nor made')
  return { id: other.id, isNew: false, language: other.language }
}

export const fullName = (row: { given_name: string | null; family_name: string | null }) =>
  [row.given_name, row.family_name].filter(Boolean).join(' ')

export const personsOnAPage = 50

/**
 * Persons whose name or address contains some words, in any order of given and family name, accents aside.
 * The actor sees whom they may see; the erased are not listed.
 */
export async function findPersons(tx: Tx, wanted: string, page: number) {
  const matching = wanted.split(/\s+/).filter(word => word !== '')
  let query = tx.selectFrom('person').where('erased_at', 'is', null)
  for (const word of matching) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<boolean>`unaccent(concat_ws(' ', given_name, family_name, email)) ilike unaccent(${pattern})`,
    )
  }
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['id', 'given_name', 'family_name', 'email', 'has_account', 'created_at'])
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('id')
    .limit(personsOnAPage)
    .offset((page - 1) * personsOnAPage)
    .execute()
  return { rows, total }
}
