import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { circleOf, type Fields, orNull, textFields, writeTextFields, yes } from './form-texts.ts'

export async function readPostFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  let query = tx.selectFrom('post').selectAll().where('id', '=', id).where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  return {
    ...(await textFields(tx, id, 'title')),
    nature: row.nature,
    seats: String(row.seats),
    organisation: row.organisation_id ?? '',
    during: row.during ?? '',
    visibility: String(row.visibility),
  }
}

export async function writePostFields(tx: Tx, space: string, id: string | null, fields: Fields): Promise<string> {
  const values = {
    visibility: circleOf(fields),
    organisation_id: orNull(fields.organisation),
    nature: fields.nature as 'political' | 'technical',
    seats: Number(fields.seats),
    during: orNull(fields.during),
  }
  const written =
    id === null
      ? await tx
          .insertInto('post')
          .values({ ...values, space_id: space })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('post').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  await writeTextFields(tx, 'post', written.id, 'title', fields)
  return written.id
}

export async function readTermFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  let query = tx.selectFrom('term').selectAll().where('id', '=', id).where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  return {
    ...(await textFields(tx, id, 'name')),
    organisation: row.organisation_id ?? '',
    during: row.during,
    electedOn: row.elected_on ?? '',
    visibility: String(row.visibility),
  }
}

export async function writeTermFields(tx: Tx, space: string, id: string | null, fields: Fields): Promise<string> {
  const values = {
    visibility: circleOf(fields),
    organisation_id: orNull(fields.organisation),
    during: fields.during ?? '',
    elected_on: orNull(fields.electedOn),
  }
  const written =
    id === null
      ? await tx
          .insertInto('term')
          .values({ ...values, space_id: space })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('term').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  await writeTextFields(tx, 'term', written.id, 'name', fields)
  return written.id
}

export async function readAppointmentFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  let query = tx.selectFrom('appointment').selectAll().where('id', '=', id).where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  return {
    post: row.post_id,
    contact: row.contact_id,
    term: row.term_id ?? '',
    during: row.during,
    acting: yes(row.acting),
    carriedOver: yes(row.carried_over),
    visibility: String(row.at_most),
  }
}

export async function writeAppointmentFields(
  tx: Tx,
  _space: string,
  id: string | null,
  fields: Fields,
): Promise<string> {
  const values = {
    contact_id: fields.contact ?? '',
    term_id: orNull(fields.term),
    during: fields.during ?? '',
    acting: fields.acting === 'yes',
    carried_over: fields.carriedOver === 'yes',
    at_most: circleOf(fields),
  }
  const written =
    id === null
      ? await tx
          .insertInto('appointment')
          .values({ ...values, post_id: fields.post ?? '' })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('appointment').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  return written.id
}
