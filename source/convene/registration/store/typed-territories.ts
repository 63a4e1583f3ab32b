import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { Region } from '#ground/people/rules/region.ts'
import { foldOrganisation } from '../rules/fold.ts'
import { aliveStates } from './find-earlier.ts'
import '#convene/store/tables.ts'

/** A territory that registrants have typed and that we do not know. */
export type TypedTerritory = {
  /** The folded name: one for all the ways it was written. */
  key: string
  /** As it was written, the most frequent way first. */
  names: string[]
  /** Living registrations under it. */
  people: number
  /** The countries that were given, the most frequent first. */
  countries: string[]
}

/**
 * The territories that living registrations of a seminar name and that are none we know, the most frequent first. One
 * query; names are folded here, by the rule that folds typed organisations. The actor must see the people of the seminar.
 */
export async function typedTerritories(tx: Tx, seminarId: string): Promise<TypedTerritory[]> {
  const rows = await tx
    .selectFrom('registration')
    .select(['territory_name as name', 'country', sql<number>`count(*)::int`.as('people')])
    .where('seminar_id', '=', seminarId)
    .where('territory_id', 'is', null)
    .where('territory_name', 'is not', null)
    .where('state', 'in', [...aliveStates])
    .groupBy(['territory_name', 'country'])
    .orderBy('people', 'desc')
    .orderBy('territory_name')
    .orderBy('country')
    .execute()
  const found = new Map<string, TypedTerritory>()
  for (const { name, country, people } of rows) {
    const key = foldOrganisation(name ?? '')
    if (name === null || key === '') continue
    const one = found.get(key) ?? { key, names: [], people: 0, countries: [] }
    one.people += people
    if (!one.names.includes(name)) one.names.push(name)
    if (!one.countries.includes(country)) one.countries.push(country)
    found.set(key, one)
  }
  return [...found.values()].sort((one, other) => other.people - one.people || (one.key < other.key ? -1 : 1))
}

/** The living registrations of a seminar that typed this territory, by its folded name. */
export async function registrationsUnder(tx: Tx, seminarId: string, key: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('registration')
    .select(['id', 'territory_name as name'])
    .where('seminar_id', '=', seminarId)
    .where('territory_id', 'is', null)
    .where('territory_name', 'is not', null)
    .where('state', 'in', [...aliveStates])
    .execute()
  return rows.flatMap(({ id, name }) => (foldOrganisation(name ?? '') === key ? [id] : []))
}

export type KnownTerritory = { id: string; region: Region; country: string; name: MultilingualText | undefined }

/** A territory that people may name: a public one that has no successor; null for any other. */
export async function knownTerritory(tx: Tx, id: string): Promise<KnownTerritory | null> {
  const row = await tx
    .selectFrom('territory')
    .select(['id', 'region', 'country'])
    .where('id', '=', id)
    .where('visibility', '=', 2)
    .where('successor_id', 'is', null)
    .executeTakeFirst()
  return row ? { ...row, name: (await textsOf(tx, [id])).get(id)?.name } : null
}

/** Says of some registrations which territory they meant; what they typed goes, and their region is the territory's. */
export async function giveTerritory(
  tx: Tx,
  ids: readonly string[],
  { id, region }: Pick<KnownTerritory, 'id' | 'region'>,
  usesReserved: ReadonlyMap<string, boolean>,
): Promise<void> {
  const rows = JSON.stringify(ids.map(one => ({ id: one, reserved: usesReserved.get(one) ?? null })))
  await sql`
    update perenne.registration r set territory_id = ${id}, territory_name = null, region = ${region},
      uses_reserved = coalesce(c.reserved, r.uses_reserved), version = r.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as c(id uuid, reserved boolean) where c.id = r.id`.execute(tx)
}

/** Who some registrations are, by their id; null once the person is erased. */
export async function namesOfRegistrants(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.id', sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('name')])
    .where('r.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
