import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { goesOn, lastContacts } from './standing.ts'

export type RelationshipStanding = {
  id: string
  kind: 'twinning' | 'cooperation' | 'triangular' | 'network' | 'declaration'
  during: string
  state: 'alive' | 'sleeping' | 'unknown' | 'ended' | 'to-come'
  /** The last contact under it that this reader sees, YYYY-MM-DD. */
  lastContact: string | null
}

/**
 * The relationships of a memory as they stand on a day: alive with a contact within so many months, or younger than that;
 * sleeping when the last contact on record is older; unknown when none is on record, which is not the same; ended. Those with
 * the latest sign of life first.
 */
export async function relationshipsOn(
  tx: Tx,
  space: string,
  day: string,
  months: number,
): Promise<RelationshipStanding[]> {
  const { rows } = await sql<RelationshipStanding>`
    select r.id, r.kind, r.during, c.on_day::text as "lastContact",
      case when lower(r.reach) > ${day}::date then 'to-come'
        when not ${goesOn(day)} then 'ended'
        when coalesce(greatest(c.on_day, lower(r.reach)), '-infinity') >= ${day}::date - make_interval(months => ${months}::integer)
          then 'alive'
        when c.on_day is null then 'unknown'
        else 'sleeping' end as state
    from relationship r left join ${lastContacts(space, day)} c on c.relationship_id = r.id
    where r.space_id = ${space}
    order by c.on_day desc nulls last, lower(r.reach) desc nulls last, r.id`.execute(tx)
  return rows
}

/** Whether a memory holds anything beside relationships, as far as the actor sees it. */
export async function holdsOthers(tx: Tx, space: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (select from organisation where space_id = ${space}) or exists (select from contact where space_id = ${space})
      or exists (select from term where space_id = ${space}) or exists (select from post where space_id = ${space})
      or exists (select from activity where space_id = ${space}) or exists (select from interaction where space_id = ${space})
      or exists (select from decision where space_id = ${space})
      or exists (select from memory_document where space_id = ${space}) as holds`.execute(tx)
  return rows[0]?.holds === true
}

/** How many projects of a memory are under way, as far as the actor sees them. */
export async function projectsUnderWay(tx: Tx, space: string): Promise<number> {
  const row = await tx
    .selectFrom('activity')
    .select(eb => eb.fn.countAll<string>().as('n'))
    .where('space_id', '=', space)
    .where('status', 'in', ['2', '3'])
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
