import type { Tx } from '#ground/database/actor.ts'
import { underThoseThatStand } from '../../actors/store/standing.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { formRow, removeFormRow, writeFormRow } from '../../store/form-row.ts'
import { atMostOf, orNull, textFields, writeTextFields } from '../../store/form-texts.ts'
import type { PartyRole } from '../rules/standing.ts'

type Part = 'relationship_party' | 'fee' | 'network_seat'

const rowOf = <T extends Part>(tx: Tx, table: T, at: Place, lock: boolean) =>
  formRow(tx, table, at, { lock, above: 'relationship_id' })

/** Removes a part of a relationship. @returns whether it was there */
export const removePart = (tx: Tx, table: Part, at: Place): Promise<boolean> =>
  removeFormRow(tx, table, at, 'relationship_id')

export async function readPartyFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'relationship_party', at, lock)
  if (!row) return null
  const fields = {
    organisation: row.organisation_id,
    role: row.role,
    during: row.during ?? '',
    atMost: String(row.at_most),
  }
  return underThoseThatStand(tx, fields, ['organisation'])
}

/** @returns its id */
export async function writePartyFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    organisation_id: fields.organisation ?? '',
    role: fields.role as PartyRole,
    during: orNull(fields.during),
    at_most: atMostOf(fields),
  }
  return writeFormRow(tx, 'relationship_party', id, values, { relationship_id: parent ?? '' })
}

export async function readFeeFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'fee', at, lock)
  if (!row) return null
  return {
    year: String(row.year),
    amount: row.amount,
    currency: row.currency,
    due: row.due ?? '',
    paidOn: row.paid_on ?? '',
    atMost: String(row.at_most),
  }
}

/** @returns its id */
export async function writeFeeFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    year: Number(fields.year),
    amount: fields.amount ?? '',
    currency: fields.currency ?? '',
    due: orNull(fields.due),
    paid_on: orNull(fields.paidOn),
    at_most: atMostOf(fields),
  }
  return writeFormRow(tx, 'fee', id, values, { relationship_id: parent ?? '' })
}

export async function readSeatFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'network_seat', at, lock)
  if (!row) return null
  return {
    ...(await textFields(tx, row.id, ['body'])),
    heldBy: row.held_by,
    contact: row.contact_id ?? '',
    during: row.during,
    atMost: String(row.at_most),
  }
}

/** @returns its id */
export async function writeSeatFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    held_by: fields.heldBy as 'city' | 'person',
    contact_id: orNull(fields.contact),
    during: fields.during ?? '',
    at_most: atMostOf(fields),
  }
  const written = await writeFormRow(tx, 'network_seat', id, values, { relationship_id: parent ?? '' })
  await writeTextFields(tx, 'network_seat', written, ['body'], fields)
  return written
}
