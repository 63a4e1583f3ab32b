import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

export const projectChecks: readonly CheckQuery[] = [
  {
    code: 'project-past-its-end',
    table: 'activity',
    find: ({ space, day, threshold }) => sql`
      select p.id, p.planned_end::text as day from activity p
      where p.space_id = ${space} and p.status in ('1', '2', '3') and p.actual_end is null
        and p.planned_end < ${day}::date - ${threshold}::integer
      order by p.planned_end, p.id`,
  },
  {
    code: 'project-without-parties',
    table: 'activity',
    find: ({ space }) => sql`
      select p.id from activity p
      where p.space_id = ${space} and p.status <> '5'
        and not exists (select from activity_party y where y.activity_id = p.id)
      order by p.id`,
  },
  {
    code: 'project-without-description',
    table: 'activity',
    find: ({ space }) => sql`
      select p.id from activity p
      where p.space_id = ${space} and p.status <> '5' and not exists (
        select from translation t where t.record_id = p.id and t.record_table = 'activity' and t.field = 'description')
      order by p.id`,
  },
]
