/**
 * Where counters and a recount disagree, in SQL of its own that shares nothing with source/: each quota with its places
 * taken and kept, each invitation, each organisation. No row when all is well. One statement is one moment: it may be
 * asked while others are at work. `$1` is the seminar.
 */
export const disagreementsOf = `
     with holders as (
       select * from perenne.registration where seminar_id = $1 and state in ('offered', 'confirmed')
     ), kept as (
       select coalesce(sum(greatest(i.places - (select count(*) from holders h where h.invitation_id = i.id), 0)), 0) as n
       from perenne.invitation i
       where i.seminar_id = $1 and i.reserved and i.released_at is null and i.ended_at is null
     ), found as (
       select 'quota ' || q.key as what, q.taken, q.held,
         (select count(*) from holders h where (q.categories is null or h.category = any (q.categories))
            and (q.regions is null or h.region = any (q.regions))
            and (q.territory_id is null or h.territory_id = q.territory_id)) as real_taken,
         case when q.key = 'overall' then (select n from kept) else 0 end as real_held
       from perenne.quota q where q.seminar_id = $1
       union all
       select 'invitation ' || i.code, i.taken, 0, (select count(*) from holders h where h.invitation_id = i.id), 0
       from perenne.invitation i where i.seminar_id = $1
       union all
       select 'organisation ' || coalesce(o.organisation_key, h.organisation_key), coalesce(o.taken, 0), 0,
         coalesce(h.n, 0), 0
       from (select * from perenne.organisation_places where seminar_id = $1) o
       full join (select organisation_key, count(*) as n from holders where organisation_key <> '' group by 1) h
         on h.organisation_key = o.organisation_key
       where exists (select from perenne.admission a where a.seminar_id = $1 and a.per_organisation is not null)
     )
     select * from found where taken <> real_taken or held <> real_held`
