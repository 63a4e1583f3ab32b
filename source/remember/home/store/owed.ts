import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { feeKind } from './due.ts'

export type Owed = {
  kind: 'ours' | 'theirs' | 'fee' | 'dues'
  table: 'commitment' | 'relationship'
  id: string
  day: string | null
  year: number | null
}

/**
 * What a memory owes on a day, and what it is owed: open promises of both sides, with a day or without, and fees that are due:
 * `fee` those that it owes, `dues` those that the members of a network owe to it.
 * The oldest first.
 */
export async function owedOn(tx: Tx, space: string, day: string): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select case c.owed_by when 'us' then 'ours' else 'theirs' end as kind, 'commitment' as "table", c.id, c.due::text as day, null::integer as year
      from commitment c where c.space_id = ${space} and c.settled_on is null
    union all
    select ${feeKind(space)}, 'relationship', f.relationship_id, f.due::text, f.year
      from fee f where f.space_id = ${space} and f.paid_on is null
        and coalesce(f.due, make_date(f.year, 12, 31)) <= ${day}::date
    order by day nulls last, id`.execute(tx)
  return rows
}
