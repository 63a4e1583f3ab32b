import type { Tx } from '#ground/database/actor.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { formRow, writeFormRow } from '../../store/form-row.ts'
import { circleOf, orNull, textFields, writeTextFields, yes } from '../../store/form-texts.ts'
import { underThoseThatStand } from './standing.ts'

export async function readPostFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'post', at, { lock })
  if (!row) return null
  const fields = {
    ...(await textFields(tx, row.id, ['title'])),
    nature: row.nature,
    seats: String(row.seats),
    organisation: row.organisation_id ?? '',
    during: row.during ?? '',
    visibility: String(row.visibility),
  }
  return underThoseThatStand(tx, fields, ['organisation'])
}

/** @returns its id */
export async function writePostFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
  const values = {
    visibility: circleOf(fields),
    organisation_id: orNull(fields.organisation),
    nature: fields.nature as 'political' | 'technical',
    seats: Number(fields.seats),
    during: orNull(fields.during),
  }
  const written = await writeFormRow(tx, 'post', id, values, { space_id: space })
  await writeTextFields(tx, 'post', written, ['title'], fields)
  return written
}

export async function readTermFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'term', at, { lock })
  if (!row) return null
  const fields = {
    ...(await textFields(tx, row.id, ['name'])),
    organisation: row.organisation_id ?? '',
    during: row.during,
    electedOn: row.elected_on ?? '',
    visibility: String(row.visibility),
  }
  return underThoseThatStand(tx, fields, ['organisation'])
}

/** @returns its id */
export async function writeTermFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
  const values = {
    visibility: circleOf(fields),
    organisation_id: orNull(fields.organisation),
    during: fields.during ?? '',
    elected_on: orNull(fields.electedOn),
  }
  const written = await writeFormRow(tx, 'term', id, values, { space_id: space })
  await writeTextFields(tx, 'term', written, ['name'], fields)
  return written
}

export async function readAppointmentFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'appointment', at, { lock })
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

/** @returns its id */
export async function writeAppointmentFields(tx: Tx, { id }: Place, fields: Fields): Promise<string> {
  const values = {
    contact_id: fields.contact ?? '',
    term_id: orNull(fields.term),
    during: fields.during ?? '',
    acting: fields.acting === 'yes',
    carried_over: fields.carriedOver === 'yes',
    at_most: circleOf(fields),
  }
  return writeFormRow(tx, 'appointment', id, values, { post_id: fields.post ?? '' })
}
