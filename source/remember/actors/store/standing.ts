import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

/**
 * A part of a `with recursive`: the table `same (id, stands)`, which says for each organisation of a space which one stands for
 * it: itself, or the one it was found to be the same as, over several steps too. Nothing that points to a merged organisation
 * is rewritten: lists join `same` on the id they hold and go on with `stands`. One whose other half the reader may not see is
 * missing here: `coalesce(same.stands, organisation.id)`.
 *
 *     with recursive ${standing(space)} select … left join same on same.id = p.organisation_id
 */
export const standing = (space: string): RawBuilder<unknown> => sql`same (id, stands) as (
  select o.id, o.id from organisation o where o.space_id = ${space} and o.merged_into_id is null
  union
  select o.id, s.stands from organisation o join same s on s.id = o.merged_into_id where o.space_id = ${space})`

/** Which organisation stands for one; itself when it was not merged, or when the other may not be seen. */
export async function standsFor(tx: Tx, space: string, id: string): Promise<string> {
  const { rows } = await sql<{ stands: string }>`
    with recursive ${standing(space)} select s.stands from same s where s.id = ${id}`.execute(tx)
  return rows[0]?.stands ?? id
}

/** The name of a record of some table in the reader's language, else in its own; null when there is none. */
export const nameIn = (
  table: string,
  field: string,
  id: RawBuilder<unknown>,
  locale: string,
): RawBuilder<unknown> => sql`
  (select jsonb_build_object('text', t.body, 'language', t.language) from translation t
   where t.record_table = ${table} and t.record_id = ${id} and t.field = ${field}
   order by (t.language = ${locale}) desc, (t.state = 'source') desc limit 1)`

/** A name as a row brings it. */
export type Named = { text: string; language: string }
