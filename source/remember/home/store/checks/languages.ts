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
    // Stale since the words that it was made from were replaced: the end of the last version of the original that had them; of
    // an original that never had them, since it is there.
    code: 'translation-stale',
    table: 'relationship',
    find: ({ space, day, threshold }) => sql`
      select s.id, case s.record_table when 'activity' then 'activity' else 'relationship' end as "table",
        count(*)::integer as number
      from ${shown} s join translation t on t.record_id = s.id and t.record_table = s.record_table and t.state <> 'source'
        join translation o on o.record_id = t.record_id and o.record_table = t.record_table and o.field = t.field
          and o.state = 'source' and o.body_hash <> t.source_hash
        cross join lateral (
          select coalesce(
            max(upper(v.known)) filter (where perenne.text_hash(v.doc ->> 'body') = t.source_hash and upper(v.known)::date <= ${day}::date),
            min(lower(v.known))) as at
          from perenne.record_version v where v.record_id = o.id and v.record_table = 'translation'
        ) stale
      where s.space_id = ${space}
        and coalesce(stale.at, '-infinity') < ${day}::date - make_interval(months => ${threshold}::integer)
      group by s.id, s.record_table order by s.id`,
  },
]
