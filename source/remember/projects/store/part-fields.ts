import type { Tx } from '#ground/database/actor.ts'
import { standsForAll, underThoseThatStand } from '../../actors/store/standing.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { formRow, removeFormRow, writeFormRow } from '../../store/form-row.ts'
import { atMostOf, orNull } from '../../store/form-texts.ts'
import type { MoneyKind, PartyRole } from '../rules/codes.ts'

type Part = 'activity_party' | 'activity_place' | 'activity_money'

const rowOf = <T extends Part>(tx: Tx, table: T, at: Place, lock: boolean) =>
  formRow(tx, table, at, { lock, above: 'activity_id' })

/** Removes a part of a project. @returns whether it was there */
export const removePart = (tx: Tx, table: Part, at: Place): Promise<boolean> =>
  removeFormRow(tx, table, at, 'activity_id')

/** How a form names the territory or network itself among the organisations. */
export const ourselves = 'own'

export async function readPartyFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'activity_party', at, lock)
  if (!row) return null
  const stands = await standsForAll(tx, [row.organisation_id])
  return { role: row.role, organisation: row.organisation_id === null ? ourselves : stands(row.organisation_id) }
}

/** @returns its id */
export async function writePartyFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    role: fields.role as PartyRole,
    organisation_id: fields.organisation === ourselves ? null : orNull(fields.organisation),
  }
  return writeFormRow(tx, 'activity_party', id, values, { activity_id: parent ?? '' })
}

export async function readPlaceFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'activity_place', at, lock)
  if (!row) return null
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
  return writeFormRow(tx, 'activity_place', id, values, { activity_id: parent ?? '' })
}

export async function readMoneyFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await rowOf(tx, 'activity_money', at, lock)
  if (!row) return null
  const fields = {
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
  return underThoseThatStand(tx, fields, ['provider', 'receiver'])
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
    at_most: atMostOf(fields),
  }
  return writeFormRow(tx, 'activity_money', id, values, { activity_id: parent ?? '' })
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
