import type { Tx } from '#ground/database/actor.ts'
import type { Tables } from '#ground/database/tables.ts'
import { readIdentifiers, writeIdentifiers } from '#ground/people/rules/identifiers.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { formRow, writeFormRow } from '../../store/form-row.ts'
import { circleOf, orNull, textFields, writeTextFields } from '../../store/form-texts.ts'
import { underThoseThatStand } from './standing.ts'

/** @param lock holds others off until this transaction is over */
export async function readActorFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'organisation', at, { lock })
  if (!row?.remembered || row.merged_into_id !== null) return null
  const fields = {
    ...(await textFields(tx, row.id, ['name'])),
    shortName: row.short_name ?? '',
    kind: row.kind,
    country: row.country ?? '',
    website: row.website ?? '',
    parent: row.parent_id ?? '',
    successor: row.successor_id ?? '',
    during: row.during ?? '',
    visibility: String(row.visibility),
    identifiers: writeIdentifiers(await identifiersOf(tx, row.id)),
  }
  return underThoseThatStand(tx, fields, ['parent', 'successor'])
}

const identifiersOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('identifier')
    .select(['id', 'scheme', 'value'])
    .where('record_id', '=', id)
    .where('record_table', '=', 'organisation')
    .execute()

/** @returns the id */
export async function writeActorFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
  const values = {
    visibility: circleOf(fields),
    short_name: orNull(fields.shortName),
    kind: fields.kind as Tables['organisation']['kind'],
    country: orNull(fields.country),
    website: orNull(fields.website),
    parent_id: orNull(fields.parent),
    successor_id: orNull(fields.successor),
    during: orNull(fields.during),
  }
  const whenNew = { space_id: space, key: null, territory_id: null, remembered: true }
  const written = await writeFormRow(tx, 'organisation', id, values, whenNew)
  await writeTextFields(tx, 'organisation', written, ['name'], fields)
  await writeIdentifiersOf(tx, written, fields.identifiers ?? '')
  return written
}

async function writeIdentifiersOf(tx: Tx, id: string, typed: string): Promise<void> {
  const read = readIdentifiers(typed)
  const wanted = 'identifiers' in read ? read.identifiers : []
  const there = await identifiersOf(tx, id)
  const same = (a: { scheme: string; value: string }) => (b: { scheme: string; value: string }) =>
    a.scheme === b.scheme && a.value === b.value
  const gone = there.filter(row => !wanted.some(same(row))).map(row => row.id)
  const added = wanted.filter(one => !there.some(same(one)))
  if (gone.length > 0) await tx.deleteFrom('identifier').where('id', 'in', gone).execute()
  if (added.length > 0) {
    const rows = added.map(one => ({ ...one, record_table: 'organisation' as const, record_id: id }))
    await tx.insertInto('identifier').values(rows).execute()
  }
}

/** Takes organisations that seminars of the space name into its memory. */
export async function remember(tx: Tx, space: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await tx
    .updateTable('organisation')
    .set({ remembered: true })
    .where('space_id', '=', space)
    .where('remembered', '=', false)
    .where('id', 'in', [...ids])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function removeActorRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('organisation').where('id', '=', id).execute()
}

/** Whether the organisation stands under itself: what `parent_id` must never come to. */
export async function isUnder(tx: Tx, id: string, parent: string): Promise<boolean> {
  let above: string | null = parent
  for (const seen = new Set<string>(); above !== null && !seen.has(above); ) {
    if (above === id) return true
    seen.add(above)
    const row: { parent_id: string | null } | undefined = await tx
      .selectFrom('organisation')
      .select('parent_id')
      .where('id', '=', above)
      .executeTakeFirst()
    above = row?.parent_id ?? null
  }
  return false
}
