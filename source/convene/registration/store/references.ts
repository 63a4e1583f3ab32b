import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { Region } from '#ground/people/rules/region.ts'

export type ApprovedOrganisation = {
  id: string
  name: MultilingualText | undefined
  country: string | null
  territoryId: string | null
}
export type ApprovedTerritory = { id: string; region: Region; country: string }

/**
 * Organisations and territories that people may name by reference: the public ones, which organisers have approved, of
 * the seminar or of its network; territories of anywhere.
 */
export async function approvedReferences(
  tx: Tx,
  seminarId: string,
  wanted: { organisations: readonly string[]; territories: readonly string[] },
): Promise<{ organisations: Map<string, ApprovedOrganisation>; territories: Map<string, ApprovedTerritory> }> {
  const organisations =
    wanted.organisations.length === 0
      ? []
      : await tx
          .selectFrom('organisation')
          .select(['id', 'country', 'territory_id as territoryId'])
          .where('id', 'in', [...wanted.organisations])
          .where('visibility', '=', 2)
          .where(({ eb, selectFrom }) =>
            eb.or([
              eb('space_id', '=', seminarId),
              eb('space_id', '=', selectFrom('seminar').select('network_id').where('id', '=', seminarId)),
            ]),
          )
          .execute()
  const ids = [...wanted.territories, ...organisations.flatMap(({ territoryId }) => territoryId ?? [])]
  const territories =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('territory')
          .select(['id', 'region', 'country'])
          .where('id', 'in', ids)
          .where('visibility', '=', 2)
          .execute()
  const texts = await textsOf(
    tx,
    organisations.map(({ id }) => id),
  )
  return {
    organisations: new Map(organisations.map(row => [row.id, { ...row, name: texts.get(row.id)?.name }])),
    territories: new Map(territories.map(row => [row.id, row])),
  }
}

export const localeOf = (language: string): Locale => (isLocale(language) ? language : 'en')
