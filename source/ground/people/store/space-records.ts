import { randomUUID } from 'node:crypto'
import type { Tx } from '../../database/actor.ts'
import type { Tables, Visibility } from '../../database/tables.ts'
import { isLocale, type Locale, locales } from '../../languages/locales.ts'
import { textsOf, writeTexts } from '../../languages/texts.ts'
import { readIdentifiers, writeIdentifiers } from '../rules/identifiers.ts'
import { regionOf } from '../rules/region.ts'
import { zoneOfPlace, zonesOf } from '../rules/time-zones.ts'
import { installationSpace } from './spaces.ts'

/** A network or a territory as its form shows it: field → text. */
export type SpaceFields = Readonly<Record<string, string>>
export type SpaceFormKind = 'network' | 'territory'
type Government = Tables['territory']['government']

export const visibilities = ['internal', 'network', 'public'] as const

/** @param lock holds others off until this transaction is over: the save that follows reads and writes the same */
export async function readSpaceFields(
  tx: Tx,
  kind: SpaceFormKind,
  id: string,
  lock = false,
): Promise<SpaceFields | null> {
  let query = tx.selectFrom('space').selectAll().where('id', '=', id).where('kind', '=', kind)
  if (lock) query = query.forUpdate()
  const space = await query.executeTakeFirst()
  if (!space) return null
  const name = (await textsOf(tx, [id])).get(id)?.name
  const fields: Record<string, string> = {
    slug: space.slug,
    visibility: visibilities[space.visibility],
    source: name?.source ?? '',
    ...Object.fromEntries(locales.map(locale => [`name-${locale}`, name?.bodies[locale]?.body ?? ''])),
  }
  if (kind === 'network')
    return { ...fields, timeZone: zoneOfPlace(space.time_zone, null), fictitious: space.fictitious ? 'yes' : 'no' }
  const territory = await tx.selectFrom('territory').selectAll().where('id', '=', id).executeTakeFirst()
  const identifiers = await tx
    .selectFrom('identifier')
    .select(['scheme', 'value'])
    .where('record_id', '=', id)
    .where('record_table', '=', 'territory')
    .execute()
  return {
    ...fields,
    country: territory?.country ?? '',
    // Where nobody has said it and the country has several, it is asked.
    timeZone: space.time_zone ?? onlyZone(territory?.country ?? ''),
    government: territory?.government ?? '',
    fictitious: territory?.fictitious ? 'yes' : 'no',
    identifiers: writeIdentifiers(identifiers),
  }
}

const onlyZone = (country: string) => {
  const zones = zonesOf(country)
  return zones.length === 1 ? (zones[0] ?? '') : ''
}

const visibilityOf = (fields: SpaceFields) => visibilities.indexOf(fields.visibility as 'public') as Visibility

const columnsOf = (kind: SpaceFormKind, fields: SpaceFields) => ({
  slug: fields.slug ?? '',
  visibility: visibilityOf(fields),
  time_zone: fields.timeZone || null,
  // A territory says it in its own line.
  fictitious: kind === 'network' && fields.fictitious === 'yes',
})

/** @returns the id; made here, because a new row is readable only after its maker's spaces were worked out again */
export async function addSpace(tx: Tx, kind: SpaceFormKind, fields: SpaceFields): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('space')
    .values({ id, kind, parent_id: installationSpace, ...columnsOf(kind, fields) })
    .execute()
  return id
}

export async function changeSpace(tx: Tx, kind: SpaceFormKind, id: string, fields: SpaceFields): Promise<void> {
  await tx.updateTable('space').set(columnsOf(kind, fields)).where('id', '=', id).execute()
}

/** The rest of a space that is there: its names and, for a territory, what it is. */
export async function writeSpaceRecord(tx: Tx, kind: SpaceFormKind, id: string, fields: SpaceFields): Promise<void> {
  const source: Locale = isLocale(fields.source) ? fields.source : 'fr'
  const bodies = Object.fromEntries(locales.map(locale => [locale, (fields[`name-${locale}`] ?? '').trim()]))
  await writeTexts(tx, [{ table: 'space', id, field: 'name', source, bodies, only: true }])
  if (kind === 'network') return
  const values = {
    country: fields.country ?? '',
    region: regionOf(fields.country ?? ''),
    government: fields.government as Government,
    fictitious: fields.fictitious === 'yes',
    visibility: visibilityOf(fields),
  }
  const known = await tx.updateTable('territory').set(values).where('id', '=', id).executeTakeFirst()
  if (known.numUpdatedRows === 0n)
    await tx
      .insertInto('territory')
      .values({ id, ...values })
      .execute()
  await writeIdentifiersOf(tx, id, fields.identifiers ?? '')
}

async function writeIdentifiersOf(tx: Tx, id: string, typed: string): Promise<void> {
  const read = readIdentifiers(typed)
  const wanted = 'identifiers' in read ? read.identifiers : []
  const there = await tx
    .selectFrom('identifier')
    .select(['id', 'scheme', 'value'])
    .where('record_id', '=', id)
    .where('record_table', '=', 'territory')
    .execute()
  const same = (a: { scheme: string; value: string }) => (b: { scheme: string; value: string }) =>
    a.scheme === b.scheme && a.value === b.value
  const gone = there.filter(row => !wanted.some(same(row)))
  const added = wanted.filter(one => !there.some(same(one)))
  if (gone.length > 0) {
    const ids = gone.map(row => row.id)
    await tx.deleteFrom('identifier').where('id', 'in', ids).execute()
  }
  if (added.length > 0) {
    const rows = added.map(one => ({ ...one, record_table: 'territory' as const, record_id: id }))
    await tx.insertInto('identifier').values(rows).execute()
  }
}
