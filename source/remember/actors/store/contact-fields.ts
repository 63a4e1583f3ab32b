import type { Tx } from '#ground/database/actor.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { writeFormRow } from '../../store/form-row.ts'
import { circleOf, orNull, textFields, writeTextFields, yes } from '../../store/form-texts.ts'
import { writeContactPerson } from './contacts.ts'
import { underThoseThatStand } from './standing.ts'

export async function readContactFields(tx: Tx, { space, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
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
  const fields = {
    ...(await textFields(tx, id, ['role'])),
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
  return underThoseThatStand(tx, fields, ['organisation'])
}

export async function writeContactFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
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
  const written = await writeFormRow(tx, 'contact', id, values, { space_id: space, person_id: person })
  await writeTextFields(tx, 'contact', written, ['role'], fields)
  return written
}
