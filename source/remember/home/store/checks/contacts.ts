import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

export const contactChecks: readonly CheckQuery[] = [
  {
    // Contacts elsewhere; the colleagues of one's own departments are met without a line in the journal.
    code: 'contact-long-unseen',
    table: 'contact',
    find: ({ space, day, threshold }) => sql`
      select k.id, seen.on_day::text as day
      from contact k left join organisation o on o.id = k.organisation_id
      left join lateral (
        select max(coalesce(upper(i.reach) - 1, lower(i.reach))) as on_day
        from interaction_participant p join interaction i on i.id = p.interaction_id
        where p.contact_id = k.id and lower(i.reach) <= ${day}::date
      ) seen on true
      where k.space_id = ${space} and coalesce(perenne.edtf_reach(k.during) @> ${day}::date, true)
        and o.kind is distinct from 'service'
        and coalesce(seen.on_day, '-infinity') < ${day}::date - make_interval(months => ${threshold}::integer)
      order by seen.on_day nulls first, k.id`,
  },
]
