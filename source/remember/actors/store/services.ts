import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { type Named, nameIn, standing } from './standing.ts'

export const dutyRoles = ['leads', 'contributes', 'is-consulted', 'decides', 'key-actor'] as const
export type DutyRole = (typeof dutyRoles)[number]

export type MapService = { id: string; name: Named | null; kind: string }
export type MapRecord = {
  id: string
  of: 'relationships' | 'projects'
  name: Named | null
  /** Contacts known at its partners. */
  peopleThere: number
}
export type MapDuty = {
  id: string
  role: DutyRole
  service: string
  record: string
  contact: { id: string; given: string | null; family: string | null } | null
}
export type ServicesMap = { services: MapService[]; records: MapRecord[]; duties: MapDuty[] }

/** The actors that were there no more on a day, with the time they existed: id → EDTF. */
export async function actorsEnded(tx: Tx, space: string, day: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; during: string }>`
    select o.id, o.during from organisation o
    where o.space_id = ${space} and o.remembered and upper(edtf_reach(o.during)) <= ${day}::date`.execute(tx)
  return new Map(rows.map(({ id, during }) => [id, during]))
}

/**
 * Who does what for what on a day: the services that there are then and whoever else has a responsibility, the relationships and
 * projects that go on (or may), and the responsibilities that tie them. Merged organisations are read through the one that
 * stands for them.
 *
 * @param day YYYY-MM-DD
 */
export async function servicesMap(tx: Tx, space: string, locale: string, day: string): Promise<ServicesMap> {
  const { rows } = await sql<{ map: ServicesMap }>`
    with recursive ${standing(space)},
    record as (
      select r.id, 'relationships' as of, ${nameIn('relationship', 'name', sql`r.id`, locale)} as name, r.reach as reach
      from relationship r where r.space_id = ${space} and edtf_between(r.during, ${day}, ${day}) is not null
      union all
      select a.id, 'projects', ${nameIn('activity', 'title', sql`a.id`, locale)},
        daterange(coalesce(a.actual_start, a.planned_start), null)
      from activity a where a.space_id = ${space} and a.status in ('1', '2', '3', '6')
    ), duty as (
      select d.id, d.role, coalesce(s.stands, d.organisation_id) as service, coalesce(d.relationship_id, d.activity_id) as record,
        case when c.id is not null then jsonb_build_object('id', c.id, 'given', k.given_name, 'family', k.family_name) end as contact
      from responsibility d
      left join same s on s.id = d.organisation_id
      left join contact c on c.id = d.contact_id
      left join contact_names(${space}) k on k.contact_id = d.contact_id
      where d.space_id = ${space} and (d.during is null or edtf_between(d.during, ${day}, ${day}) is not null)
        and coalesce(d.relationship_id, d.activity_id) in (select id from record)
    ), service as (
      select o.id, o.kind, ${nameIn('organisation', 'name', sql`o.id`, locale)} as name
      from organisation o where o.space_id = ${space} and o.merged_into_id is null
        and ((o.remembered and o.kind = 'service' and (o.during is null or edtf_between(o.during, ${day}, ${day}) is not null))
          or o.id in (select service from duty))
    )
    select jsonb_build_object(
      'services', coalesce((select jsonb_agg(to_jsonb(x) order by x.kind <> 'service', fold(coalesce(x.name ->> 'text', '')), x.id) from service x), '[]'),
      'records', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'of', r.of, 'name', r.name, 'peopleThere',
          (select count(distinct c.id) from contact c join same s on s.id = c.organisation_id
           where s.stands in (
             select q.stands from relationship_party p join same q on q.id = p.organisation_id where p.relationship_id = r.id
             union select q.stands from activity_party p join same q on q.id = p.organisation_id where p.activity_id = r.id
             -- A project under a relationship has its partners.
             union select q.stands from activity a join relationship_party p on p.relationship_id = a.relationship_id
               join same q on q.id = p.organisation_id where a.id = r.id)))
        order by r.of desc, lower(r.reach), r.id) from record r), '[]'),
      'duties', coalesce((select jsonb_agg(to_jsonb(x) order by x.id) from duty x
        where x.service in (select id from service)), '[]')
    ) as map`.execute(tx)
  return rows[0]?.map ?? { services: [], records: [], duties: [] }
}
