import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

// Of what is shown to everybody, by the page it stands on.
const shown = sql`(
  select id, space_id, visibility, 'relationship' as record_table from relationship
  union all select id, space_id, visibility, 'activity' from activity
)`

export const languageChecks: readonly CheckQuery[] = [
  {
    code: 'translation-missing',
    table: 'relationship',
    find: ({ space }) => sql`
      select s.id, case s.record_table when 'activity' then 'activity' else 'relationship' end as "table",
        (4 - count(t.id))::integer as number
      from ${shown} s left join translation t on t.record_id = s.id and t.record_table = s.record_table
        and t.field in ('name', 'title') and t.language in ('fr', 'es', 'pt', 'en')
      where s.space_id = ${space} and s.visibility = 2
      group by s.id, s.record_table having count(t.id) < 4
      order by count(t.id) desc, s.id`,
  },
  {
    code: 'translation-stale',
    table: 'relationship',
    find: ({ space }) => sql`
      select s.id, case s.record_table when 'activity' then 'activity' else 'relationship' end as "table",
        count(*)::integer as number
      from ${shown} s join translation t on t.record_id = s.id and t.record_table = s.record_table and t.state <> 'source'
        join translation o on o.record_id = t.record_id and o.record_table = t.record_table and o.field = t.field
          and o.state = 'source' and o.body_hash <> t.source_hash
      where s.space_id = ${space}
      group by s.id, s.record_table order by s.id`,
  },
]
