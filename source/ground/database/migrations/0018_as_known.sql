-- Days as they are known: an agreement that was signed in 1978, a project that is to end in 2028, a relationship of which nobody
-- knows when it began.

-- ─── What nobody knows ─────────────────────────────────────────────────────────────────────────────
-- As in migration 0010, and: `XXXX`, a date that nobody knows; `/..`, what goes on and of which nobody knows since when; `/`, what
-- has ended, nobody knows when. Their reach has no bound.
create or replace function perenne.is_edtf(edtf text) returns boolean language sql immutable parallel safe as $$
  select edtf in ('XXXX', '/..', '/')
      or (edtf ~ '^(\d{4}(-\d{2}(-\d{2})?)?[~?%]?|\.\.)?(/(\d{4}(-\d{2}(-\d{2})?)?[~?%]?|\.\.)?)?$'
        and edtf ~ '\d' and perenne.edtf_reach(edtf) is not null)
$$;

-- ─── The day that is used ──────────────────────────────────────────────────────────────────────────
-- What computes needs a day. Where less is known, what is known stands beside it, and the day is made from it here and nowhere
-- else: the first that it may be of what begins or happens, the last that it may be of what ends.
create function perenne.day_used(known text, ends boolean) returns date language sql immutable parallel safe as $$
  select case when ends then upper(perenne.edtf_reach(known)) - 1 else lower(perenne.edtf_reach(known)) end
$$;
-- A day, a month or a year, about or perhaps; never a period, and no day that is sure: that one stands in its own column.
create function perenne.is_as_known(known text) returns boolean language sql immutable parallel safe as $$
  select known ~ '^\d{4}' and known !~ '/' and known !~ '^\d{4}-\d{2}-\d{2}$'
$$;

alter table perenne.agreement
  add column first_end_as_known perenne.edtf check (perenne.is_as_known(first_end_as_known));
alter table perenne.agreement_event
  add column on_as_known perenne.edtf check (perenne.is_as_known(on_as_known)),
  add column ends_as_known perenne.edtf check (perenne.is_as_known(ends_as_known)),
  alter column on_day drop not null,
  -- What makes a term run, stop or end is counted from its day: of that, a year at least is known.
  add check (on_day is not null or kind in ('negotiated', 'approved', 'signed', 'in-force'));
alter table perenne.activity
  add column planned_start_as_known perenne.edtf check (perenne.is_as_known(planned_start_as_known)),
  add column actual_start_as_known perenne.edtf check (perenne.is_as_known(actual_start_as_known)),
  add column planned_end_as_known perenne.edtf check (perenne.is_as_known(planned_end_as_known)),
  add column actual_end_as_known perenne.edtf check (perenne.is_as_known(actual_end_as_known));
comment on column perenne.agreement.first_end_as_known is 'EDTF, where less than the day is known; `first_end` is then made from it';
comment on column perenne.agreement_event.on_as_known is 'EDTF, where less than the day is known; `on_day` is then made from it';
comment on column perenne.agreement_event.on_day is 'null: it happened, and nobody knows when';

-- Arguments, by threes: the column of the day, that of what is known, and `first` or `last`. Whoever writes what is known need
-- write no day: a sure one is put where days stand, and `XXXX` says that nobody knows it. A sure day leaves nothing to be known
-- beside it.
create function perenne.use_days_as_known() returns trigger language plpgsql set search_path = perenne, pg_temp as $$
  declare
    doc jsonb := to_jsonb(new);
    before jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end;
    used jsonb := '{}';
    day text;
    known text;
  begin
    for i in 0 .. tg_nargs - 1 by 3 loop
      day := tg_argv[i];
      known := tg_argv[i + 1];
      continue when doc ->> known is null;
      if doc ->> known = 'XXXX' then
        used := used || jsonb_build_object(day, null, known, null);
      elsif doc ->> known ~ '^\d{4}-\d{2}-\d{2}$' then
        used := used || jsonb_build_object(day, doc ->> known, known, null);
      elsif before is not null and doc ->> day is not null and doc ->> day is distinct from before ->> day
          and doc ->> known is not distinct from before ->> known then
        used := used || jsonb_build_object(known, null);
      else
        used := used || jsonb_build_object(day, perenne.day_used(doc ->> known, tg_argv[i + 2] = 'last'));
      end if;
    end loop;
    return jsonb_populate_record(new, used);
  end
