import { sql } from 'kysely'
import { withdrawnSectors } from '../../../projects/rules/codes.ts'
import type { CheckQuery } from './kit.ts'

const withdrawn = JSON.stringify(Object.entries(withdrawnSectors).map(([code, on]) => ({ code, on })))

export const projectChecks: readonly CheckQuery[] = [
  {
    code: 'project-past-its-end',
    table: 'activity',
    find: ({ space, day, threshold }) => sql`
      select p.id, case when p.planned_end_as_known is null then p.planned_end::text end as day from activity p
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
    // A report, a result (A08) or an evaluation (A07) among its documents, or a lesson among the notes on it. What is closed
    // without a day of its end ended when it was planned to.
    code: 'project-without-result',
    table: 'activity',
    find: ({ space, day, threshold }) => sql`
      select p.id, coalesce(p.actual_end, p.planned_end)::text as day from activity p
      where p.space_id = ${space} and p.status <> '5' and (p.status = '4' or p.actual_end is not null)
        and coalesce(p.actual_end, p.planned_end, '-infinity') < ${day}::date - make_interval(months => ${threshold}::integer)
        and not exists (
          select from about b join memory_document d on d.id = b.record_id and d.category in ('report', 'A07', 'A08')
          where b.record_table = 'memory_document' and b.about_id = p.id)
        and not exists (
          select from about b join note n on n.id = b.record_id and n.kind = 'lesson'
          where b.record_table = 'note' and b.about_id = p.id)
      order by p.actual_end nulls last, p.planned_end, p.id`,
  },
  {
    // What ended while its code was still one is right as it is.
    code: 'project-sector-withdrawn',
    table: 'activity',
    find: ({ space, day }) => sql`
      select p.id, max(w.code)::integer as number, max(w."on")::text as day
      from activity p join activity_class c on c.activity_id = p.id and c.vocabulary = 'sector'
        join jsonb_to_recordset(${withdrawn}::jsonb) as w(code text, "on" date) on w.code = c.code and w."on" <= ${day}::date
      where p.space_id = ${space} and p.status <> '5'
        and coalesce(p.actual_end, case when p.status = '4' then p.planned_end end, 'infinity') > w."on"
      group by p.id order by p.id`,
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
