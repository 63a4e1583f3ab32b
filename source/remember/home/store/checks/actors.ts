import { sql } from 'kysely'
import type { CheckQuery } from './kit.ts'

export const actorChecks: readonly CheckQuery[] = [
  {
    // Two actors of one memory whose names are alike, in any language, accents and capitals aside; each pair once.
    code: 'actors-alike',
    table: 'organisation',
    find: ({ space, threshold }) => sql`
      with called as (
        select o.id, o.country, lower(public.unaccent(t.body)) as name
        from organisation o join translation t on t.record_id = o.id and t.record_table = 'organisation' and t.field = 'name'
        where o.space_id = ${space} and o.remembered and o.merged_into_id is null and o.successor_id is null
      )
      select a.id, b.id as other, max(round(100 * alike.much))::integer as number
      from called a join called b on a.id < b.id and (a.country is null or b.country is null or a.country = b.country)
      cross join lateral (select greatest(public.similarity(a.name, b.name),
        least(public.word_similarity(a.name, b.name), public.word_similarity(b.name, a.name))) as much) alike
      where alike.much * 100 >= ${threshold}::integer
      group by a.id, b.id order by max(alike.much) desc, a.id`,
  },
]
