import type { Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import { wordsTyped } from '../../rules/forms.ts'
import type { Fields } from '../../rules/typed.ts'
import '../../store/tables.ts'
import type { PartyRole } from '../rules/standing.ts'
import type { Place } from './relationship-fields.ts'

const orNull = (value: string | undefined) => (value ? value : null)
const atMostOf = (fields: Fields) => Number(fields.atMost ?? '2') as 0 | 1 | 2

/** Whether a relationship is of this memory, and to be seen. */
export async function isRelationshipOf(tx: Tx, space: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('relationship')
    .select('id')
    .where('id', '=', id)
    .where('space_id', '=', space)
    .executeTakeFirst()
  return row !== undefined
}

export async function readPartyFields(tx: Tx, { space, parent, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
  let query = tx
    .selectFrom('relationship_party')
    .selectAll()
    .where('id', '=', id)
    .where('relationship_id', '=', parent ?? '')
    .where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  return {
    organisation: row.organisation_id,
    role: row.role,
    during: row.during ?? '',
    atMost: String(row.at_most),
  }
}

/** @returns its id */
export async function writePartyFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    organisation_id: fields.organisation ?? '',
    role: fields.role as PartyRole,
    during: orNull(fields.during),
    at_most: atMostOf(fields),
  }
  if (id !== null) {
    await tx.updateTable('relationship_party').set(values).where('id', '=', id).execute()
    return id
  }
  const made = await tx
    .insertInto('relationship_party')
    .values({ ...values, relationship_id: parent ?? '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

export async function readFeeFields(tx: Tx, { space, parent, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
  let query = tx
    .selectFrom('fee')
    .selectAll()
    .where('id', '=', id)
    .where('relationship_id', '=', parent ?? '')
    .where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
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
  if (id !== null) {
    await tx.updateTable('fee').set(values).where('id', '=', id).execute()
    return id
  }
  const made = await tx
    .insertInto('fee')
    .values({ ...values, relationship_id: parent ?? '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

export async function readSeatFields(tx: Tx, { space, parent, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
  let query = tx
    .selectFrom('network_seat')
    .selectAll()
    .where('id', '=', id)
    .where('relationship_id', '=', parent ?? '')
    .where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const body = (await textsOf(tx, [id])).get(id)?.body
  return {
    source: body?.source ?? '',
    ...Object.fromEntries(locales.map(locale => [`body-${locale}`, body?.bodies[locale]?.body ?? ''])),
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
  const written =
    id === null
      ? await tx
          .insertInto('network_seat')
          .values({ ...values, relationship_id: parent ?? '' })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('network_seat').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  const { source, bodies } = wordsTyped(fields, 'body')
  await writeTexts(tx, [{ table: 'network_seat', id: written.id, field: 'body', source, bodies, only: true }])
  return written.id
}

/** Removes a part of a relationship or an agreement. @returns whether it was there */
export async function removePart(
  tx: Tx,
  table: 'relationship_party' | 'fee' | 'network_seat' | 'agreement_event',
  { space, parent, id }: Place,
): Promise<boolean> {
  const where = { id: id ?? '', space, parent: parent ?? '' }
  const { numDeletedRows } =
    table === 'agreement_event'
      ? await tx
          .deleteFrom(table)
          .where('id', '=', where.id)
          .where('agreement_id', '=', where.parent)
          .where('space_id', '=', where.space)
          .executeTakeFirst()
      : await tx
          .deleteFrom(table)
          .where('id', '=', where.id)
          .where('relationship_id', '=', where.parent)
          .where('space_id', '=', where.space)
          .executeTakeFirst()
  return numDeletedRows > 0n
}
