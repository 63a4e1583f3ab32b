import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

export const actorChecks: readonly CheckQuery[] = [
  {
    // Two actors of one memory whose names are alike, in any language; each pair once, under the id and the code by which the
    // page of duplicates sets it aside (actors/store/duplicates.ts).
    code: 'duplicate-actor',
    table: 'organisation',
    find: ({ space, threshold }) => sql`
      with called as materialized (
        select distinct o.id, o.country, fold(t.body) as name
        from organisation o join translation t on t.record_id = o.id and t.record_table = 'organisation' and t.field = 'name'
        where o.space_id = ${space} and o.remembered and o.merged_into_id is null
      )
      select md5(a.id::text || b.id::text)::uuid as id, a.id as page, b.id as other,
        round(100 * max(public.similarity(a.name, b.name)))::integer as number
      from called a join called b on a.id < b.id and (a.country = b.country) is not false
        and length(a.name) < 3 * length(b.name) and length(b.name) < 3 * length(a.name)
        and public.similarity(a.name, b.name) * 100 >= ${threshold}::integer
      group by a.id, b.id order by max(public.similarity(a.name, b.name)) desc, a.id`,
  },
]
