import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

export const networkChecks: readonly CheckQuery[] = [
  {
    // A seat that somebody holds in person; `number` is 1 when that person has no post with us any more.
    code: 'seat-in-person',
    table: 'relationship',
    find: ({ space, day }) => sql`
      select n.id, n.relationship_id as page, n.contact_id as other,
        case when n.contact_id is not null and not exists (
          select from appointment a where a.contact_id = n.contact_id and a.reach @> ${day}::date) then 1 end as number
      from network_seat n
      where n.space_id = ${space} and n.held_by = 'person' and n.reach @> ${day}::date
      order by n.id`,
  },
  {
    code: 'fee-unpaid',
    table: 'relationship',
    find: ({ space, day, threshold }) => sql`
      select f.id, f.relationship_id as page, f.due::text as day, f.year as number
      from fee f where f.space_id = ${space} and f.paid_on is null and f.due < ${day}::date - ${threshold}::integer
      order by f.due, f.id`,
  },
]
