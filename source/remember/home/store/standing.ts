import { type RawBuilder, sql } from 'kysely'

/**
 * How every agreement of a memory stands on a day, as a subquery with the columns id, relationship_id, renewal, first_end,
 * state, since, ends_on, deadline, todo: the one rule, `agreement_state`, of each agreement's terms and events.
 */
export const standing = (space: string, day: string): RawBuilder<unknown> => sql`(
  select a.id, a.relationship_id, a.renewal, a.first_end, s.state, s.since, s.ends_on, s.deadline, s.todo
  from agreement a
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'on', e.on_day, 'ends', e.ends_on)
      order by e.on_day, e.position), '[]') as said
    from agreement_event e where e.agreement_id = a.id
  ) events
  cross join lateral perenne.agreement_state(a.first_end, a.renewal, a.renewal_months, a.most_renewals,
    a.notice_months, a.notice_days, events.said, ${day}::date) s
  where a.space_id = ${space}
)`

/**
 * The last contact under each relationship of a memory, up to a day: with it, with one of its agreements or of its projects.
 * Columns relationship_id and on_day; a relationship without one is not in it. A contact of a year counts as its last day; a
 * meeting among ourselves is none.
 */
export const lastContacts = (space: string, day: string): RawBuilder<unknown> => sql`(
  select tie.relationship_id, max(least(coalesce(upper(i.reach) - 1, lower(i.reach)), ${day}::date)) as on_day
  from (
    select r.id as relationship_id, r.id as record_id from relationship r where r.space_id = ${space}
    union all select a.relationship_id, a.id from agreement a where a.space_id = ${space}
    union all select p.relationship_id, p.id from activity p where p.space_id = ${space} and p.relationship_id is not null
  ) tie
  join about b on b.about_id = tie.record_id and b.record_table = 'interaction'
  join interaction i on i.id = b.record_id and lower(i.reach) <= ${day}::date
  where not exists (select from interaction_participant p where p.interaction_id = i.id)
    or exists (select from interaction_participant p where p.interaction_id = i.id and p.side <> 'own')
  group by tie.relationship_id
)`

/** A relationship that has begun and has not ended on a day. */
export const goesOn = (day: string): RawBuilder<boolean> => sql<boolean>`r.reach @> ${day}::date`
