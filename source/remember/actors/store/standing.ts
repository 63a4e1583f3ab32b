import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Fields } from '../../rules/typed.ts'
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

/**
 * Which organisation stands for each of some, whatever their memory: for lists that have read their rows already. One query;
 * none when there is nothing to ask.
 */
export async function standsForAll(tx: Tx, ids: Iterable<string | null>): Promise<(id: string) => string> {
  const asked = [...new Set(ids)].filter(id => id !== null)
  const { rows } = asked.length === 0 ? { rows: [] } : await standingFor(asked).execute(tx)
  const stands = new Map(rows.map(row => [row.id, row.stands]))
  return id => stands.get(id) ?? id
}

// Each with those that it leads to, over several steps; the last one, where the reader may see it, stands for it.
const standingFor = (ids: readonly string[]) => sql<{ id: string; stands: string }>`
  with recursive up (id, stands) as (
    select o.id, o.merged_into_id from organisation o
    where o.id = any (${sql.val([...ids])}::uuid[]) and o.merged_into_id is not null
    union
    select up.id, o.merged_into_id from up join organisation o on o.id = up.stands where o.merged_into_id is not null
  )
  select up.id, up.stands from up join organisation o on o.id = up.stands and o.merged_into_id is null`

/** A record as its form shows it, with the organisations that stand for those it names: a merged one is offered no more. */
export async function underThoseThatStand(tx: Tx, fields: Fields, names: readonly string[]): Promise<Fields> {
  const stands = await standsForAll(
    tx,
    names.map(name => fields[name] || null),
  )
  return { ...fields, ...Object.fromEntries(names.map(name => [name, stands(fields[name] ?? '')])) }
}

/**
 * The name of a record of some table in the reader's language, else in its own; null when there is none. Its alias is a long
 * one: a short one hid the `t.id` of whoever asked, and the name was never found.
 */
export const nameIn = (
  table: string,
  field: string,
  id: RawBuilder<unknown>,
  locale: string,
): RawBuilder<unknown> => sql`
  (select jsonb_build_object('text', words_of_it.body, 'language', words_of_it.language) from translation words_of_it
   where words_of_it.record_table = ${table} and words_of_it.record_id = ${id} and words_of_it.field = ${field}
   order by (words_of_it.language = ${locale}) desc, (words_of_it.state = 'source') desc limit 1)`

/** A name as a row brings it. */
export type Named = { text: string; language: string }
