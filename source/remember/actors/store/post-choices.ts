import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Named } from '../../store/choices.ts'
import '../../store/tables.ts'
import { nameIn } from './standing.ts'

/** The posts and the terms of office that an appointment may tie together; a term may have no name but its dates (EDTF). */
export async function postsAndTerms(
  tx: Tx,
  space: string,
  locale: string,
): Promise<{ posts: Named[]; terms: { id: string; name: string | null; during: string }[] }> {
  const { rows } = await sql<{ of: 'post' | 'term'; id: string; name: string | null; during: string }>`
    select 'post' as of, p.id, ${nameIn('post', 'title', sql`p.id`, locale)} ->> 'text' as name,
      null::date as begins, '' as during
    from post p where p.space_id = ${space}
    union all
    select 'term', t.id, ${nameIn('term', 'name', sql`t.id`, locale)} ->> 'text', lower(t.reach), t.during::text
    from term t where t.space_id = ${space}
    order by 4 desc nulls last, 3, 2`.execute(tx)
  return {
    posts: rows.filter(row => row.of === 'post').map(({ id, name }) => ({ id, name: name ?? id })),
    terms: rows.filter(row => row.of === 'term').map(({ id, name, during }) => ({ id, name, during })),
  }
}

/** The relationships and the projects that somebody may be responsible for. */
export async function recordsToChoose(
  tx: Tx,
  space: string,
  locale: string,
): Promise<{ relationships: Named[]; projects: Named[] }> {
  const { rows } = await sql<{ of: string; id: string; name: string | null }>`
    select 'relationship' as of, r.id, ${nameIn('relationship', 'name', sql`r.id`, locale)} ->> 'text' as name
    from relationship r where r.space_id = ${space}
    union all
    select 'project', a.id, ${nameIn('activity', 'title', sql`a.id`, locale)} ->> 'text' from activity a where a.space_id = ${space}
    order by 3, 2`.execute(tx)
  const named = (of: string) => rows.filter(row => row.of === of).map(({ id, name }) => ({ id, name: name ?? id }))
  return { relationships: named('relationship'), projects: named('project') }
}
