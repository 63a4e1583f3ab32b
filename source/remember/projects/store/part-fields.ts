import type { Tx } from '#ground/database/actor.ts'
import type { Fields } from '../../rules/typed.ts'
import '../../store/tables.ts'
import type { MoneyKind, PartyRole } from '../rules/codes.ts'
import { circleIn, orNull, type Place } from './place.ts'

type Part = 'activity_party' | 'activity_place' | 'activity_money'

async function rowOf(tx: Tx, table: Part, { space, parent, id }: Place, lock: boolean) {
  if (id === null) return undefined
  const query = tx
    .selectFrom(table)
    .selectAll()
    .where('id', '=', id)
    .where('activity_id', '=', parent ?? '')
    .where('space_id', '=', space)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** Removes a part of a project. @returns whether it was there */
export async function removePart(tx: Tx, table: Part, { space, parent, id }: Place): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom(table)
    .where('id', '=', id ?? '')
    .where('activity_id', '=', parent ?? '')
    .where('space_id', '=', space)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** How a form names the territory or network itself among the organisations. */
export const ourselves = 'own'

export async function readPartyFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'activity_party', at, lock)
  if (!row || !('organisation_id' in row)) return null
  return { role: row.role, organisation: row.organisation_id ?? ourselves }
}

/** @returns its id */
export async function writePartyFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    role: fields.role as PartyRole,
    organisation_id: fields.organisation === ourselves ? null : orNull(fields.organisation),
  }
  const written =
    id === null
      ? await tx
          .insertInto('activity_party')
          .values({ ...values, activity_id: parent ?? '' })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx
          .updateTable('activity_party')
          .set(values)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirstOrThrow()
  return written.id
}

export async function readPlaceFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'activity_place', at, lock)
  if (!row || !('latitude' in row)) return null
  return {
    country: row.country ?? '',
    name: row.name ?? '',
    coordinates: row.latitude === null ? '' : `${shortened(row.latitude)}, ${shortened(row.longitude ?? '')}`,
    percentage: shortened(row.percentage ?? ''),
  }
}

/** Decimal text without the noughts that end it. */
export const shortened = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

/** @returns its id */
export async function writePlaceFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const [latitude, longitude] = (fields.coordinates ?? '').split(', ')
  const values = {
    country: orNull(fields.country),
    name: orNull(fields.name),
    latitude: orNull(latitude),
    longitude: orNull(longitude),
    percentage: orNull(fields.percentage),
  }
  const written =
    id === null
      ? await tx
          .insertInto('activity_place')
          .values({ ...values, activity_id: parent ?? '' })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx
          .updateTable('activity_place')
          .set(values)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirstOrThrow()
  return written.id
}

export async function readMoneyFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'activity_money', at, lock)
  if (!row || !('value_date' in row)) return null
  return {
    kind: row.kind,
    value: row.value,
    currency: row.currency,
    valueDate: row.value_date,
    periodStart: row.period_start ?? '',
    periodEnd: row.period_end ?? '',
    provider: row.provider_id ?? '',
    receiver: row.receiver_id ?? '',
    description: row.description ?? '',
    atMost: String(row.at_most),
  }
}

/** @returns its id */
export async function writeMoneyFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    kind: fields.kind as MoneyKind,
    value: fields.value ?? '',
    currency: fields.currency ?? '',
    value_date: fields.valueDate ?? '',
    period_start: orNull(fields.periodStart),
    period_end: orNull(fields.periodEnd),
    provider_id: orNull(fields.provider),
    receiver_id: orNull(fields.receiver),
    description: orNull(fields.description),
    at_most: circleIn(fields, 'atMost'),
  }
  const written =
    id === null
      ? await tx
          .insertInto('activity_money')
          .values({ ...values, activity_id: parent ?? '' })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx
          .updateTable('activity_money')
          .set(values)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirstOrThrow()
  return written.id
}

/** The currency of the latest amount of a memory; '' where there is none yet. */
export async function usualCurrency(tx: Tx, space: string): Promise<string> {
  const row = await tx
    .selectFrom('activity_money')
    .select('currency')
    .where('space_id', '=', space)
    .orderBy('value_date', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.currency ?? ''
}
