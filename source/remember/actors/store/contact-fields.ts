import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { writeContactPerson } from './contacts.ts'
import { circleOf, type Fields, orNull, textFields, writeTextFields, yes } from './form-texts.ts'

export async function readContactFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  let query = tx
    .selectFrom('contact')
    .innerJoin('person', 'person.id', 'contact.person_id')
    .selectAll('contact')
    .select(['person.given_name', 'person.family_name', 'person.email', 'person.telephone', 'person.language'])
    .where('contact.id', '=', id)
    .where('contact.space_id', '=', space)
  if (lock) query = query.forUpdate('contact')
  const row = await query.executeTakeFirst()
  if (!row) return null
  return {
    ...(await textFields(tx, id, 'role')),
    givenName: row.given_name ?? '',
    familyName: row.family_name ?? '',
    email: row.email ?? '',
    telephone: row.telephone ?? '',
    language: row.language,
    languages: [...row.languages].sort().join(' '),
    organisation: row.organisation_id ?? '',
    during: row.during ?? '',
    publicOffice: yes(row.public_office),
    visibility: String(row.visibility),
  }
}

export async function writeContactFields(tx: Tx, space: string, id: string | null, fields: Fields): Promise<string> {
  const known =
    id === null
      ? null
      : await tx.selectFrom('contact').select('person_id').where('id', '=', id).executeTakeFirstOrThrow()
  const person = await writeContactPerson(tx, space, known?.person_id ?? null, {
    given: orNull(fields.givenName),
    family: orNull(fields.familyName),
    email: orNull(fields.email),
    telephone: orNull(fields.telephone),
    language: fields.language ?? 'fr',
  })
  const values = {
    visibility: circleOf(fields),
    organisation_id: orNull(fields.organisation),
    languages: (fields.languages ?? '').split(' ').filter(Boolean),
    during: orNull(fields.during),
    public_office: fields.publicOffice === 'yes',
  }
  const written =
    id === null
      ? await tx
          .insertInto('contact')
          .values({ ...values, space_id: space, person_id: person })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('contact').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  await writeTextFields(tx, 'contact', written.id, 'role', fields)
  return written.id
}
