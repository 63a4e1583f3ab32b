import { sql } from 'kysely'
import { standing } from '#remember/actors/store/standing.ts'
import type { CheckQuery } from './kit.ts'

/**
 * Two relationships of one kind with the very same partners whose years meet: mostly what two actors leave behind that were found
 * to be one. Each pair once, under an id that both make. Two networks that share a member, or a cooperation that was taken up
 * again years later, are two.
 */
export const relationshipTwice: CheckQuery = {
  code: 'relationship-twice',
  table: 'relationship',
  find: ({ space }) => sql`
    with recursive ${standing(space)}, known as (
      select r.id, r.kind, r.reach, array_agg(distinct coalesce(same.stands, p.organisation_id)) as partners
      from relationship r join relationship_party p on p.relationship_id = r.id
      left join same on same.id = p.organisation_id
      where r.space_id = ${space} group by r.id, r.kind, r.reach
    )
    select md5(one.id::text || other.id::text)::uuid as id, one.id as page, other.id as other
    from known one join known other on other.kind = one.kind and other.partners = one.partners and one.id < other.id
    where coalesce(one.reach && other.reach, true)
    order by one.id, other.id`,
}
