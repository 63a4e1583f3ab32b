import { sql } from 'kysely'
import { goesOn, lastContacts, standing } from '../standing.ts'
import type { CheckQuery } from './kit.ts'
import { relationshipTwice } from './relationships-twice.ts'

export const relationshipChecks: readonly CheckQuery[] = [
  {
    code: 'relationship-dormant',
    table: 'relationship',
    find: ({ space, day, threshold }) => sql`
      select r.id, c.on_day::text as day
      from relationship r join ${lastContacts(space, day)} c on c.relationship_id = r.id
      where r.space_id = ${space} and ${goesOn(day)}
        and coalesce(greatest(c.on_day, lower(r.reach)), '-infinity') < ${day}::date - make_interval(months => ${threshold}::integer)
      order by c.on_day, r.id`,
  },
  {
    // No contact on record says something of the record, not yet of the relationship.
    code: 'relationship-without-contact',
    table: 'relationship',
    find: ({ space, day }) => sql`
      select r.id from relationship r
      where r.space_id = ${space} and ${goesOn(day)}
        and not exists (select from ${lastContacts(space, day)} c where c.relationship_id = r.id)
      order by r.id`,
  },
  {
    code: 'relationship-without-lead',
    table: 'relationship',
    find: ({ space, day }) => sql`
      select r.id from relationship r
      where r.space_id = ${space} and ${goesOn(day)} and not exists (
        select from responsibility s where s.relationship_id = r.id and s.role = 'leads'
          and (s.reach is null or s.reach @> ${day}::date))
      order by r.id`,
  },
  {
    code: 'relationship-without-reason',
    table: 'relationship',
    find: ({ space }) => sql`
      select r.id from relationship r
      where r.space_id = ${space} and not exists (
        select from translation t where t.record_id = r.id and t.record_table = 'relationship' and t.field = 'reason')
      order by r.id`,
  },
  {
    code: 'relationship-outlives-agreements',
    table: 'relationship',
    find: ({ space, day }) => sql`
      select r.id, max(s.ends_on)::text as day
      from relationship r join ${standing(space, day)} s on s.relationship_id = r.id
      where r.space_id = ${space} and ${goesOn(day)}
      group by r.id having bool_and(s.state in ('expired', 'terminated'))
      order by max(s.ends_on), r.id`,
  },
  relationshipTwice,
]