$$;
create trigger use_days_as_known before insert or update on perenne.agreement
  for each row when (new.first_end_as_known is not null)
  execute function perenne.use_days_as_known('first_end', 'first_end_as_known', 'last');
create trigger use_days_as_known before insert or update on perenne.agreement_event
  for each row when (num_nonnulls(new.on_as_known, new.ends_as_known) > 0)
  execute function perenne.use_days_as_known('on_day', 'on_as_known', 'first', 'ends_on', 'ends_as_known', 'last');
create trigger use_days_as_known before insert or update on perenne.activity
  for each row when (num_nonnulls(new.planned_start_as_known, new.actual_start_as_known, new.planned_end_as_known,
    new.actual_end_as_known) > 0)
  execute function perenne.use_days_as_known('planned_start', 'planned_start_as_known', 'first',
    'actual_start', 'actual_start_as_known', 'first', 'planned_end', 'planned_end_as_known', 'last',
    'actual_end', 'actual_end_as_known', 'last');

-- ─── What an agreement's state rests on ────────────────────────────────────────────────────────────
-- For agreement_state, an event that nobody knows the day of happened before all others.
create function perenne.day_of_event(on_day date) returns date language sql immutable parallel safe as $$
  select coalesce(on_day, date '0001-01-01')
$$;
-- Which of the days that are not sure the end and the deadline of an agreement rest on: those that would give another end or
-- another deadline if they were the other bound of what they may be. `[{known, day}]`, the first end first, then by event.
--
--   first_end_known  EDTF, or null where the day is sure
--   events           as for agreement_state, with `onKnown` and `endsKnown`, EDTF, where the day is not sure
create function perenne.agreement_rests_on(
  first_end date, renewal text, renewal_months integer, most_renewals integer, notice_months integer, notice_days integer,
  events jsonb, day date, first_end_known text
) returns jsonb language plpgsql immutable parallel safe as $$
  declare
    found jsonb := '[]';
    stands record;
    other record;
    e jsonb;
    place integer := -1;
  begin
    if first_end_known is null and not jsonb_path_exists(events, '$[*] ? (@.onKnown != null || @.endsKnown != null)') then
      return found;
    end if;
    select s.ends_on, s.deadline into stands from perenne.agreement_state(first_end, renewal, renewal_months, most_renewals,
      notice_months, notice_days, events, day) s;
    if first_end_known is not null then
      select s.ends_on, s.deadline into other from perenne.agreement_state(perenne.day_used(first_end_known, false), renewal,
        renewal_months, most_renewals, notice_months, notice_days, events, day) s;
      if other is distinct from stands then
        found := found || jsonb_build_object('known', first_end_known, 'day', first_end);
      end if;
    end if;
    for e in select x from jsonb_array_elements(events) with ordinality t(x, n) order by n loop
      place := place + 1;
      if e ->> 'onKnown' is not null then
        select s.ends_on, s.deadline into other from perenne.agreement_state(first_end, renewal, renewal_months, most_renewals,
          notice_months, notice_days,
          jsonb_set(events, array[place::text, 'on'], to_jsonb(perenne.day_used(e ->> 'onKnown', true))), day) s;
        if other is distinct from stands then
          found := found || jsonb_build_object('known', e ->> 'onKnown', 'day', e ->> 'on');
        end if;
      end if;
      if e ->> 'endsKnown' is not null then
        select s.ends_on, s.deadline into other from perenne.agreement_state(first_end, renewal, renewal_months, most_renewals,
          notice_months, notice_days,
          jsonb_set(events, array[place::text, 'ends'], to_jsonb(perenne.day_used(e ->> 'endsKnown', false))), day) s;
        if other is distinct from stands then
          found := found || jsonb_build_object('known', e ->> 'endsKnown', 'day', e ->> 'ends');
        end if;
      end if;
    end loop;
    return found;
  end
