-- Where a territory's days begin and end; whom older shares name; records that begin inside; how much a policy marker counts, and
-- a budget of several years.

-- ─── Time zones ────────────────────────────────────────────────────────────────────────────────────
-- Of territories and networks; a seminar has its own. Null where nobody has said it: the only zone of the country, or UTC
-- (source/ground/people/rules/time-zones.ts knows the zones of countries).
alter table perenne.space
  add column time_zone text check (time_zone ~ '^[A-Za-z][A-Za-z0-9_+/-]{0,63}$'),
  add check (time_zone is null or kind in ('territory', 'network'));
comment on column perenne.space.time_zone is
  'IANA name: by it the days of a territory or network begin and end; null: the only zone of its country, or else UTC';
create function perenne.space_in_shape_24(doc jsonb) returns jsonb language sql immutable as $$
  select '{"time_zone": null}'::jsonb || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values ('space', 24, 'space_in_shape_24');
call perenne.seen_as_of('space');

-- ─── Whom older shares name ────────────────────────────────────────────────────────────────────────
-- Shares from before migration 0016 have no typed name. What an account is called is not theirs to know who look after the
-- memory, and may have changed since: they are given what they know by a right of their own. That is the name of the contact
-- with that address in their memory, or of the author whose name stands in its history (as in migration 0017); or else the
-- address, which one of them typed. An erased person has none of them.
do $$
declare
  old record;
  named uuid;
begin
  for old in
    select s.id, s.space_id, p.language,
           case when c.known then c.given when a.known then a.given else p.email end as given,
           case when c.known then c.family when a.known then a.family end as family
    from perenne.share s
    join perenne.person p on p.id = s.person_id
    left join lateral (
      select true as known, k.given_name as given, k.family_name as family
      from perenne.contact t join perenne.person k on k.id = t.person_id
      where t.space_id = s.space_id and (k.id = p.id or k.email_folded = p.email_folded)
        and coalesce(k.given_name, k.family_name) is not null
      order by k.id <> p.id, t.id limit 1
    ) c on true
    left join lateral (
      select true as known, p.given_name as given, p.family_name as family
      where coalesce(p.given_name, p.family_name) is not null and exists (
        select from perenne.record_version v
        where v.space_id = s.space_id
          and ((v.actor_kind = 'person' and v.actor_id = p.id::text)
            or (v.ended_by_kind = 'person' and v.ended_by_id = p.id::text))
          and case v.record_table
              when 'note' then v.doc ->> 'confidential' = 'false'
              when 'about' then v.doc ->> 'record_table' <> 'note'
              when 'share' then v.doc ->> 'record_table' <> 'note'
              else true end)
    ) a on true
    where s.ends_at > perenne.now() and p.erased_at is null
      and not exists (select from perenne.share_name n where n.share_id = s.id)
  loop
    continue when old.given is null and old.family is null;
    insert into perenne.person (given_name, family_name, language) values (old.given, old.family, old.language) returning id into named;
    insert into perenne.share_name (share_id, person_id, space_id) values (old.id, named, old.space_id);
  end loop;
end
$$;

-- ─── Inside first ──────────────────────────────────────────────────────────────────────────────────
-- What nobody has chosen to show is for those inside. What is there already stays as it is.
alter table perenne.territory alter column visibility set default 0;
alter table perenne.post alter column visibility set default 0;
alter table perenne.term alter column visibility set default 0;
alter table perenne.decision alter column visibility set default 0;

-- ─── Projects and decisions ────────────────────────────────────────────────────────────────────────
-- IATI 2.03, policy-marker/@significance: 0 not targeted, 1 significant objective, 2 principal objective; 3, of desertification,
-- principal and in support of an action programme; 4, of maternal and child health, explicit primary objective.
alter table perenne.activity_class
  add column significance smallint check (significance between 0 and 4),
  add check (significance is null or vocabulary = 'marker');
comment on column perenne.activity_class.significance is 'of a policy marker, IATI 2.03; null: it was said before anybody asked';
create function perenne.activity_class_in_shape_24(doc jsonb) returns jsonb language sql immutable as $$
  select '{"significance": null}'::jsonb || doc
$$;

-- SCDL Délibérations 2.1, BUDGET_ANNEE: a year, or an interval of years (2017/2018).
alter table perenne.decision
  add column budget_year_last integer check (budget_year_last between 1900 and 2200),
  add check (budget_year_last is null or coalesce(budget_year_last > budget_year, false));
-- Whoever writes the first year alone, as a spreadsheet does, need not know the last: one that has come to nothing goes.
create function perenne.drop_last_budget_year() returns trigger language plpgsql set search_path = perenne, pg_temp as $$
  begin
    new.budget_year_last := null;
    return new;
  end
$$;
create trigger drop_last_budget_year before insert or update on perenne.decision
  for each row when (new.budget_year_last is not null and coalesce(new.budget_year_last <= new.budget_year, true))
  execute function perenne.drop_last_budget_year();
comment on column perenne.decision.budget_year_last is 'of a budget of several years; `budget_year` is its first then';
create function perenne.decision_in_shape_24(doc jsonb) returns jsonb language sql immutable as $$
  select '{"budget_year_last": null}'::jsonb || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values
  ('activity_class', 24, 'activity_class_in_shape_24'),
  ('decision', 24, 'decision_in_shape_24');
call perenne.seen_as_of('activity_class');
call perenne.seen_as_of('decision');
