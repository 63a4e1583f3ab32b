import { type RawBuilder, sql } from 'kysely'
import { contactsUnder } from '../../store/contacts-made.ts'

/**
 * How every agreement of a memory stands on a day, as a subquery with the columns id, relationship_id, renewal, first_end,
 * state, since, ends_on, deadline, todo: the one rule, `agreement_state`, of each agreement's terms and events.
 */
export const standing = (space: string, day: string): RawBuilder<unknown> => sql`(
  select a.id, a.relationship_id, a.renewal, a.first_end, s.state, s.since, s.ends_on, s.deadline, s.todo
  from agreement a
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'on', perenne.day_of_event(e.on_day), 'ends', e.ends_on)
      order by e.on_day nulls first, e.position), '[]') as said
    from agreement_event e where e.agreement_id = a.id
  ) events
  cross join lateral perenne.agreement_state(a.first_end, a.renewal, a.renewal_months, a.most_renewals,
    a.notice_months, a.notice_days, events.said, ${day}::date) s
  where a.space_id = ${space}
)`

/**
 * The last contact under each relationship of a memory, up to a day. Columns relationship_id and on_day; a relationship without
 * one is not in it. A contact of a year counts as its last day.
 */
export const lastContacts = (space: string, day: string): RawBuilder<unknown> => sql`(
  select u.relationship_id, max(least(coalesce(upper(i.reach) - 1, lower(i.reach)), ${day}::date)) as on_day
  from ${contactsUnder(space)} u join interaction i on i.id = u.interaction_id and lower(i.reach) <= ${day}::date
  group by u.relationship_id
)`

/** A relationship that has begun and has not ended on a day. */
export const goesOn = (day: string): RawBuilder<boolean> => sql<boolean>`r.reach @> ${day}::date`
