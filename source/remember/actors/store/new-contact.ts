import { sql } from 'kysely'
import { splitName } from '#convene/guests/rules/full-name.ts'
import type { Tx } from '#ground/database/actor.ts'
import { writeContactFields } from './contact-fields.ts'
import { writeContactPerson } from './contacts.ts'

/** Whether a contact of a memory is called so, whatever the capitals and accents. */
export async function isContactNamed(tx: Tx, space: string, name: string): Promise<boolean> {
  const { rows } = await sql`
    select from perenne.contact_names(${space})
    where perenne.fold(concat_ws(' ', given_name, family_name)) = perenne.fold(${name})`.execute(tx)
  return rows.length > 0
}

/**
 * A contact of whom little but the name is known yet, internal: given and family name are told apart as far as the name tells
 * (“Rojas, Carmen”, “Carmen ROJAS”). @returns its id
 */
export async function addContactNamed(
  tx: Tx,
  space: string,
  who: { name: string; language: string; email?: string; organisation?: string | null },
): Promise<string> {
  const name = splitName(who.name) ?? { givenName: '', familyName: who.name.trim() }
  return writeContactFields(
    tx,
    { space, parent: null, id: null },
    {
      givenName: name.givenName.slice(0, 100),
      familyName: name.familyName.slice(0, 100),
      email: who.email ?? '',
      language: who.language,
      organisation: who.organisation ?? '',
      visibility: '0',
    },
  )
}

/** Gives an address to a contact of a memory who has none yet; of whoever has one it stays. */
export async function giveAddress(tx: Tx, space: string, id: string, email: string): Promise<void> {
  const row = await tx
    .selectFrom('contact')
    .innerJoin('person', 'person.id', 'contact.person_id')
    .select(['person.id', 'given_name as given', 'family_name as family', 'telephone', 'language'])
    .where('contact.id', '=', id)
    .where('contact.space_id', '=', space)
    .where('person.email', 'is', null)
    .forUpdate('contact')
    .executeTakeFirst()
  if (!row) return
  const { id: person, ...who } = row
  await writeContactPerson(tx, space, person, { ...who, email })
}
