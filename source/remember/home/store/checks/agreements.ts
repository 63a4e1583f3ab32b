import { sql } from 'kysely'
import { standing } from '../standing.ts'
import type { CheckQuery } from './kit.ts'

export const agreementChecks: readonly CheckQuery[] = [
  {
    code: 'agreement-without-end',
    table: 'agreement',
    find: ({ space, day }) => sql`
      select s.id from ${standing(space, day)} s
      where s.state in ('signed', 'in-force', 'suspended') and s.renewal in ('none', 'express') and s.ends_on is null
      order by s.id`,
  },
  {
    code: 'agreement-notice-near',
    table: 'agreement',
    find: ({ space, day, threshold }) => sql`
      select s.id, s.deadline::text as day from ${standing(space, day)} s
      where s.todo in ('notice', 'renew') and s.deadline <= ${day}::date + ${threshold}::integer
      order by s.deadline, s.id`,
  },
]
