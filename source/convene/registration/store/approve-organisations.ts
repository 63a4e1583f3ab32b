import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Tables } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { aliveStates } from './find-earlier.ts'
import { recountOrganisations } from './quota-changes.ts'
import '#convene/store/tables.ts'

export type OrganisationKind = Tables['organisation']['kind']

/** A name that registrants have typed and that no approved organisation stands for yet. */
export type TypedOrganisation = {
  /** The folded name: one for all the ways it was written. */
  key: string
  /** As it was written, the most frequent way first. */
  names: readonly string[]
  /** Living registrations under it. */
  people: number
  /** The countries that were given, the most frequent first. */
  countries: readonly string[]
  /** In which language most of them read. */
  language: string
}

const mostListed = 500

/**
 * The names that living registrations of a seminar carry without an approved organisation, the most frequent first; at
 * most 500. The actor must see the people of the seminar.
 */
export async function typedOrganisations(tx: Tx, seminarId: string, key?: string): Promise<TypedOrganisation[]> {
  const { rows } = await sql<TypedOrganisation>`
    with typed as materialized (
      select organisation_key as key, organisation_name as name, country, language from perenne.registration
      where seminar_id = ${seminarId} and organisation_id is null and organisation_key <> ''
        and state = any (${[...aliveStates]}) and (${key ?? null}::text is null or organisation_key = ${key ?? null})
    ), by_key as (
      select key, count(*)::int as people, mode() within group (order by language) as language from typed group by key
    ), by_name as (
      select key, array_agg(name order by n desc, name) as names
      from (select key, name, count(*) as n from typed group by key, name) as names group by key
    ), by_country as (
      select key, array_agg(country order by n desc, country) as countries
      from (select key, country, count(*) as n from typed group by key, country) as countries group by key
    )
    select key, k.people, k.language, n.names, c.countries
    from by_key k join by_name n using (key) join by_country c using (key)
    order by k.people desc, key limit ${mostListed}`.execute(tx)
  return rows
}

export type NewOrganisation = {
  spaceId: string
  name: string
  language: Locale
  kind: OrganisationKind
  country: string | null
}

/** A new approved organisation, public in its space. The actor must hold `edit` there. @returns its id */
export async function addOrganisation(tx: Tx, organisation: NewOrganisation): Promise<string> {
  const { spaceId, name, language, kind, country } = organisation
  const id = randomUUID()
  await tx.insertInto('organisation').values({ id, space_id: spaceId, visibility: 2, kind, country }).execute()
  await writeTexts(tx, [{ table: 'organisation', id, field: 'name', source: language, bodies: { [language]: name } }])
  return id
}

/**
 * Gives every registration of a seminar that carries a typed name to an approved organisation: its id, its name in the
 * registrant's language, and with that the key that a limit for each organisation counts. What decided about their places,
 * country, region and territory, stays as they said it.
 *
 * The caller stands behind the gate of the seminar: the counters of organisations are counted again.
 *
 * @returns how many registrations it were
 */
export async function giveToOrganisation(tx: Tx, seminarId: string, key: string, organisationId: string) {
  const { numAffectedRows } = await sql`
    update perenne.registration r set
      organisation_id = ${organisationId},
      organisation_key = ${organisationId}::uuid::text,
      organisation_name = coalesce((
        select t.body from perenne.translation t
        where t.record_id = ${organisationId} and t.record_table = 'organisation' and t.field = 'name'
          and (t.language = r.language or t.state = 'source')
        order by (t.language = r.language) desc limit 1), r.organisation_name),
      version = r.version + 1
    where r.seminar_id = ${seminarId} and r.organisation_id is null and r.organisation_key = ${key}`.execute(tx)
  await recountOrganisations(tx, seminarId)
  return Number(numAffectedRows ?? 0)
}

/** The network of a seminar; null when the actor sees none. */
export async function networkOf(tx: Tx, seminarId: string): Promise<string | null> {
  const row = await tx.selectFrom('seminar').select('network_id').where('id', '=', seminarId).executeTakeFirst()
  return row?.network_id ?? null
}

/** An approved organisation of a seminar or its network; null when there is none with this id. */
export async function approvedOrganisation(tx: Tx, seminarId: string, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select o.id from perenne.organisation o
    where o.id = ${id} and o.visibility = 2
      and o.space_id in (${seminarId}, (select network_id from perenne.seminar where id = ${seminarId}))`.execute(tx)
  return rows[0]?.id ?? null
}

/** Whether the actor may change what belongs to a space, or is the program. */
export async function mayChange(tx: Tx, spaceId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or ${spaceId}::uuid = any (perenne.spaces('edit')) as may`.execute(tx)
  return rows[0]?.may === true
}
