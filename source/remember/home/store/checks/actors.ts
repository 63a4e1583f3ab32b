import { sql } from 'kysely'
import { alikestPairs, type Spelled, surest } from '#remember/actors/rules/alike.ts'
import { pairId } from '#remember/actors/store/duplicates.ts'
import { leastOf } from '../../rules/checks.ts'
import { goesOn } from '../standing.ts'
import type { CheckQuery } from './kit.ts'

/** Nobody looks through more pairs than these; the surest come first. */
const mostPairs = 1000

export const actorChecks: readonly CheckQuery[] = [
  {
    // Two actors of one memory whose names are alike, in any language; each pair once, under the id and the code by which the
    // page of duplicates sets it aside.
    code: 'duplicate-actor',
    table: 'organisation',
    look: async (tx, { space, threshold }) => {
      const { rows } = await sql<Spelled>`
        select distinct o.id, o.country, public.show_trgm(fold(t.body)) as groups
        from organisation o join translation t on t.record_id = o.id and t.record_table = 'organisation' and t.field = 'name'
        where o.space_id = ${space} and o.remembered and o.merged_into_id is null`.execute(tx)
      const pairs = alikestPairs(rows, Math.max(threshold, leastOf.percent) / 100, mostPairs)
      return surest(pairs, [], mostPairs).map(({ one, other, likeness }) => ({
        id: pairId(one, other),
        page: one,
        other,
        number: Math.round(100 * (likeness ?? 0)),
      }))
    },
  },
  {
    // Of those one does something with now. A SIREN or SIRET must be one: its figures, and their sum after Luhn; what other
    // registers write is taken as it is. Departments of one's own have none.
    code: 'organisation-without-identifier',
    table: 'organisation',
    find: ({ space, day }) => sql`
      with luhn as (
        select i.record_id, lower(i.scheme) as scheme, btrim(i.value) <> '' as there, regexp_replace(i.value, '[[:space:]]', '', 'g') as digits
        from identifier i where i.record_table = 'organisation'
      ), valid as (
        select l.record_id from luhn l
        where case
          when l.scheme in ('siret', 'fr-siret', 'siren', 'fr-siren') then
            l.digits ~ (case when l.scheme like '%siret' then '^[0-9]{14}$' else '^[0-9]{9}$' end) and (
              select sum(case when n % 2 = 0 and d > 4 then 2 * d - 9 when n % 2 = 0 then 2 * d else d end) % 10 = 0
              from (select n, substr(reverse(l.digits), n::integer, 1) as c
                from generate_series(1, length(l.digits)) n) each, lateral (select case when c ~ '[0-9]' then c::integer end as d) figure)
          else l.there
        end
      )
      select o.id from organisation o
      where o.space_id = ${space} and o.remembered and o.merged_into_id is null and o.kind <> 'service'
        and not exists (select from valid v where v.record_id = o.id)
        and (exists (select from relationship_party p join relationship r on r.id = p.relationship_id
            where p.organisation_id = o.id and ${goesOn(day)} and coalesce(perenne.edtf_reach(p.during) @> ${day}::date, true))
          or exists (select from activity_party y join activity a on a.id = y.activity_id
            where y.organisation_id = o.id and a.status in ('1', '2', '3')))
      order by o.id`,
  },
]
