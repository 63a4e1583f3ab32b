import { sql } from 'kysely'
import { standing } from '../standing.ts'
import type { CheckQuery } from './kit.ts'

export const agreementChecks: readonly CheckQuery[] = [
  {
    // Its deadlines are told only once it is known to be in force. One that is negotiated or approved may well wait for its
    // signature, until its term is over.
    code: 'agreement-without-signature',
    table: 'agreement',
    find: ({ space, day }) => sql`
      select s.id from ${standing(space, day)} s
      where (s.first_end is not null or s.renewal <> 'none')
        and (s.state = 'not-yet' or (s.state in ('negotiated', 'approved') and s.first_end < ${day}::date))
        and not exists (select from agreement_event e where e.agreement_id = s.id and e.kind in ('signed', 'in-force'))
      order by s.first_end nulls last, s.id`,
  },
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
