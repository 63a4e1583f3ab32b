import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { type Named, nameIn, standing, standsFor } from './standing.ts'

export type ActorLine = {
  id: string
  name: Named | null
  shortName: string | null
  kind: string
  country: string | null
  relationships: number
  contacts: number
}
export type ActorWish = { kind: string; country: string; words: string; page: number }

export const actorsOnAPage = 50

/**
 * The actors of a memory, by name. Those that were found to be the same are one line, found by the words of each of them.
 * What is counted is what the reader may see.
 */
export async function listActors(
  tx: Tx,
  space: string,
  locale: string,
  wish: ActorWish,
): Promise<{ rows: ActorLine[]; total: number }> {
  const words = `%${wish.words.trim().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ActorLine & { total: number }>`
    with recursive ${standing(space)},
    found as (
      select o.id, o.short_name, o.kind, o.country, ${nameIn('organisation', 'name', sql`o.id`, locale)} as name
      from organisation o
      where o.space_id = ${space} and o.remembered and o.merged_into_id is null
        and (${wish.kind} = '' or o.kind = ${wish.kind}) and (${wish.country} = '' or o.country = ${wish.country})
        and (${wish.words.trim()} = '' or o.id in (
          select s.stands from same s join organisation m on m.id = s.id
          where fold(m.short_name) like fold(${words})
            or exists (select from translation t where t.record_id = m.id and t.record_table = 'organisation'
              and t.field = 'name' and fold(t.body) like fold(${words}))
            or exists (select from identifier i where i.record_id = m.id and fold(i.value) like fold(${words}))))
    ), shown as (
      select f.*, count(*) over ()::int as total from found f
      order by fold(coalesce(f.name ->> 'text', f.short_name, '')), f.id
      limit ${actorsOnAPage} offset ${(wish.page - 1) * actorsOnAPage}
    )
    select w.id, w.short_name as "shortName", w.kind, w.country, w.name, w.total,
      (select count(distinct p.relationship_id)::int from relationship_party p join same s on s.id = p.organisation_id
       where s.stands = w.id) as relationships,
      (select count(*)::int from contact c join same s on s.id = c.organisation_id where s.stands = w.id) as contacts
    from shown w order by fold(coalesce(w.name ->> 'text', w.short_name, '')), w.id`.execute(tx)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** The kinds and countries that occur among the actors: what the list may be narrowed to. */
export async function actorChoices(tx: Tx, space: string): Promise<{ kinds: string[]; countries: string[] }> {
  const { rows } = await sql<{ kinds: string[] | null; countries: string[] | null }>`
    select array_agg(distinct o.kind) as kinds, array_agg(distinct o.country) filter (where o.country is not null) as countries
    from organisation o where o.space_id = ${space} and o.remembered and o.merged_into_id is null`.execute(tx)
  return { kinds: rows[0]?.kinds ?? [], countries: rows[0]?.countries ?? [] }
}

/** Organisations that seminars of the same space name and that the memory does not hold yet. */
export async function organisationsToTakeOver(
  tx: Tx,
  space: string,
  locale: string,
): Promise<{ id: string; name: Named | null }[]> {
  const { rows } = await sql<{ id: string; name: Named | null }>`
    select o.id, ${nameIn('organisation', 'name', sql`o.id`, locale)} as name from organisation o
    where o.space_id = ${space} and not o.remembered and o.merged_into_id is null
    order by fold(coalesce(${nameIn('organisation', 'name', sql`o.id`, locale)} ->> 'text', '')), o.id limit 200`.execute(
    tx,
  )
  return rows
}

export type Linked = { id: string; name: Named | null }
export type ActorPage = {
  id: string
  kind: string
  country: string | null
  website: string | null
  shortName: string | null
  during: string | null
  visibility: Visibility
  names: MultilingualText | undefined
  parent: Linked | null
  successor: Linked | null
  predecessors: Linked[]
  /** Those that were merged into it, straight. */
  merged: Linked[]
  below: Linked[]
  identifiers: { scheme: string; value: string }[]
  relationships: (Linked & { kind: string; role: string; during: string })[]
  projects: (Linked & { role: string; status: string })[]
  duties: { id: string; role: string; during: string | null; of: 'relationships' | 'projects'; record: Linked }[]
  contacts: ActorContact[]
}
export type ActorContact = { id: string; given: string | null; family: string | null; role: Named | null }

/** Null when there is none to be seen in this memory; `mergedInto` when another one stands for it. */
export async function readActor(
  tx: Tx,
  space: string,
  id: string,
  locale: string,
): Promise<{ mergedInto: string } | ActorPage | null> {
  const stands = await standsFor(tx, space, id)
  if (stands !== id) return { mergedInto: stands }
  const org = (column: RawBuilder<unknown>) => sql`
    (select jsonb_build_object('id', l.id, 'name', ${nameIn('organisation', 'name', sql`l.id`, locale)})
     from organisation l where l.id = ${column})`
  const orgs = (condition: RawBuilder<unknown>) => sql`
    coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', ${nameIn('organisation', 'name', sql`l.id`, locale)}) order by l.id)
     from organisation l where l.space_id = ${space} and ${condition}), '[]')`
  const { rows } = await sql<Omit<ActorPage, 'names'>>`
    with recursive ${standing(space)}, mine as (select s.id from same s where s.stands = ${id})
    select o.id, o.kind, o.country, o.website, o.short_name as "shortName", o.during, o.visibility,
      ${org(sql`(select s.stands from same s where s.id = o.parent_id)`)} as parent,
      ${org(sql`(select s.stands from same s where s.id = o.successor_id)`)} as successor,
      ${orgs(sql`l.merged_into_id is null and l.successor_id in (select id from mine)`)} as predecessors,
      ${orgs(sql`l.merged_into_id = o.id`)} as merged,
      ${orgs(sql`l.merged_into_id is null and l.parent_id in (select id from mine)`)} as below,
      coalesce((select jsonb_agg(distinct jsonb_build_object('scheme', i.scheme, 'value', i.value))
        from identifier i where i.record_id in (select id from mine)), '[]') as identifiers,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'role', p.role, 'during', coalesce(p.during, r.during),
          'name', ${nameIn('relationship', 'name', sql`r.id`, locale)}) order by lower(r.reach), r.id)
        from relationship_party p join relationship r on r.id = p.relationship_id
        where p.organisation_id in (select id from mine)), '[]') as relationships,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'role', p.role, 'status', a.status,
          'name', ${nameIn('activity', 'title', sql`a.id`, locale)}) order by a.planned_start, a.id)
        from activity_party p join activity a on a.id = p.activity_id
        where p.organisation_id in (select id from mine)), '[]') as projects,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'role', d.role, 'during', d.during,
          'of', case when d.relationship_id is null then 'projects' else 'relationships' end,
          'record', jsonb_build_object('id', coalesce(d.relationship_id, d.activity_id), 'name',
            coalesce(${nameIn('relationship', 'name', sql`d.relationship_id`, locale)}, ${nameIn('activity', 'title', sql`d.activity_id`, locale)})))
          order by d.role, d.id)
        from responsibility d where d.organisation_id in (select id from mine)
          and (exists (select from relationship r where r.id = d.relationship_id)
            or exists (select from activity a where a.id = d.activity_id))), '[]') as duties,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'given', k.given_name, 'family', k.family_name,
          'role', ${nameIn('contact', 'role', sql`c.id`, locale)}) order by k.family_name, k.given_name, c.id)
        from contact c left join contact_names(${space}) k on k.contact_id = c.id
        where c.organisation_id in (select id from mine)), '[]') as contacts
    from organisation o where o.id = ${id} and o.space_id = ${space} and o.remembered`.execute(tx)
  const found = rows[0]
  if (!found) return null
  const names = (await textsOf(tx, [id])).get(id)
  return { ...found, names: names?.name }
}

/** What points to an organisation: why it cannot be removed, in numbers. Zero everywhere: nothing does. */
export async function whatPointsTo(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select (
      (select count(*) from relationship_party where organisation_id = ${id})
      + (select count(*) from activity_party where organisation_id = ${id})
      + (select count(*) from activity_money where provider_id = ${id} or receiver_id = ${id})
      + (select count(*) from interaction_participant where organisation_id = ${id})
      + (select count(*) from responsibility where organisation_id = ${id})
      + (select count(*) from commitment where organisation_id = ${id})
      + (select count(*) from contact where organisation_id = ${id})
      + (select count(*) from post where organisation_id = ${id})
      + (select count(*) from term where organisation_id = ${id})
      + (select count(*) from organisation where parent_id = ${id} or successor_id = ${id} or merged_into_id = ${id})
    )::int as number`.execute(tx)
  return rows[0]?.number ?? 0
}
