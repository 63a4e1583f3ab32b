import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

export const postChecks: readonly CheckQuery[] = [
  {
    code: 'post-vacant',
    table: 'post',
    find: ({ space, day }) => sql`
      select p.id, (select max(upper(a.reach) - 1)::text from appointment a
        where a.post_id = p.id and upper(a.reach) <= ${day}::date) as day
      from post p
      where p.space_id = ${space} and coalesce(perenne.edtf_reach(p.during) @> ${day}::date, true)
        and p.seats > (select count(*) from appointment a where a.post_id = p.id and a.reach @> ${day}::date)
      order by p.id`,
  },
  {
    code: 'post-held-for-now',
    table: 'post',
    find: ({ space, day }) => sql`
      select distinct on (p.id) p.id, a.contact_id as other, lower(a.reach)::text as day
      from post p join appointment a on a.post_id = p.id and a.reach @> ${day}::date and (a.acting or a.carried_over)
      where p.space_id = ${space} order by p.id, lower(a.reach)`,
  },
]
