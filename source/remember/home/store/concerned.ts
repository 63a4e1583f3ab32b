import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { standing } from '../../actors/store/standing.ts'
import '../../store/tables.ts'

/** Whom a record concerns: the relationship it belongs to, and the partner in it or the organisation that it names itself. */
export type Concerned = { relationship: string | null; partner: string | null }

/**
 * Whom records of a memory concern, as far as the actor sees it: agreements, commitments, projects, terms, posts and documents
 * by their relationship or organisation, a relationship by its first partner. One query; what concerns nobody is not in it.
 */
export async function concernedBy(tx: Tx, space: string, ids: readonly string[]): Promise<Map<string, Concerned>> {
  if (ids.length === 0) return new Map()
  const wanted = sql`${sql.val([...new Set(ids)])}::uuid[]`
  const about = (record: string, table: string) =>
    sql`(select b.about_id from about b where b.record_id = ${sql.ref(record)} and b.about_table = ${table}
      order by b.about_id limit 1)`
  const { rows } = await sql<Concerned & { id: string }>`
    with recursive ${standing(space)}, of (id, relationship, organisation) as (
      select a.id, a.relationship_id, null::uuid from agreement a where a.space_id = ${space} and a.id = any (${wanted})
      union all
      select c.id, coalesce(c.relationship_id, ${about('c.interaction_id', 'relationship')}),
        coalesce(c.organisation_id, ${about('c.interaction_id', 'organisation')})
        from commitment c where c.space_id = ${space} and c.id = any (${wanted})
      union all
      select p.id, p.relationship_id, null from activity p where p.space_id = ${space} and p.id = any (${wanted})
      union all
      select t.id, null, t.organisation_id from term t where t.space_id = ${space} and t.id = any (${wanted})
      union all
      select p.id, null, p.organisation_id from post p where p.space_id = ${space} and p.id = any (${wanted})
      union all
      select d.id, ${about('d.id', 'relationship')}, ${about('d.id', 'organisation')}
        from memory_document d where d.space_id = ${space} and d.id = any (${wanted})
      union all
      select r.id, r.id, null from relationship r where r.space_id = ${space} and r.id = any (${wanted})
    ), named as (
      select of.id, of.relationship, coalesce(of.organisation, (
        select p.organisation_id from relationship_party p where p.relationship_id = of.relationship
        order by p.role not in ('partner', 'network'), p.id limit 1)) as organisation
      from of
    )
    select n.id, n.relationship, coalesce(s.stands, n.organisation) as partner
    from named n left join same s on s.id = n.organisation
    where n.relationship is not null or n.organisation is not null`.execute(tx)
  return new Map(rows.map(({ id, ...whom }) => [id, whom]))
}