$$;

-- ─── Search ────────────────────────────────────────────────────────────────────────────────────────
-- As in migration 0014; agreements and projects reach as far as what is known of their days.
create or replace function perenne.reach_as_known(tbl text, ids uuid[]) returns table (id uuid, reach daterange)
  language sql stable as $$
    with one as materialized (
      select distinct u.id from unnest(ids) as u (id)
    ), known as (
      select r.id, r.reach from one join relationship r on r.id = one.id where tbl = 'relationship'
      union all select t.id, t.reach from one join term t on t.id = one.id where tbl = 'term'
      union all select i.id, i.reach from one join interaction i on i.id = one.id where tbl = 'interaction'
      union all select e.agreement_id, daterange(min(e.on_day),
          greatest(max(coalesce(perenne.day_used(e.on_as_known, true), e.on_day)), max(e.ends_on),
            (select a.first_end from agreement a where a.id = e.agreement_id)), '[]')
        from one join agreement_event e on e.agreement_id = one.id where tbl = 'agreement' and e.on_day is not null
        group by e.agreement_id
      union all select a.id, case when d.first is null and d.last is null then null when d.first > d.last then daterange(d.last, d.first, '[]')
          else daterange(d.first, d.last, '[]') end
        from one join activity a on a.id = one.id
        cross join lateral (select coalesce(a.actual_start, a.planned_start) as first, coalesce(a.actual_end, a.planned_end) as last) d
        where tbl = 'activity'
      union all select d.id, daterange(d.decided_on, d.decided_on, '[]') from one join decision d on d.id = one.id where tbl = 'decision'
      union all select c.id, daterange(least(c.due, c.settled_on), greatest(c.due, c.settled_on), '[]')
        from one join commitment c on c.id = one.id where tbl = 'commitment' and coalesce(c.due, c.settled_on) is not null
      union all select p.id, perenne.edtf_reach(p.during) from one join post p on p.id = one.id where tbl = 'post' and p.during is not null
      union all select d.id, perenne.edtf_reach(d.during)
        from one join memory_document d on d.id = one.id where tbl = 'memory_document' and d.during is not null
      union all select n.id, perenne.edtf_reach(n.during) from one join note n on n.id = one.id where tbl = 'note' and n.during is not null
      union all select o.id, perenne.edtf_reach(o.during)
        from one join organisation o on o.id = one.id where tbl = 'organisation' and o.during is not null
    )
    select k.id, k.reach from known k
$$;

-- ─── Older versions ────────────────────────────────────────────────────────────────────────────────
-- What was written before was a sure day, or none.
create function perenne.agreement_in_shape_18(doc jsonb) returns jsonb language sql immutable as $$
  select '{"first_end_as_known": null}'::jsonb || doc
$$;
create function perenne.agreement_event_in_shape_18(doc jsonb) returns jsonb language sql immutable as $$
  select '{"on_as_known": null, "ends_as_known": null}'::jsonb || doc
$$;
create function perenne.activity_in_shape_18(doc jsonb) returns jsonb language sql immutable as $$
  select '{"planned_start_as_known": null, "actual_start_as_known": null, "planned_end_as_known": null, "actual_end_as_known": null}'::jsonb
    || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values
  ('agreement', 18, 'agreement_in_shape_18'),
  ('agreement_event', 18, 'agreement_event_in_shape_18'),
  ('activity', 18, 'activity_in_shape_18');
call perenne.seen_as_of('agreement');
call perenne.seen_as_of('agreement_event');
call perenne.seen_as_of('activity');
