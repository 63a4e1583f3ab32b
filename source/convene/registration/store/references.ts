import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { Region } from '#ground/people/rules/region.ts'
import { foldOrganisation } from '../rules/fold.ts'

export type ApprovedOrganisation = {
  id: string
  name: MultilingualText | undefined
  country: string | null
  territoryId: string | null
}
export type ApprovedTerritory = { id: string; region: Region; country: string }

export type References = {
  organisations: ReadonlyMap<string, ApprovedOrganisation>
  /** Key of a typed name (`foldOrganisation`) → the organisations that go by it, in any language or for short. */
  named: ReadonlyMap<string, readonly ApprovedOrganisation[]>
  territories: ReadonlyMap<string, ApprovedTerritory>
}

/**
 * Organisations and territories that people may name by reference: the public ones, which organisers have approved, of
 * the seminar or of its network; territories of anywhere. Organisations are also found by a name that was only typed.
 *
 * @param wanted.organisations what each person said: an id, if they chose one, and a name
 */
export async function approvedReferences(
  tx: Tx,
  seminarId: string,
  wanted: {
    organisations: readonly { organisationId?: string | null | undefined; organisation: string }[]
    territories: readonly string[]
  },
): Promise<References> {
  const ids = [...new Set(wanted.organisations.flatMap(({ organisationId }) => organisationId ?? []))]
  const byId = ids.length === 0 ? [] : await approved(tx, seminarId, ids)
  const known = new Set(byId.map(({ id }) => id))
  // Who names an organisation that is none is taken at their word, as who names none.
  const typed = wanted.organisations.filter(one => !one.organisationId || !known.has(one.organisationId))
  const keys = await byName(tx, seminarId, new Set(typed.map(({ organisation }) => foldOrganisation(organisation))))
  const further = [...new Set([...keys.values()].flat())].filter(id => !known.has(id))
  const organisations = [...byId, ...(further.length === 0 ? [] : await approved(tx, seminarId, further))]
  const places = [...new Set([...wanted.territories, ...organisations.flatMap(({ territoryId }) => territoryId ?? [])])]
  const territories =
    places.length === 0
      ? []
      : await tx
          .selectFrom('territory')
          .select(['id', 'region', 'country'])
          .where('id', 'in', places)
          .where('visibility', '=', 2)
          .execute()
  const texts = await textsOf(
    tx,
    organisations.map(({ id }) => id),
  )
  const found = new Map(organisations.map(row => [row.id, { ...row, name: texts.get(row.id)?.name }]))
  return {
    organisations: found,
    named: new Map([...keys].map(([key, of]) => [key, of.flatMap(id => found.get(id) ?? [])])),
    territories: new Map(territories.map(row => [row.id, row])),
  }
}

const approved = (tx: Tx, seminarId: string, ids: readonly string[]) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'country', 'territory_id as territoryId'])
    .where('id', 'in', [...ids])
    .where('visibility', '=', 2)
    .where(({ eb, selectFrom }) =>
      eb.or([
        eb('space_id', '=', seminarId),
        eb('space_id', '=', selectFrom('seminar').select('network_id').where('id', '=', seminarId)),
      ]),
    )
    .execute()

/** Which approved organisations go by these keys. Their names are folded here, by the rule that folds typed ones. */
async function byName(tx: Tx, seminarId: string, keys: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (keys.size === 0) return found
  const { rows } = await sql<{ id: string; name: string }>`
    with candidate as (
      select o.id, o.short_name from perenne.organisation o
      where o.visibility = 2
        and o.space_id in (${seminarId}, (select network_id from perenne.seminar where id = ${seminarId}))
    )
    select c.id, t.body as name from candidate c
    join perenne.translation t on t.record_id = c.id and t.record_table = 'organisation' and t.field = 'name'
    union
    select c.id, c.short_name from candidate c where c.short_name is not null`.execute(tx)
  for (const { id, name } of rows) {
    const key = foldOrganisation(name)
    if (!keys.has(key)) continue
    const there = found.get(key) ?? []
    if (!there.includes(id)) found.set(key, [...there, id])
  }
  return found
}

export const localeOf = (language: string): Locale => (isLocale(language) ? language : 'en')
