import { type RawBuilder, sql } from 'kysely'
import { standing } from '../actors/store/standing.ts'

/**
 * Which organisations the interactions of a memory were with: those of whoever took part on another side than ours, by
 * themselves or by the contact, and those that an interaction is about. A subquery with the columns interaction_id and
 * organisation_id, the one that stands for it.
 */
export const met = (space: string): RawBuilder<unknown> => sql`(
  with recursive ${standing(space)}
  select w.interaction_id, coalesce(same.stands, w.organisation_id) as organisation_id
  from (
    select p.interaction_id, coalesce(p.organisation_id, k.organisation_id) as organisation_id
    from interaction_participant p left join contact k on k.id = p.contact_id
    where p.space_id = ${space} and p.side <> 'own'
    union
    select b.record_id, b.about_id from about b
    where b.space_id = ${space} and b.record_table = 'interaction' and b.about_table = 'organisation'
  ) w
  left join same on same.id = w.organisation_id
  where w.organisation_id is not null
)`

/**
 * Which interactions of a memory count as contact under which relationship: those about it, about one of its agreements or of
 * its projects; and, where an interaction says nothing of the kind, those with one of its parties. A meeting among ourselves is
 * none. A subquery with the columns interaction_id and relationship_id. What is alive, what sleeps and what a brief tells all
 * come from here.
 */
export const contactsUnder = (space: string): RawBuilder<unknown> => sql`(
  with recursive ${standing(space)}, tie (relationship_id, record_id) as (
    select r.id, r.id from relationship r where r.space_id = ${space}
    union all select a.relationship_id, a.id from agreement a where a.space_id = ${space}
    union all select p.relationship_id, p.id from activity p where p.space_id = ${space} and p.relationship_id is not null
  )
  select b.record_id as interaction_id, tie.relationship_id
  from tie join about b on b.about_id = tie.record_id and b.record_table = 'interaction'
  where not exists (select from interaction_participant p where p.interaction_id = b.record_id)
    or exists (select from interaction_participant p where p.interaction_id = b.record_id and p.side <> 'own')
  union
  select m.interaction_id, y.relationship_id
  from ${met(space)} m
  join (
    select p.relationship_id, coalesce(same.stands, p.organisation_id) as organisation_id
    from relationship_party p left join same on same.id = p.organisation_id where p.space_id = ${space}
  ) y on y.organisation_id = m.organisation_id
  where not exists (select from about b where b.record_id = m.interaction_id and b.record_table = 'interaction'
    and b.about_table in ('relationship', 'agreement', 'activity'))
)`
