import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

export const commitmentChecks: readonly CheckQuery[] = [
  {
    code: 'commitment-overdue',
    table: 'commitment',
    find: ({ space, day, threshold }) => sql`
      select c.id, c.due::text as day from commitment c
      where c.space_id = ${space} and c.settled_on is null and c.due < ${day}::date - ${threshold}::integer
      order by c.due, c.id`,
  },
  {
    code: 'commitment-without-day',
    table: 'commitment',
    find: ({ space }) => sql`
      select c.id from commitment c where c.space_id = ${space} and c.settled_on is null and c.due is null order by c.id`,
  },
]
