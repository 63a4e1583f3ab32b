import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { AboutRef } from '../../store/about.ts'
import '../../store/tables.ts'

/**
 * The relationships, contacts and organisations that the journal last spoke of, by the moment at which it was written, then
 * those it never spoke of, the newest first: whom one has just met again is at hand.
 */
export async function recentlyUsed(
  tx: Tx,
  space: string,
  most: { relationships: number; contacts: number },
): Promise<AboutRef[]> {
  const { rows } = await sql<AboutRef>`
    with used as (
      select a.about_table as table, a.about_id as id, max(lower(i.reach)) as at
      from about a join interaction i on i.id = a.record_id and a.record_table = 'interaction'
      where a.space_id = ${space} and a.about_table in ('relationship', 'contact')
      group by 1, 2
      union all
      select 'contact', p.contact_id, max(lower(i.reach))
      from interaction_participant p join interaction i on i.id = p.interaction_id
      where p.space_id = ${space} and p.contact_id is not null
      group by 2
    ), ranked as (
      select k.table, k.id, row_number() over (partition by k.table order by max(u.at) desc nulls last, k.id) as place
      from (
        select 'relationship' as table, id from relationship where space_id = ${space}
        union all select 'contact', id from contact where space_id = ${space}
      ) k left join used u on u.table = k.table and u.id = k.id
      group by k.table, k.id
    )
    select r.table, r.id from ranked r
    where r.place <= case r.table when 'relationship' then ${most.relationships}::integer else ${most.contacts}::integer end
    order by r.table desc, r.place`.execute(tx)
  return rows
}
