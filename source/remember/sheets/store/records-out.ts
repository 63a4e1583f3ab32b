import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { SheetKind } from '../rules/kinds.ts'
import '../../store/tables.ts'

type Row = { id: string } & Record<string, string | null>

/**
 * The records of each kind without their texts, told in the fields of a sheet, as far as the actor may see them and, in a read of
 * the past, as they were known then. One or two reads each.
 */
export const readers: Record<SheetKind, (tx: Tx, space: string) => Promise<Row[]>> = {
  actors: async (tx, space) => {
    const { rows } = await sql<Row>`
      select o.id, o.kind, o.short_name as "shortName", o.country, o.website, o.during, o.visibility::text as visibility,
        o.parent_id::text as parent,
        (select string_agg(lower(i.scheme) || ':' || i.value, chr(10) order by lower(i.scheme) || ':' || i.value)
         from identifier i where i.record_id = o.id) as identifiers
      from organisation o where o.space_id = ${space} and o.remembered and o.merged_into_id is null
      order by o.id`.execute(tx)
    return rows
  },
  contacts: async (tx, space) => {
    const { rows } = await sql<Row>`
      select c.id, n.given_name as given, n.family_name as family, c.organisation_id::text as organisation,
        array_to_string(c.languages, ' ') as languages, c.during,
        case when c.public_office then 'yes' else 'no' end as "publicOffice", c.visibility::text as visibility
      from contact c join perenne.contact_names(${space}) n on n.contact_id = c.id
      where c.space_id = ${space} order by c.id`.execute(tx)
    const addresses = await addressesOf(tx, space)
    return rows.map(row => ({ ...row, ...addresses.get(row.id) }))
  },
  relationships: async (tx, space) => {
    const { rows } = await sql<Row>`
      select r.id, r.kind, r.during, r.visibility::text as visibility,
        (select string_agg(distinct p.organisation_id::text, ' ') from relationship_party p
         where p.relationship_id = r.id and p.role in ('partner', 'network')) as partners,
        (select string_agg(distinct p.organisation_id::text, ' ') from relationship_party p
         where p.relationship_id = r.id and p.role not in ('partner', 'network')) as "otherParties",
        (select string_agg(distinct s.organisation_id::text, ' ') from responsibility s
         where s.relationship_id = r.id and s.role = 'leads') as leads
      from relationship r where r.space_id = ${space} order by r.id`.execute(tx)
    return rows
  },
  journal: async (tx, space) => {
    const { rows } = await sql<Row>`
      select i.id, i.during, i.kind, i.title, i.place, i.body, i.language, i.visibility::text as visibility,
        (select string_agg(distinct a.about_id::text, ' ') from about a
         where a.record_id = i.id and a.about_table = 'relationship') as relationship,
        (select string_agg(distinct p.organisation_id::text, ' ') from interaction_participant p where p.interaction_id = i.id) as organisations,
        (select string_agg(distinct p.contact_id::text, ' ') from interaction_participant p where p.interaction_id = i.id) as people
      from interaction i where i.space_id = ${space} order by i.reach, i.id`.execute(tx)
    return rows
  },
  projects: async (tx, space) => {
    const { rows } = await sql<Row>`
      select a.id, a.identifier, a.status, coalesce(a.planned_start_as_known, a.planned_start::text) as "plannedStart",
        coalesce(a.actual_start_as_known, a.actual_start::text) as "actualStart",
        coalesce(a.planned_end_as_known, a.planned_end::text) as "plannedEnd",
        coalesce(a.actual_end_as_known, a.actual_end::text) as "actualEnd", a.relationship_id::text as relationship,
        a.visibility::text as visibility,
        (select string_agg(distinct p.organisation_id::text, ' ') from activity_party p
         where p.activity_id = a.id and p.role = '4') as partners,
        (select p.country from activity_place p where p.activity_id = a.id and p.country is not null order by p.id limit 1) as country,
        m.value::text as budget, m.currency
      from activity a
      left join lateral (
        select v.value, v.currency from activity_money v
        where v.activity_id = a.id and v.kind = 'budget' order by v.value_date, v.id limit 1) m on true
      where a.space_id = ${space} order by a.id`.execute(tx)
    return rows
  },
  commitments: async (tx, space) => {
    const { rows } = await sql<Row>`
      select c.id, c.what, c.owed_by as "owedBy", c.relationship_id::text as relationship,
        c.organisation_id::text as organisation, c.contact_id::text as person, c.due::text as due,
        coalesce(c.outcome, 'open') as outcome, c.settled_on::text as "settledOn", c.outcome_reason as "outcomeReason",
        c.language, c.visibility::text as visibility
      from commitment c where c.space_id = ${space} order by c.due nulls last, c.id`.execute(tx)
    return rows
  },
  fees: async (tx, space) => {
    const { rows } = await sql<Row>`
      select f.id, f.relationship_id::text as relationship, f.year::text as year, f.amount::text as amount, f.currency,
        f.due::text as due, f.paid_on::text as "paidOn", f.visibility::text as visibility
      from fee f where f.space_id = ${space} order by f.relationship_id, f.year, f.id`.execute(tx)
    return rows
  },
  seats: async (tx, space) => {
    const { rows } = await sql<Row>`
      select s.id, s.relationship_id::text as relationship, s.held_by as "heldBy", s.contact_id::text as person, s.during,
        s.visibility::text as visibility
      from network_seat s where s.space_id = ${space} order by s.relationship_id, s.reach, s.id`.execute(tx)
    return rows
  },
  posts: async (tx, space) => {
    const { rows } = await sql<Row>`
      select p.id, p.organisation_id::text as organisation, p.nature, p.seats::text as seats, p.during,
        p.visibility::text as visibility
      from post p where p.space_id = ${space} order by p.id`.execute(tx)
    return rows
  },
  terms: async (tx, space) => {
    const { rows } = await sql<Row>`
      select t.id, t.organisation_id::text as organisation, t.during, t.elected_on::text as "electedOn",
        t.visibility::text as visibility
      from term t where t.space_id = ${space} order by t.reach, t.id`.execute(tx)
    return rows
  },
  appointments: async (tx, space) => {
    const { rows } = await sql<Row>`
      select a.id, a.post_id::text as post, a.contact_id::text as person, a.term_id::text as term, a.during,
        case when a.acting then 'yes' else 'no' end as acting, case when a.carried_over then 'yes' else 'no' end as "carriedOver",
        a.visibility::text as visibility
      from appointment a where a.space_id = ${space} order by a.post_id, a.reach, a.id`.execute(tx)
    return rows
  },
  decisions: async (tx, space) => {
    const { rows } = await sql<Row>`
      select d.id, d.number, d.decided_on::text as "decidedOn", d.body_name as "bodyName", d.body_siret as "bodySiret",
        d.subject_code as "subjectCode", d.subject_name as "subjectName", d.budget_year::text as "budgetYear",
        d.budget_name as "budgetName", d.prefecture_id as "prefectureId", d.prefecture_on::text as "prefectureOn",
        d.voters::text as voters, d.voted::text as voted, d.votes_for::text as "votesFor",
        d.votes_against::text as "votesAgainst", d.abstentions::text as abstentions, d.url,
        d.visibility::text as visibility,
        (select string_agg(distinct a.about_id::text, ' ') from about a
         where a.record_id = d.id and a.about_table = 'relationship') as relationship
      from decision d where d.space_id = ${space} order by d.decided_on, d.number, d.id`.execute(tx)
    return rows
  },
}

/** Addresses and telephones are read by those inside alone: who reads in public has no right to the table at all. */
async function addressesOf(
  tx: Tx,
  space: string,
): Promise<Map<string, { email: string | null; telephone: string | null }>> {
  const may = await sql<{ may: boolean }>`select has_table_privilege('perenne.person', 'select') as may`.execute(tx)
  if (!may.rows[0]?.may) return new Map()
  const { rows } = await sql<{ id: string; email: string | null; telephone: string | null }>`
    select c.id, p.email, p.telephone from contact c join perenne.person p on p.id = c.person_id
    where c.space_id = ${space}`.execute(tx)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
