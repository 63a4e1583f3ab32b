import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Tables } from '#ground/database/tables.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import './tables.ts'

/** One of a list to choose from: a record and what it is called. */
export type Named = { id: string; name: string }
export type OrganisationKind = Tables['organisation']['kind']
export type NamedActor = Named & { kind: OrganisationKind }

/** The actors that a memory knows, by name; those found to be the same as another one are left out. */
export async function actorsToChoose(tx: Tx, space: string, locale: Locale): Promise<NamedActor[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'kind', 'short_name'])
    .where('space_id', '=', space)
    .where('remembered', '=', true)
    .where('merged_into_id', 'is', null)
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows
    .map(row => ({
      id: row.id,
      kind: row.kind,
      name: wordsOf(texts.get(row.id)?.name, locale) || row.short_name || row.id,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/** The contacts of a memory whose names the actor may read, by name. */
export async function contactsToChoose(tx: Tx, space: string, locale: Locale): Promise<Named[]> {
  const { rows } = await sql<{ id: string; given: string | null; family: string | null }>`
    select contact_id as id, given_name as given, family_name as family from perenne.contact_names(${space})`.execute(
    tx,
  )
  return rows
    .map(row => ({ id: row.id, name: [row.given, row.family].filter(Boolean).join(' ') }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/** An actor of which nothing but the name is known yet; one that has this name already, in any language, is taken instead. */
export async function actorNamed(
  tx: Tx,
  space: string,
  name: string,
  { source, kind }: { source: Locale; kind: OrganisationKind },
): Promise<string> {
  const known = await tx
    .selectFrom('organisation')
    .innerJoin('translation', join =>
      join
        .onRef('translation.record_id', '=', 'organisation.id')
        .on('translation.record_table', '=', 'organisation')
        .on('translation.field', '=', 'name'),
    )
    .select('organisation.id')
    .where('organisation.space_id', '=', space)
    .where('organisation.remembered', '=', true)
    .where('organisation.merged_into_id', 'is', null)
    .where('translation.language', 'in', [...locales])
    .where(sql<string>`lower(translation.body)`, '=', name.toLowerCase())
    .executeTakeFirst()
  if (known) return known.id
  const { id } = await tx
    .insertInto('organisation')
    .values({
      space_id: space,
      visibility: 0,
      key: null,
      short_name: null,
      kind,
      country: null,
      territory_id: null,
      website: null,
      remembered: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeTexts(tx, [{ table: 'organisation', id, field: 'name', source, bodies: { [source]: name } }])
  return id
}
