-- The memory of a territory: what links it to whom, why, since when, decided by whom, due when, known by whom. The space of
-- a record is the territory or the network that remembers it.

-- ─── Dates as imprecise as they are known ──────────────────────────────────────────────────────────
-- Valid time is written in EDTF (ISO 8601-2): `1998`, `2004-06`, `2004~`, `1998/2004?`, `2011/..` (goes on), `2011/` (its end
-- is not known), `/2011` (its beginning is not known). The days that it may reach over are made from it, as wide as they can
-- be: they are what queries ask. Unknown and open both leave the reach without a bound; the text tells them apart.
create function perenne.edtf_first_day(part text) returns date language sql immutable parallel safe as $$
  select case
    when part ~ '^\d{4}$' then make_date(part::int, 1, 1)
    when part ~ '^\d{4}-\d{2}$' then make_date(left(part, 4)::int, right(part, 2)::int, 1)
    when part ~ '^\d{4}-\d{2}-\d{2}$' then make_date(left(part, 4)::int, substr(part, 6, 2)::int, right(part, 2)::int)
  end
$$;
create function perenne.edtf_last_day(part text) returns date language sql immutable parallel safe as $$
  select case
    when part ~ '^\d{4}$' then make_date(part::int, 12, 31)
    when part ~ '^\d{4}-\d{2}$' then
      (make_date(left(part, 4)::int, right(part, 2)::int, 1) + interval '1 month' - interval '1 day')::date
    else perenne.edtf_first_day(part)
  end
$$;
create function perenne.edtf_reach(edtf text) returns daterange language sql immutable parallel safe as $$
  select daterange(
    perenne.edtf_first_day(translate(split_part(edtf, '/', 1), '~?%', '')),
    perenne.edtf_last_day(translate(case when position('/' in edtf) = 0 then edtf else split_part(edtf, '/', 2) end, '~?%', '')),
    '[]')
$$;
create function perenne.is_edtf(edtf text) returns boolean language sql immutable parallel safe as $$
  select edtf ~ '^(\d{4}(-\d{2}(-\d{2})?)?[~?%]?|\.\.)?(/(\d{4}(-\d{2}(-\d{2})?)?[~?%]?|\.\.)?)?$'
     and edtf ~ '\d' and perenne.edtf_reach(edtf) is not null
$$;
create domain perenne.edtf as text check (perenne.is_edtf(value));
-- Whether what is dated so went on between two days (both included; the same day twice for one day): 'certain' whatever the
-- exact days were, 'perhaps' when only some of those that it may have been say so, null when none does. The other words for
-- a day (`~`, `?`, `%`) leave it open by one unit of its own: a year for a year. A single date is when it began and ended.
create function perenne.edtf_between(edtf text, first_day date, last_day date) returns text
  language plpgsql immutable parallel safe as $$
  declare
    a text := split_part(edtf, '/', 1);
    z text := case when position('/' in edtf) = 0 then edtf else split_part(edtf, '/', 2) end;
    first_part text := translate(a, '~?%', '');
    last_part text := translate(z, '~?%', '');
    earliest_begin date := coalesce(perenne.edtf_first_day(first_part), '-infinity');
    latest_end date := coalesce(perenne.edtf_last_day(last_part), 'infinity');
    latest_begin date := coalesce(perenne.edtf_last_day(first_part), case a when '..' then date '-infinity' else 'infinity' end);
    earliest_end date := coalesce(perenne.edtf_first_day(last_part), case z when '..' then date 'infinity' else '-infinity' end);
    begin_leeway interval := case when a = first_part then interval '0' else perenne.edtf_unit(first_part) end;
    end_leeway interval := case when z = last_part then interval '0' else perenne.edtf_unit(last_part) end;
  begin
    if earliest_begin > last_day or latest_end < first_day then
      return null;
    end if;
    -- It began no later than it ended: the one bounds the other.
    if least(latest_begin + begin_leeway, latest_end + end_leeway) <= last_day
        and greatest(earliest_end - end_leeway, earliest_begin - begin_leeway) >= first_day then
      return 'certain';
    end if;
    return 'perhaps';
  end
$$;
create function perenne.edtf_unit(part text) returns interval language sql immutable parallel safe as $$
  select case length(part) when 4 then interval '1 year' when 7 then interval '1 month' else interval '1 day' end
$$;

-- ─── Parts stricter than the whole ─────────────────────────────────────────────────────────────────
-- A child that says `at_most` is seen by no wider circle than that, whatever its parent is.
create function perenne.take_after_parent_at_most() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    execute format('select space_id, least(visibility, $2) from perenne.%I where id = ($1).%I', tg_argv[0], tg_argv[1])
      using new, new.at_most into new.space_id, new.visibility;
    if new.space_id is null then
      raise exception 'no % for this %', tg_argv[0], tg_table_name using errcode = '23503';
    end if;
    return new;
  end
$$;
create function perenne.hand_down_at_most() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    execute format('update perenne.%1$I set space_id = $1, visibility = least($2, at_most) where %2$I = $3
                    and (space_id, visibility) is distinct from ($1, least($2, at_most))', tg_argv[0], tg_argv[1])
      using new.space_id, new.visibility, new.id;
    return null;
  end
$$;
create procedure perenne.follow_at_most(child text, parent text, by_column text) language plpgsql as $$
  begin
    execute format('create trigger take_after_parent before insert or update on perenne.%I
      for each row execute function perenne.take_after_parent_at_most(%L, %L)', child, parent, by_column);
    execute format('create trigger %I after update of space_id, visibility on perenne.%I for each row
      when ((new.space_id, new.visibility) is distinct from (old.space_id, old.visibility))
      execute function perenne.hand_down_at_most(%L, %L)', 'hand_down_to_' || child, parent, child, by_column);
  end
$$;
-- A text of a record may be kept to a stricter circle than the record: a relationship is public, its narrative is not.
create table perenne.field_circle (
  id uuid primary key default gen_random_uuid(),
  record_table text not null,
  record_id uuid not null,
  field text not null,
  at_most smallint not null check (at_most between 0 and 1),
  space_id uuid not null,
  visibility smallint not null,
  unique (record_id, record_table, field)
);
create function perenne.field_at_most(tbl text, record uuid, named text) returns smallint
  language sql stable security definer set search_path = perenne, pg_temp as $$
  select coalesce((select c.at_most from perenne.field_circle c
    where c.record_id = record and c.record_table = tbl and c.field = named), 2::smallint)
$$;
revoke execute on function perenne.field_at_most from public;
create or replace function perenne.translation_takes_after_record() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    execute format('select space_id, visibility from perenne.%I where id = $1', new.record_table)
      using new.record_id into new.space_id, new.visibility;
    if new.space_id is null then
      raise exception 'no % with this id for a text', new.record_table using errcode = '23503';
    end if;
    if tg_table_name = 'translation' then
      new.visibility := least(new.visibility, perenne.field_at_most(new.record_table, new.record_id, new.field));
    end if;
    return new;
  end
$$;
create or replace function perenne.texts_follow_record() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    -- What search knows of the record follows too: a record that becomes internal is not found a moment longer.
    if tg_op = 'DELETE' then
      delete from perenne.translation where record_id = old.id and record_table = tg_table_name;
      delete from perenne.search_entry where record_id = old.id and record_table = tg_table_name;
      delete from perenne.field_circle where record_id = old.id and record_table = tg_table_name;
    else
      update perenne.translation t set space_id = new.space_id,
          visibility = least(new.visibility, perenne.field_at_most(t.record_table, t.record_id, t.field))
        where t.record_id = new.id and t.record_table = tg_table_name
          and (t.space_id, t.visibility) is distinct from
              (new.space_id, least(new.visibility, perenne.field_at_most(t.record_table, t.record_id, t.field)));
      update perenne.search_entry e set space_id = new.space_id, visibility = least(new.visibility, e.at_most)
        where e.record_id = new.id and e.record_table = tg_table_name
          and (e.space_id, e.visibility) is distinct from (new.space_id, least(new.visibility, e.at_most));
    end if;
    return null;
  end
$$;
create function perenne.texts_follow_circle() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    c perenne.field_circle := coalesce(new, old);
    whole smallint;
  begin
    execute format('select visibility from perenne.%I where id = $1', c.record_table) using c.record_id into whole;
    update perenne.translation t
      set visibility = least(whole, perenne.field_at_most(c.record_table, c.record_id, c.field))
      where t.record_id = c.record_id and t.record_table = c.record_table and t.field = c.field and whole is not null;
    return null;
  end
$$;
create trigger take_after_record before insert on perenne.field_circle
  for each row execute function perenne.translation_takes_after_record();
create trigger texts_follow_circle after insert or update or delete on perenne.field_circle
  for each row execute function perenne.texts_follow_circle();

-- ─── Shared with a person ──────────────────────────────────────────────────────────────────────────
-- A record, with its own parts, is shown to one person who has no right in the space, until a day.
create table perenne.share (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility = 0),
  record_table text not null check (record_table in
    ('relationship', 'activity', 'interaction', 'decision', 'memory_document', 'note')),
  record_id uuid not null,
  person_id uuid not null references perenne.person,
  reason text check (btrim(reason) <> '' and length(reason) <= 1000),
  ends_at timestamptz not null,
  shared_by uuid references perenne.person,
  shared_at timestamptz not null default perenne.now(),
  check (ends_at >= shared_at)
);
create index on perenne.share (record_id);
create index on perenne.share (person_id);
create index on perenne.share (space_id);

-- ─── Actors ────────────────────────────────────────────────────────────────────────────────────────
-- An organisation is the actor: own services, partners, networks, donors. One that was found to be the same as another
-- stays, and says which: what pointed to it is followed, nothing is rewritten in silence.
alter table perenne.organisation drop constraint organisation_kind_check;
alter table perenne.organisation
  add constraint organisation_kind_check check (kind in
    ('network', 'association', 'company', 'local-government', 'university', 'institution', 'other',
     'service', 'ngo', 'state', 'donor', 'international')),
  add column parent_id uuid references perenne.organisation,
  add column successor_id uuid references perenne.organisation,
  add column merged_into_id uuid references perenne.organisation,
  add column during perenne.edtf,
  add column remembered boolean not null default false,
  add check (merged_into_id is distinct from id and successor_id is distinct from id and parent_id is distinct from id);
comment on column perenne.organisation.remembered is 'belongs to the memory of its territory or network, beside those a seminar only names';
comment on column perenne.organisation.merged_into_id is 'the same as another one, which stands for both';
create index on perenne.organisation (space_id) where remembered;
create function perenne.organisation_in_shape_10(doc jsonb) returns jsonb language sql immutable as $$
  select '{"parent_id": null, "successor_id": null, "merged_into_id": null, "during": null, "remembered": false}'::jsonb || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values ('organisation', 10, 'organisation_in_shape_10');

-- Somebody whom the office knows. Name, address and telephone stand in `person`; field `role`: their post, in words.
create table perenne.contact (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  person_id uuid not null unique references perenne.person,
  organisation_id uuid references perenne.organisation,
  languages text[] not null default '{}',
  during perenne.edtf,
  public_office boolean not null default false
);
create index on perenne.contact (space_id);
create index on perenne.contact (organisation_id);
comment on column perenne.contact.public_office is 'holds or held a public office: the name is kept for history (docs/data.md)';

-- ─── Posts, terms of office, appointments: three things ────────────────────────────────────────────
-- Field `name`. Of the territory itself, or of another organisation.
create table perenne.term (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 2 check (visibility between 0 and 2),
  organisation_id uuid references perenne.organisation,
  during perenne.edtf not null,
  reach daterange generated always as (perenne.edtf_reach(during)) stored,
  elected_on date
);
create index on perenne.term (space_id);
-- Field `title`.
create table perenne.post (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 2 check (visibility between 0 and 2),
  organisation_id uuid references perenne.organisation,
  nature text not null check (nature in ('political', 'technical')),
  seats integer not null default 1 check (seats > 0),
  during perenne.edtf
);
create index on perenne.post (space_id);
create table perenne.appointment (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references perenne.post on delete cascade,
  contact_id uuid not null references perenne.contact on delete cascade,
  term_id uuid references perenne.term on delete set null,
  during perenne.edtf not null,
  reach daterange generated always as (perenne.edtf_reach(during)) stored,
  acting boolean not null default false,
  carried_over boolean not null default false,
  at_most smallint not null default 2 check (at_most between 0 and 2),
  space_id uuid not null,
  visibility smallint not null
);
create index on perenne.appointment (post_id);
create index on perenne.appointment (contact_id);
comment on column perenne.appointment.acting is 'holds the post in the place of somebody else';
comment on column perenne.appointment.carried_over is 'stays in the post after the end of the term that it was given for';

-- ─── Relationships and agreements ──────────────────────────────────────────────────────────────────
-- What links the territory to others over the years, whatever is signed or done under it; belonging to a network is one of
-- its kinds. Fields `name`, `reason` (why this partner), `narrative`.
create table perenne.relationship (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  key text,
  kind text not null check (kind in ('twinning', 'cooperation', 'triangular', 'network', 'declaration')),
  during perenne.edtf not null,
  reach daterange generated always as (perenne.edtf_reach(during)) stored,
  unique (space_id, key)
);
comment on table perenne.relationship is 'fields `name`, `reason`, `narrative`, and `sensitivity`: what to be careful about, which stays inside';
create index on perenne.relationship (space_id);
create table perenne.relationship_party (
  id uuid primary key default gen_random_uuid(),
  relationship_id uuid not null references perenne.relationship on delete cascade,
  organisation_id uuid not null references perenne.organisation,
  role text not null default 'partner' check (role in ('partner', 'donor', 'facilitator', 'network', 'other')),
  during perenne.edtf,
  at_most smallint not null default 2 check (at_most between 0 and 2),
  space_id uuid not null,
  visibility smallint not null,
  unique (relationship_id, organisation_id, role)
);
create index on perenne.relationship_party (organisation_id);

-- What was signed. Field `title`. Its state on a date is computed by agreement_state, never stored.
create table perenne.agreement (
  id uuid primary key default gen_random_uuid(),
  relationship_id uuid not null references perenne.relationship on delete cascade,
  kind text not null check (kind in ('charter', 'convention', 'addendum', 'letter')),
  amends_id uuid references perenne.agreement on delete set null,
  first_end date,
  renewal text not null default 'none' check (renewal in ('none', 'tacit', 'express', 'indefinite')),
  renewal_months integer check (renewal_months between 1 and 1200),
  most_renewals integer check (most_renewals between 0 and 1000),
  notice_months integer not null default 0 check (notice_months between 0 and 240),
  notice_days integer not null default 0 check (notice_days between 0 and 3650),
  languages text[] not null default '{}',
  at_most smallint not null default 2 check (at_most between 0 and 2),
  space_id uuid not null,
  visibility smallint not null,
  check (renewal <> 'tacit' or (first_end is not null and renewal_months is not null)),
  check (renewal <> 'indefinite' or first_end is null)
);
create index on perenne.agreement (relationship_id);
create index on perenne.agreement (space_id);
comment on column perenne.agreement.first_end is 'the last day of its first term; null when it has none, or when nobody knows';
create table perenne.agreement_event (
  id uuid primary key default gen_random_uuid(),
  agreement_id uuid not null references perenne.agreement on delete cascade,
  kind text not null check (kind in ('negotiated', 'approved', 'signed', 'in-force', 'amended', 'renewed', 'suspended',
    'denounced', 'expired', 'reactivated')),
  on_day date not null,
  ends_on date,
  position integer not null default 0,
  decision_id uuid,
  space_id uuid not null,
  visibility smallint not null,
  check (ends_on >= on_day)
);
create index on perenne.agreement_event (agreement_id, on_day, position);
comment on column perenne.agreement_event.ends_on is
  'the last day of the term that it begins (amended, renewed, reactivated), or the last day at all (denounced)';

-- How many renewals of so many months, counted from the end of the first term, reach a day; never more than `most`. Counted
-- from the first end each time: a month that has no 31st shortens its own term and none after it.
create function perenne.renewals_until(base date, months integer, most integer, day date) returns integer
  language plpgsql immutable parallel safe as $$
  declare
    n integer := greatest(0, ((extract(year from day) - extract(year from base)) * 12
      + extract(month from day) - extract(month from base))::integer / months - 1);
  begin
    while base + make_interval(months => n * months) < day loop
      n := n + 1;
    end loop;
    return least(n, most);
  end
$$;
create function perenne.term_end(base date, renewal text, months integer, most integer, day date) returns date
  language sql immutable parallel safe as $$
  select case when renewal = 'tacit' and base is not null
    then (base + make_interval(months => months * perenne.renewals_until(base, months, most, day)))::date
    else base end
$$;

-- The last day of a term, counted from the last day of the first: months of the calendar, brought back to their last day.
create function perenne.nth_term_end(base date, months integer, n integer) returns date
  language sql immutable parallel safe as $$ select (base + make_interval(months => months * n))::date $$;

-- How an agreement stands on a day, from its terms and its events `[{kind, on, ends}]` in their order.
--
--   state        not-yet, negotiated, approved, signed, in-force, suspended, denounced (still runs), expired, terminated
--   since        the day from which it stands so
--   ends_on      the last day of the term that runs, or ran last; null when there is none or nobody knows
--   renewals     how often it was renewed: by tacit agreement since its term was last set, else as its events tell
--   deadline     the next day by which something is to be done, and `todo`: `notice` (the last day for saying that it
--                shall not be renewed once more), `renew` (the last day for renewing it), `end` (it just ends)
--
-- In force from the day said, else from its signature; what happens to an agreement of which neither is known (renewed,
-- suspended, denounced) tells that it was in force by then. Last days belong to the term. A denunciation ends a tacit agreement
-- with the first term for which its notice is in time; any other when the notice is over, and not after its end. Time runs on
-- while it is suspended. A renewal goes on from the end of the term or, when that is over, from its own day; one that is noted
-- of a tacit agreement confirms what happens by itself, and adds a term only to the last. Once over, it runs again only when it
-- is renewed or reactivated or, where its term just ran out, amended with a new end. (The case of the test: GLPI #23084.)
create function perenne.agreement_state(
  first_end date, renewal text, renewal_months integer, most_renewals integer, notice_months integer, notice_days integer,
  events jsonb, day date,
  out state text, out since date, out ends_on date, out renewals integer, out deadline date, out todo text
) language plpgsql immutable parallel safe as $$
  declare
    e record;
    notice interval := make_interval(months => coalesce(notice_months, 0), days => coalesce(notice_days, 0));
    base date := first_end;
    began date;
    last date;          -- the last day at all, once that was said
    by_notice boolean := false;
    paused text;        -- what it was when it was suspended before it was in force
    noted integer := 0; -- renewals that were noted
    entry_said boolean := exists (select from jsonb_array_elements(events) x where x ->> 'kind' = 'in-force');
    tacit boolean := renewal = 'tacit';
    term date;
    over boolean;
    n integer;
  begin
    state := 'not-yet';
    renewals := 0;
    for e in select x ->> 'kind' as kind, (x ->> 'on')::date as on_day, (x ->> 'ends')::date as ends
      from jsonb_array_elements(events) with ordinality as t(x, place)
      where (x ->> 'on')::date <= day order by (x ->> 'on')::date, t.place
    loop
      term := perenne.term_end(base, renewal, renewal_months, most_renewals, e.on_day);
      over := began is not null and coalesce(coalesce(last, term) < e.on_day, false);
      if e.kind in ('negotiated', 'approved') then
        if began is null and state <> 'signed' then state := e.kind; since := e.on_day; end if;
      elsif e.kind = 'signed' then
        if began is null then
          if entry_said then state := 'signed'; else state := 'in-force'; began := e.on_day; end if;
          since := e.on_day;
        end if;
      elsif e.kind = 'in-force' then
        if began is null then state := 'in-force'; began := e.on_day; since := e.on_day; end if;
      elsif e.kind = 'amended' then
        if e.ends is not null and (last is null or not over) then
          base := e.ends;
          if over then state := 'in-force'; since := e.on_day; end if;
        end if;
      elsif e.kind = 'renewed' then
        base := case
          when e.ends is not null then e.ends
          when renewal = 'indefinite' and (base >= e.on_day or base is null) then base
          when renewal = 'indefinite' or renewal_months is null then null
          when least(last, term) < e.on_day then perenne.nth_term_end(e.on_day - 1, renewal_months, 1)
          when tacit and perenne.renewals_until(base, renewal_months, most_renewals, e.on_day) is distinct from most_renewals
            then base
          else perenne.nth_term_end(term, renewal_months, 1) end;
        if began is null or over or state not in ('in-force', 'suspended') then state := 'in-force'; since := e.on_day; end if;
        began := coalesce(began, e.on_day); last := null; by_notice := false; noted := noted + 1;
      elsif e.kind = 'suspended' then
        if not over and state <> 'suspended' then
          if state = 'not-yet' then began := e.on_day; end if;
          paused := state; state := 'suspended'; since := e.on_day;
        end if;
      elsif e.kind = 'reactivated' then
        if began is null and state = 'suspended' then
          state := paused; since := e.on_day;
        elsif state = 'suspended' and last is not null and e.ends is null and not over then
          -- The suspension is lifted; that it was denounced, or ends, stands.
          state := case when by_notice then 'denounced' else 'in-force' end; since := e.on_day;
        else
          base := case
            when e.ends is not null then e.ends
            when term < e.on_day and renewal in ('tacit', 'express') and renewal_months is not null
              then perenne.nth_term_end(e.on_day - 1, renewal_months, 1)
            when term < e.on_day then null
            else base end;
          if began is null or over or state <> 'in-force' then state := 'in-force'; since := e.on_day; end if;
          began := coalesce(began, e.on_day); last := null; by_notice := false;
        end if;
      elsif e.kind = 'denounced' then
        if not over then
          if tacit then
            n := perenne.renewals_until(base, renewal_months, most_renewals, e.on_day);
            while (perenne.nth_term_end(base, renewal_months, n) - notice)::date < e.on_day and n is distinct from most_renewals loop
              n := n + 1;
            end loop;
            term := perenne.nth_term_end(base, renewal_months, n);
          end if;
          -- A term that is past ends nothing more: it runs to a last day that was said.
          term := case when term >= e.on_day then term end;
          last := coalesce(e.ends, least(last, term, case when not tacit then (e.on_day + notice)::date end));
          by_notice := true; began := coalesce(began, e.on_day);
          if state <> 'denounced' then state := 'denounced'; since := e.on_day; end if;
        end if;
      elsif e.kind = 'expired' then
        if not over then
          if began is null then began := e.on_day; state := 'in-force'; since := e.on_day; end if;
          if last is null or e.on_day < last then last := e.on_day; by_notice := false; end if;
        end if;
      end if;
    end loop;

    if began is null then
      return;
    end if;
    term := perenne.term_end(base, renewal, renewal_months, most_renewals, least(day, last));
    ends_on := coalesce(last, term);
    renewals := case when tacit then perenne.renewals_until(base, renewal_months, most_renewals, least(day, last)) else noted end;
    if ends_on < day then
      state := case when by_notice then 'terminated' else 'expired' end;
      since := greatest(ends_on + 1, began);
    elsif last is not null then
      deadline := last; todo := 'end';
    elsif tacit then
      -- The notice of this term may be past: then it is renewed, and the next notice is that of a later term.
      n := renewals;
      while (perenne.nth_term_end(base, renewal_months, n) - notice)::date < day and n is distinct from most_renewals loop
        n := n + 1;
      end loop;
      term := perenne.nth_term_end(base, renewal_months, n);
      if n = most_renewals then deadline := term; todo := 'end'; else deadline := (term - notice)::date; todo := 'notice'; end if;
    elsif renewal = 'express' and ends_on is not null and (most_renewals is null or noted < most_renewals) then
      deadline := case when (term - notice)::date >= day then (term - notice)::date else term end; todo := 'renew';
    elsif ends_on is not null then
      deadline := term; todo := 'end';
    end if;
  end
$$;
comment on function perenne.agreement_state is 'one rule, asked by every page, reminder, check and file';

-- ─── What is done: interactions, commitments ───────────────────────────────────────────────────────
-- A mission, a visit, a call: a line of the journal, in the one language it was written in.
create table perenne.interaction (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  kind text not null check (kind in ('mission', 'delegation', 'meeting', 'call', 'letter', 'event', 'other')),
  during perenne.edtf not null,
  reach daterange generated always as (perenne.edtf_reach(during)) stored,
  title text not null check (btrim(title) <> '' and length(title) <= 300),
  place text check (length(place) <= 300),
  body text check (length(body) <= 20000),
  language text not null check (language ~ '^[a-z]{2}$'),
  message_id text,
  written_by uuid references perenne.person,
  unique (space_id, message_id)
);
create index on perenne.interaction (space_id);
comment on column perenne.interaction.kind is 'a mission goes out, a delegation comes in';
comment on column perenne.interaction.message_id is 'of the mail that it was made from: the same mail makes no second one';
create table perenne.interaction_participant (
  id uuid primary key default gen_random_uuid(),
  interaction_id uuid not null references perenne.interaction on delete cascade,
  contact_id uuid references perenne.contact on delete cascade,
  organisation_id uuid references perenne.organisation,
  side text not null default 'partner' check (side in ('own', 'partner', 'other')),
  space_id uuid not null,
  visibility smallint not null,
  check (contact_id is not null or organisation_id is not null)
);
create index on perenne.interaction_participant (interaction_id);
create index on perenne.interaction_participant (contact_id);
create index on perenne.interaction_participant (organisation_id);
-- What was promised, by whom, for when, and whether it was kept.
create table perenne.commitment (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  interaction_id uuid references perenne.interaction on delete set null,
  relationship_id uuid references perenne.relationship on delete cascade,
  owed_by text not null check (owed_by in ('us', 'them')),
  organisation_id uuid references perenne.organisation,
  contact_id uuid references perenne.contact on delete set null,
  what text not null check (btrim(what) <> '' and length(what) <= 1000),
  language text not null check (language ~ '^[a-z]{2}$'),
  due date,
  settled_on date,
  outcome text check (outcome in ('kept', 'dropped')),
  outcome_reason text check (length(outcome_reason) <= 1000),
  check ((settled_on is null) = (outcome is null))
);
create index on perenne.commitment (space_id);
create index on perenne.commitment (interaction_id);
create index on perenne.commitment (relationship_id);

-- ─── Networks: fees, seats ─────────────────────────────────────────────────────────────────────────
create table perenne.fee (
  id uuid primary key default gen_random_uuid(),
  relationship_id uuid not null references perenne.relationship on delete cascade,
  year integer not null check (year between 1900 and 2200),
  amount numeric(18, 2) not null check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  due date,
  paid_on date,
  at_most smallint not null default 2 check (at_most between 0 and 2),
  space_id uuid not null,
  visibility smallint not null,
  unique (relationship_id, year)
);
-- A seat in a body of a network. Field `body`: which. Held by the city whoever represents it, or by somebody in person: that
-- one leaves with them.
create table perenne.network_seat (
  id uuid primary key default gen_random_uuid(),
  relationship_id uuid not null references perenne.relationship on delete cascade,
  held_by text not null check (held_by in ('city', 'person')),
  contact_id uuid references perenne.contact on delete set null,
  during perenne.edtf not null,
  reach daterange generated always as (perenne.edtf_reach(during)) stored,
  at_most smallint not null default 2 check (at_most between 0 and 2),
  space_id uuid not null,
  visibility smallint not null
);
create index on perenne.network_seat (relationship_id);

-- ─── Projects, in the shape of IATI 2.03 ───────────────────────────────────────────────────────────
-- Fields `title`, `description`. Codes are those of the IATI code lists.
create table perenne.activity (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  identifier text check (btrim(identifier) <> '' and length(identifier) <= 200),
  status text not null check (status in ('1', '2', '3', '4', '5', '6')),
  planned_start date,
  actual_start date,
  planned_end date,
  actual_end date,
  scope text check (scope ~ '^[1-8]$'),
  relationship_id uuid references perenne.relationship on delete set null,
  parent_id uuid references perenne.activity on delete set null,
  unique (space_id, identifier),
  check (parent_id is distinct from id),
  check (planned_end >= planned_start), check (actual_end >= actual_start)
);
create index on perenne.activity (space_id);
create index on perenne.activity (relationship_id);
comment on column perenne.activity.status is '1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended';
create table perenne.activity_party (
  id uuid primary key default gen_random_uuid(),
  activity_id uuid not null references perenne.activity on delete cascade,
  organisation_id uuid references perenne.organisation,
  role text not null check (role in ('1', '2', '3', '4')),
  space_id uuid not null,
  visibility smallint not null
);
create unique index activity_party_once on perenne.activity_party (activity_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), role);
create index on perenne.activity_party (organisation_id);
comment on column perenne.activity_party.role is '1 funding, 2 accountable, 3 extending, 4 implementing';
comment on column perenne.activity_party.organisation_id is 'null: the territory itself';
create table perenne.activity_place (
  id uuid primary key default gen_random_uuid(),
  activity_id uuid not null references perenne.activity on delete cascade,
  country text check (country ~ '^[A-Z]{2}$'),
  name text check (length(name) <= 300),
  latitude numeric(9, 6) check (latitude between -90 and 90),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  percentage numeric(5, 2) check (percentage between 0 and 100),
  space_id uuid not null,
  visibility smallint not null,
  check (country is not null or name is not null),
  check ((latitude is null) = (longitude is null))
);
create index on perenne.activity_place (activity_id);
create table perenne.activity_class (
  id uuid primary key default gen_random_uuid(),
  activity_id uuid not null references perenne.activity on delete cascade,
  vocabulary text not null check (vocabulary in ('sector', 'goal', 'target', 'marker', 'own')),
  code text not null check (btrim(code) <> '' and length(code) <= 60),
  percentage numeric(5, 2) check (percentage between 0 and 100),
  space_id uuid not null,
  visibility smallint not null,
  unique (activity_id, vocabulary, code)
);
comment on column perenne.activity_class.vocabulary is 'sector: DAC 5 digits; goal, target: of sustainable development; marker: policy marker';
create table perenne.activity_money (
  id uuid primary key default gen_random_uuid(),
  activity_id uuid not null references perenne.activity on delete cascade,
  kind text not null check (kind in ('budget', 'incoming', 'commitment', 'disbursement', 'expenditure', 'planned-disbursement', 'in-kind')),
  value numeric(18, 2) not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  value_date date not null,
  period_start date,
  period_end date,
  provider_id uuid references perenne.organisation,
  receiver_id uuid references perenne.organisation,
  description text check (length(description) <= 1000),
  at_most smallint not null default 2 check (at_most between 0 and 2),
  space_id uuid not null,
  visibility smallint not null,
  check (period_end >= period_start)
);
create index on perenne.activity_money (activity_id);

-- ─── Decisions: the fields of the French open schema of deliberations (SCDL 2.1) ───────────────────
-- Fields of text `object` (DELIB_OBJET).
create table perenne.decision (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 2 check (visibility between 0 and 2),
  body_name text check (length(body_name) <= 300),
  body_siret text check (body_siret ~ '^\d{14}$'),
  number text not null check (btrim(number) <> '' and length(number) <= 100),
  decided_on date not null,
  subject_code text check (subject_code ~ '^[1-9](\.\d{1,2}){0,4}$'),
  subject_name text check (length(subject_name) <= 300),
  budget_year integer check (budget_year between 1900 and 2200),
  budget_name text check (length(budget_name) <= 300),
  prefecture_id text check (length(prefecture_id) <= 100),
  prefecture_on date,
  voters integer check (voters >= 0),
  voted integer check (voted >= 0),
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  abstentions integer check (abstentions >= 0),
  url text check (url ~ '^https?://' and length(url) <= 2000),
  unique (space_id, number, decided_on)
);
create index on perenne.decision (space_id);
alter table perenne.agreement_event add foreign key (decision_id) references perenne.decision on delete set null;

-- ─── Documents, notes ──────────────────────────────────────────────────────────────────────────────
-- Field `title`. Each file of it is a version.
create table perenne.memory_document (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  category text not null check (category ~ '^(A|B)\d\d$|^own$'),
  language text check (language ~ '^[a-z]{2}$'),
  during perenne.edtf,
  licence text check (length(licence) <= 300),
  keep_until date,
  legal_hold boolean not null default false
);
create index on perenne.memory_document (space_id);
comment on column perenne.memory_document.category is 'of the IATI list of document categories';
comment on column perenne.memory_document.keep_until is 'when it may be removed; null: kept for good. Nothing under legal hold is removed';
create table perenne.document_version (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null references perenne.memory_document on delete cascade,
  number integer not null check (number > 0),
  file_id uuid not null references perenne.file,
  added_at timestamptz not null default perenne.now(),
  added_by uuid references perenne.person,
  extraction text not null default 'waiting' check (extraction in ('waiting', 'done', 'none', 'failed')),
  space_id uuid not null,
  visibility smallint not null,
  unique (document_id, number)
);
create index on perenne.document_version (added_at) where extraction = 'waiting';
comment on column perenne.document_version.extraction is 'whether its words were read out of it, for search';
-- The words of a file, apart: they are long, made again at will, and no part of history.
create table perenne.document_text (
  id uuid primary key references perenne.document_version on delete cascade,
  body text not null,
  space_id uuid not null,
  visibility smallint not null
);
-- What somebody knows, in their own words; oral memory too. A confidential one is read by whoever wrote it and by those with
-- whom it is shared, by nobody else.
create table perenne.note (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  kind text not null check (kind in ('fact', 'context', 'lesson', 'warning', 'contact-tip', 'oral-memory')),
  body text not null check (btrim(body) <> '' and length(body) <= 50000),
  language text not null check (language ~ '^[a-z]{2}$'),
  during perenne.edtf,
  told_by uuid references perenne.contact on delete set null,
  written_by uuid references perenne.person,
  confidential boolean not null default false,
  check (not confidential or (visibility = 0 and written_by is not null))
);
create index on perenne.note (space_id);

-- What an interaction, a decision, a document, a note is about.
create table perenne.about (
  id uuid primary key default gen_random_uuid(),
  record_table text not null check (record_table in ('interaction', 'decision', 'memory_document', 'note')),
  record_id uuid not null,
  about_table text not null check (about_table in
    ('relationship', 'agreement', 'activity', 'organisation', 'contact', 'post', 'interaction', 'decision', 'space')),
  about_id uuid not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (record_id, about_id)
);
create index on perenne.about (about_id);
create index on perenne.about (space_id);

-- ─── Who does what for it ──────────────────────────────────────────────────────────────────────────
-- A service leads, contributes, is consulted; a political instance decides; an actor of the territory is a key to it.
create table perenne.responsibility (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  organisation_id uuid not null references perenne.organisation,
  contact_id uuid references perenne.contact on delete set null,
  role text not null check (role in ('leads', 'contributes', 'is-consulted', 'decides', 'key-actor')),
  relationship_id uuid references perenne.relationship on delete cascade,
  activity_id uuid references perenne.activity on delete cascade,
  during perenne.edtf,
  reach daterange generated always as (perenne.edtf_reach(during)) stored,
  check ((relationship_id is null) <> (activity_id is null))
);
create index on perenne.responsibility (space_id);
create index on perenne.responsibility (relationship_id);
create index on perenne.responsibility (activity_id);
create index on perenne.responsibility (organisation_id);

-- ─── Checks, reminders, imports ────────────────────────────────────────────────────────────────────
-- A rule as a territory wants it; without a line it runs as it comes.
create table perenne.memory_rule (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility = 0),
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  off boolean not null default false,
  threshold integer check (threshold between 0 and 100000),
  unique (space_id, code)
);
create table perenne.finding_set_aside (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility = 0),
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  record_id uuid not null,
  reason text not null check (btrim(reason) <> '' and length(reason) <= 1000),
  set_by uuid references perenne.person,
  set_at timestamptz not null default perenne.now(),
  until date,
  unique (space_id, code, record_id)
);
-- Who wants what is due told by mail, how often, and by which calendar address.
create table perenne.memory_digest (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  person_id uuid not null references perenne.person,
  every text not null default 'week' check (every in ('never', 'week', 'month')),
  language text not null check (language ~ '^[a-z]{2}$'),
  feed_number integer not null default 0 check (feed_number >= 0),
  last_sent_on date,
  unique (space_id, person_id)
);
comment on column perenne.memory_digest.feed_number is 'odd: the calendar address of this number is valid; even: none is';

create table perenne.import_mapping (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility = 0),
  headers_hash text not null check (headers_hash ~ '^[0-9a-f]{64}$'),
  kind text not null,
  columns jsonb not null,
  used_at timestamptz not null default perenne.now(),
  unique (space_id, headers_hash)
);
comment on column perenne.import_mapping.columns is 'which column holds what, as an office said it once for these headers';
create table perenne.import_batch (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility = 0),
  name text not null check (length(name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null,
  way text not null check (way in ('create', 'update', 'both')),
  waiting bytea,
  looked_at timestamptz not null default clock_timestamp(),
  looked_by uuid references perenne.person,
  imported_at timestamptz,
  imported_by uuid references perenne.person,
  persons_before bytea,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  undone_at timestamptz
);
create index on perenne.import_batch (space_id);
comment on column perenne.import_batch.waiting is 'its rows, encrypted, until they are imported, and no longer than a day after looked_at';
comment on column perenne.import_batch.persons_before is
  'names and addresses that it changed, as they were, encrypted, so that it can be undone: for a week';
create table perenne.import_row (
  id uuid primary key default gen_random_uuid(),
  batch_id uuid not null references perenne.import_batch on delete cascade,
  line integer not null,
  record_table text not null,
  record_id uuid not null,
  version_before integer,
  version_after integer not null,
  undone text check (undone in ('removed', 'restored', 'kept')),
  space_id uuid not null,
  visibility smallint not null
);
create index on perenne.import_row (batch_id);
comment on column perenne.import_row.version_before is 'null: the import made it';

-- ─── Whose they are ────────────────────────────────────────────────────────────────────────────────
-- A child that changes its parent changes its space and its circle with it.
create procedure perenne.belongs_to(child text, parent text, by_column text) language plpgsql as $$
  begin
    call perenne.follow(child, parent, by_column);
    execute format('create trigger take_after_new_parent before update of %I on perenne.%I for each row
      execute function perenne.take_after_parent(%L, %L)', by_column, child, parent, by_column);
  end
$$;
call perenne.follow_at_most('appointment', 'post', 'post_id');
call perenne.follow_at_most('relationship_party', 'relationship', 'relationship_id');
call perenne.follow_at_most('agreement', 'relationship', 'relationship_id');
call perenne.belongs_to('agreement_event', 'agreement', 'agreement_id');
call perenne.belongs_to('interaction_participant', 'interaction', 'interaction_id');
call perenne.follow_at_most('fee', 'relationship', 'relationship_id');
call perenne.follow_at_most('network_seat', 'relationship', 'relationship_id');
call perenne.belongs_to('activity_party', 'activity', 'activity_id');
call perenne.belongs_to('activity_place', 'activity', 'activity_id');
call perenne.belongs_to('activity_class', 'activity', 'activity_id');
call perenne.follow_at_most('activity_money', 'activity', 'activity_id');
-- Who says `at_most` changes a circle without naming it, and triggers on `visibility` are deaf to that: what hangs under the
-- part follows all the same, its events and its texts.
create trigger narrowed_events after update of at_most, relationship_id on perenne.agreement for each row
  when ((new.space_id, new.visibility) is distinct from (old.space_id, old.visibility))
  execute function perenne.hand_down('agreement_event', 'agreement_id');
create trigger narrowed_texts after update of at_most, relationship_id on perenne.agreement for each row
  when ((new.space_id, new.visibility) is distinct from (old.space_id, old.visibility))
  execute function perenne.texts_follow_record();
create trigger narrowed_texts after update of at_most, relationship_id on perenne.network_seat for each row
  when ((new.space_id, new.visibility) is distinct from (old.space_id, old.visibility))
  execute function perenne.texts_follow_record();
call perenne.belongs_to('document_version', 'memory_document', 'document_id');
call perenne.belongs_to('document_text', 'document_version', 'id');
call perenne.belongs_to('import_row', 'import_batch', 'batch_id');

-- What to be careful about stays inside, whoever may see the rest.
create function perenne.sensitivity_stays_inside() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    insert into perenne.field_circle (record_table, record_id, field, at_most)
      values ('relationship', new.id, 'sensitivity', 0) on conflict do nothing;
    return null;
  end
$$;
create trigger sensitivity_stays_inside after insert on perenne.relationship
  for each row execute function perenne.sensitivity_stays_inside();
create function perenne.keep_sensitivity_inside() returns trigger language plpgsql as $$
  begin
    if old.record_table = 'relationship' and old.field = 'sensitivity'
        and exists (select from perenne.relationship r where r.id = old.record_id) then
      raise exception 'what to be careful about stays inside' using errcode = '23001';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end
$$;
create trigger keep_sensitivity_inside before update or delete on perenne.field_circle
  for each row execute function perenne.keep_sensitivity_inside();

-- The files of a document are seen as it is.
create function perenne.files_follow_document() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    update perenne.file f set visibility = new.visibility
      where f.record_id = new.id and f.visibility is distinct from new.visibility;
    return null;
  end
$$;
create trigger files_follow_document after update of visibility on perenne.memory_document
  for each row when (new.visibility is distinct from old.visibility) execute function perenne.files_follow_document();

-- What a record is about lies in the same space, and goes with either of the two.
create function perenne.about_takes_after_record() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    there uuid;
  begin
    execute format('select space_id, visibility from perenne.%I where id = $1', new.record_table)
      using new.record_id into new.space_id, new.visibility;
    execute format('select space_id from perenne.%I where id = $1', new.about_table) using new.about_id into there;
    if new.space_id is null or there is distinct from new.space_id then
      raise exception 'no such % to be about in this space', new.about_table using errcode = '23503';
    end if;
    return new;
  end
$$;
create trigger take_after_record before insert or update on perenne.about
  for each row execute function perenne.about_takes_after_record();
create function perenne.about_follows_record() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if tg_op = 'DELETE' then
      delete from perenne.about where (record_id = old.id and record_table = tg_table_name) or about_id = old.id;
      delete from perenne.share where record_id = old.id and record_table = tg_table_name;
    else
      update perenne.about set space_id = new.space_id where record_id = new.id and record_table = tg_table_name;
    end if;
    return null;
  end
$$;
do $$
declare t text;
begin
  foreach t in array '{interaction,decision,memory_document,note}'::text[] loop
    execute format('create trigger about_follows_record after delete or update of space_id, visibility on perenne.%I
      for each row execute function perenne.about_follows_record()', t);
  end loop;
  foreach t in array '{relationship,agreement,activity,organisation,contact,post}'::text[] loop
    execute format('create trigger about_follows_record after delete on perenne.%I
      for each row execute function perenne.about_follows_record()', t);
  end loop;
end
$$;
create function perenne.share_in_its_space() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    there uuid;
  begin
    execute format('select space_id from perenne.%I where id = $1', new.record_table) using new.record_id into there;
    if there is distinct from new.space_id then
      raise exception 'no such % to share in this space', new.record_table using errcode = '23503';
    end if;
    return new;
  end
$$;
create trigger share_in_its_space before insert or update on perenne.share
  for each row execute function perenne.share_in_its_space();

-- ─── Who sees them ─────────────────────────────────────────────────────────────────────────────────
-- The records that are shared with a person now, with their own parts: ids, worked out once in a transaction.
create function perenne.shared_with(person uuid) returns uuid[]
  language sql stable security definer set search_path = perenne, pg_temp as $$
  with shared as (
    select s.record_id as id from perenne.share s where s.person_id = person and s.ends_at > perenne.now()
  ), agreements as (
    select a.id from perenne.agreement a join shared s on s.id = a.relationship_id
  ), versions as (
    select v.id from perenne.document_version v join shared s on s.id = v.document_id
  )
  select coalesce(array_agg(id), '{}') from (
    select id from shared
    -- The territory or the network itself: its name stands above what is shared.
    union all select s.space_id from perenne.share s where s.person_id = person and s.ends_at > perenne.now()
    union all select id from agreements
    union all select e.id from perenne.agreement_event e join agreements a on a.id = e.agreement_id
    union all select p.id from perenne.relationship_party p join shared s on s.id = p.relationship_id
    union all select p.organisation_id from perenne.relationship_party p join shared s on s.id = p.relationship_id
    union all select f.id from perenne.fee f join shared s on s.id = f.relationship_id
    union all select n.id from perenne.network_seat n join shared s on s.id = n.relationship_id
    union all select r.id from perenne.responsibility r join shared s on s.id in (r.relationship_id, r.activity_id)
    union all select p.id from perenne.activity_party p join shared s on s.id = p.activity_id
    union all select p.organisation_id from perenne.activity_party p join shared s on s.id = p.activity_id
    union all select p.id from perenne.activity_place p join shared s on s.id = p.activity_id
    union all select c.id from perenne.activity_class c join shared s on s.id = c.activity_id
    union all select m.id from perenne.activity_money m join shared s on s.id = m.activity_id
    union all select p.id from perenne.interaction_participant p join shared s on s.id = p.interaction_id
    union all select c.id from perenne.commitment c join shared s on s.id = c.interaction_id
    union all select id from versions
    union all select v.file_id from perenne.document_version v join versions on versions.id = v.id
  ) as everything
$$;
revoke execute on function perenne.shared_with from public;
create function perenne.shared_ids() returns uuid[] language sql stable
  as $$ select coalesce(nullif(current_setting('perenne.shared', true), ''), '{}')::uuid[] $$;

-- As in migration 0001, and what is shared with this person beside.
create or replace function perenne.as_actor(actor_kind text, actor_id text default null, reason text default null) returns void
  language plpgsql security definer set search_path = perenne, pg_temp
  as $$
  declare
    capability_name text;
    found uuid[];
  begin
    if actor_kind is null or actor_kind not in ('anonymous', 'link', 'person', 'device', 'job') then
      raise exception 'unknown kind of actor: %', actor_kind using errcode = '22023';
    end if;
    if actor_kind <> 'anonymous' and coalesce(actor_id, '') = '' then
      raise exception 'an actor of kind % needs an id', actor_kind using errcode = '22023';
    end if;
    perform set_config('perenne.actor_kind', actor_kind, true),
            set_config('perenne.actor_id', coalesce(actor_id, ''), true),
            set_config('perenne.reason', coalesce(reason, ''), true),
            set_config('perenne.shared', '{}', true);

    for capability_name in
      select unnest('{read,edit,people,translate,rights,door,converse,evaluate,administer,network}'::text[])
    loop
      perform set_config('perenne.spaces_' || capability_name, '{}', true);
    end loop;

    if actor_kind = 'person' then
      for capability_name, found in
        with held as (
          select distinct rc.capability, ar.space_id
          from perenne.access_right ar
          join perenne.role_capability rc on rc.role = ar.role
          where ar.person_id = actor_id::uuid
            and ar.starts_at <= perenne.now()
            and (ar.ends_at is null or ar.ends_at > perenne.now())
        )
        select h.capability, array_agg(distinct s.id)
        from held h
        join perenne.space s on true
        left join perenne.space p on p.id = s.parent_id
        where h.space_id in (s.id, p.id, p.parent_id)
        group by h.capability
      loop
        perform set_config('perenne.spaces_' || capability_name, found::text, true);
      end loop;

      -- What is shared within a network is read by whoever may read in one of its spaces or members.
      with mine as (
        select unnest(current_setting('perenne.spaces_read')::uuid[]) as id
      ), networks as (
        select s.id from perenne.space s join mine on mine.id = s.id where s.kind = 'network'
        union
        select s.parent_id from perenne.space s join mine on mine.id = s.id where s.kind = 'seminar'
        union
        select m.space_id from perenne.network_member m join mine on mine.id = m.member_id
        where (m.starts_on is null or m.starts_on <= perenne.now()::date)
          and (m.ends_on is null or m.ends_on >= perenne.now()::date)
      )
      select array_agg(distinct reach.id) into found
      from (
        select id from networks
        union
        select s.id from perenne.space s join networks n on n.id = s.parent_id
        union
        select m.member_id from perenne.network_member m join networks n on n.id = m.space_id
        where (m.starts_on is null or m.starts_on <= perenne.now()::date)
          and (m.ends_on is null or m.ends_on >= perenne.now()::date)
      ) as reach;
      perform set_config('perenne.spaces_network', coalesce(found, '{}')::text, true);

      if exists (select from perenne.share s where s.person_id = actor_id::uuid and s.ends_at > perenne.now()) then
        perform set_config('perenne.shared', perenne.shared_with(actor_id::uuid)::text, true);
      end if;
    end if;
  end
$$;

create function perenne.memory_reads() returns text language sql immutable as $$
  select perenne.reads_predicate() || ' or id = any ((select perenne.shared_ids())::uuid[])'
$$;
do $$
declare t text;
begin
  foreach t in array '{contact,term,post,appointment,relationship,relationship_party,agreement,agreement_event,interaction,
    interaction_participant,commitment,fee,network_seat,activity,activity_party,activity_place,activity_class,activity_money,
    decision,memory_document,document_version,responsibility}'::text[] loop
    call perenne.guard(t, reads => perenne.memory_reads());
  end loop;
end
$$;
-- A confidential note is read by whoever wrote it and by those with whom it is shared.
call perenne.guard('note', public => false,
  reads => '(not confidential and (' || perenne.reads_predicate() || ')) or written_by = (select perenne.actor_uuid(''person''))'
    || ' or id = any ((select perenne.shared_ids())::uuid[]) or (select perenne.is_job())',
  writes => '(' || perenne.holds_predicate('edit') || ') and (not confidential or written_by = (select perenne.actor_uuid(''person''))
    or (select perenne.is_job()))');
create policy public_reads on perenne.note for select to perenne_public
  using (visibility = 2 and not confidential and (select perenne.is_somebody()));
grant select on perenne.note to perenne_public;
-- That there is a note about somebody is told with the note alone.
call perenne.guard('about', reads => '(' || perenne.reads_predicate() || ' or record_id = any ((select perenne.shared_ids())::uuid[]))'
  || ' and (record_table <> ''note'' or (select perenne.is_job()) or exists (select from perenne.note n where n.id = record_id))');
call perenne.guard('document_text', versioned => false);
call perenne.guard('field_circle', public => false);
call perenne.guard('share', public => false,
  reads => perenne.holds_predicate('read') || ' or person_id = (select perenne.actor_uuid(''person''))');
call perenne.guard('memory_rule', public => false);
call perenne.guard('finding_set_aside', public => false);
call perenne.guard('import_mapping', versioned => false, public => false, reads => perenne.holds_predicate('edit'));
call perenne.guard('import_batch', versioned => false, public => false, reads => perenne.holds_predicate('edit'));
call perenne.guard('import_row', versioned => false, public => false, reads => perenne.holds_predicate('edit'));
call perenne.guard('memory_digest', versioned => false, public => false,
  reads => 'person_id = (select perenne.actor_uuid(''person'')) or (select perenne.is_job())',
  writes => '(person_id = (select perenne.actor_uuid(''person'')) and space_id = any ((select perenne.spaces(''read''))::uuid[])) or (select perenne.is_job())');

do $$
declare t text;
begin
  foreach t in array '{contact,term,post,relationship,agreement,network_seat,activity,decision,memory_document}'::text[] loop
    call perenne.carries_texts(t);
  end loop;
end
$$;
create trigger identifiers_follow_contact after delete on perenne.contact
  for each row execute function perenne.identifiers_follow_record();

-- What carries words, numbers and files of records follows their shares.
alter policy app_reads on perenne.translation using (
  (visibility = 2 and (select perenne.is_somebody())) or space_id = any ((select perenne.spaces('read'))::uuid[])
  or (visibility = 1 and space_id = any ((select perenne.spaces('network'))::uuid[])) or (select perenne.is_job())
  or (record_id = any ((select perenne.shared_ids())::uuid[]) and field <> 'sensitivity'));
alter policy app_reads on perenne.organisation using (
  (visibility = 2 and (select perenne.is_somebody())) or space_id = any ((select perenne.spaces('read'))::uuid[])
  or (visibility = 1 and space_id = any ((select perenne.spaces('network'))::uuid[])) or (select perenne.is_job())
  or id = any ((select perenne.shared_ids())::uuid[]));
create policy shared_read on perenne.space for select to perenne_app using (id = any ((select perenne.shared_ids())::uuid[]));
create policy shared_read on perenne.territory for select to perenne_app using (id = any ((select perenne.shared_ids())::uuid[]));
create policy shared_read on perenne.file for select to perenne_app using (id = any ((select perenne.shared_ids())::uuid[]));
-- Whether a note that was removed was open to its circle to the last.
create function perenne.was_open_note(record uuid) returns boolean
  language sql stable security definer set search_path = perenne, pg_temp as $$
  select not exists (select from perenne.note n where n.id = record) and coalesce((
    select v.doc ->> 'confidential' = 'false' from perenne.record_version v
    where v.record_id = record and v.record_table = 'note' order by v.version desc limit 1), false)
$$;
-- History too; a note that one may not read has none, nor has a confidential one that was removed.
alter policy app_reads on perenne.record_version using (
  (space_id = any ((select perenne.spaces('read'))::uuid[])
   or (visibility = 2 and (select perenne.is_somebody()))
   or (visibility = 1 and space_id = any ((select perenne.spaces('network'))::uuid[]))
   or (select perenne.is_job())
   or record_id = any ((select perenne.shared_ids())::uuid[]))
  and (record_table <> 'note' or (select perenne.is_job()) or exists (select from perenne.note n where n.id = record_id)
    or perenne.was_open_note(record_id))
  and (record_table <> 'about' or doc ->> 'record_table' <> 'note' or (select perenne.is_job())
    or exists (select from perenne.note n where n.id = (doc ->> 'record_id')::uuid)));

-- ─── Names of contacts ─────────────────────────────────────────────────────────────────────────────
create policy contacts_read on perenne.person for select to perenne_app using (
  exists (select from perenne.contact k where k.person_id = person.id
          and k.space_id = any ((select perenne.spaces('read'))::uuid[])));
-- Whoever reads in a space knows to whom something of it is shown.
create policy shared_people_read on perenne.person for select to perenne_app using (
  exists (select from perenne.share s where s.person_id = person.id
          and s.space_id = any ((select perenne.spaces('read'))::uuid[])));
-- The names that somebody may read: all of them inside; outside, of those who hold or held a public office and whose line is
-- within their circle. Addresses and telephones are read in `person`, by those inside alone.
create function perenne.contact_names(space uuid) returns table (contact_id uuid, given_name text, family_name text)
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select k.id, p.given_name, p.family_name
    from perenne.contact k join perenne.person p on p.id = k.person_id
    where k.space_id = space and (p.given_name is not null or p.family_name is not null)
      and (space = any (perenne.spaces('read')) or perenne.is_job()
        or (k.public_office and ((k.visibility = 2 and perenne.is_somebody())
          or (k.visibility = 1 and space = any (perenne.spaces('network'))))))
$$;
revoke execute on function perenne.contact_names from public;
grant execute on function perenne.contact_names to perenne_app, perenne_public;
-- Whoever edits a space writes the names and addresses of those its office knows, and of nobody else: the person is a row that
-- belongs to this contact alone.
create function perenne.write_contact_person(
  space uuid, person uuid, given text, family text, address text, phone text, spoken text
) returns uuid language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if not (perenne.is_job() or space = any (perenne.spaces('edit'))) then
      raise exception 'not yours to name' using errcode = '42501';
    end if;
    if person is null then
      insert into perenne.person (given_name, family_name, email, telephone, language)
        values (given, family, address, phone, spoken) returning id into person;
      return person;
    end if;
    if not exists (select from perenne.contact k where k.person_id = person and k.space_id = space) then
      raise exception 'no contact of this space' using errcode = '42501';
    end if;
    update perenne.person p set given_name = given, family_name = family, email = address, telephone = phone, language = spoken
      where p.id = person and p.erased_at is null
        and (p.given_name, p.family_name, p.email, p.telephone, p.language)
            is distinct from (given, family, address, phone, spoken);
    return person;
  end
$$;
revoke execute on function perenne.write_contact_person from public;
grant execute on function perenne.write_contact_person to perenne_app;
-- Whoever is taken out of the contacts is known by nothing else here.
create function perenne.forget_contact() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    update perenne.person p set given_name = null, family_name = null, email = null, telephone = null, erased_at = perenne.now()
      where p.id = old.person_id and p.erased_at is null and not p.has_account;
    return null;
  end
$$;
create trigger forget_contact after delete on perenne.contact
  for each row execute function perenne.forget_contact();

-- ─── As it was known on a date ─────────────────────────────────────────────────────────────────────
-- A schema with the same tables, each a view of the versions that were known at one moment, in one space: with `past` before
-- `perenne` on the search path every page that reads tables by their plain names reads what was known then, under the rights
-- of today. Nothing can be written there. (`asItWas` in actor.ts.)
create schema past;
grant usage on schema past to perenne_app, perenne_public;
create function perenne.known_at() returns timestamptz language sql stable
  as $$ select current_setting('perenne.known_at')::timestamptz $$;
create function perenne.known_space() returns uuid language sql stable
  as $$ select current_setting('perenne.known_space')::uuid $$;
drop index perenne.record_version_space;
create index record_version_space on perenne.record_version using gist (space_id, record_table, known);

-- Called once for each table, and again by a migration that changes its columns.
create procedure perenne.seen_as_of(tbl text) language plpgsql as $$
  declare
    listed text;
    newest integer := coalesce((select max(shape) from perenne.version_converter where record_table = tbl), 0);
  begin
    select string_agg(case a.attname when 'id' then 'v.record_id as id' when 'space_id' then 'v.space_id'
        when 'visibility' then 'v.visibility' else format('r.%I', a.attname) end, ', ' order by a.attnum)
      into listed from pg_attribute a
      where a.attrelid = format('perenne.%I', tbl)::regclass and a.attnum > 0 and not a.attisdropped;
    execute format('drop view if exists past.%I', tbl);
    execute format($view$
      create view past.%1$I with (security_invoker = true) as
      select %2$s from perenne.record_version v
      cross join lateral jsonb_populate_record(null::perenne.%1$I,
        case when v.shape < %3$s then perenne.in_shape_of_today(v.record_table, v.shape, v.doc) else v.doc end) r
      where v.record_table = %4$L and v.space_id = (select perenne.known_space()) and v.known @> (select perenne.known_at())
    $view$, tbl, listed, newest, tbl);
    execute format('grant select on past.%I to perenne_app, perenne_public', tbl);
  end
$$;
do $$
declare t text;
begin
  foreach t in array '{space,territory,organisation,identifier,translation,field_circle,contact,term,post,appointment,relationship,
    relationship_party,agreement,agreement_event,interaction,interaction_participant,commitment,fee,network_seat,activity,
    activity_party,activity_place,activity_class,activity_money,decision,memory_document,document_version,note,about,
    responsibility}'::text[] loop
    call perenne.seen_as_of(t);
  end loop;
end
$$;

-- What is different in a space between two moments: the record before, and after; null where it was not there.
create function perenne.changed_between(space uuid, earlier timestamptz, later timestamptz)
  returns table (record_table text, record_id uuid, before jsonb, after jsonb)
  language sql stable set search_path = perenne, pg_temp as $$
    with gone as (
      select v.* from perenne.record_version v
      where v.space_id = space and v.known @> earlier and not v.known @> later
    ), come as (
      select v.* from perenne.record_version v
      where v.space_id = space and v.known @> later and not v.known @> earlier
    )
    select coalesce(g.record_table, c.record_table), coalesce(g.record_id, c.record_id),
           perenne.in_shape_of_today(g.record_table, g.shape, g.doc), perenne.in_shape_of_today(c.record_table, c.shape, c.doc)
    from gone g full join come c on c.record_id = g.record_id and c.record_table = g.record_table
    where perenne.in_shape_of_today(g.record_table, g.shape, g.doc)
      is distinct from perenne.in_shape_of_today(c.record_table, c.shape, c.doc)
$$;

-- Puts a record back as it was known at a moment, with its texts, and, when it was removed, with the parts that went with it:
-- a new version, in the name of whoever asks, who must be allowed to write it. Who may see it is no part of what comes back:
-- a record that is there keeps its circles of today, one that was removed those of its last day.
create function perenne.put_back(tbl text, record uuid, moment timestamptz) returns boolean
  language plpgsql set search_path = perenne, pg_temp as $$
  declare
    v perenne.record_version;
    doc jsonb;
    rights constant text[] := '{at_most,confidential}';
    settable text;
    child record;
    part uuid;
    is_there boolean;
  begin
    if to_regclass(format('past.%I', tbl)) is null or tbl in ('space', 'territory') then
      raise exception 'nothing is put back in %', tbl using errcode = '22023';
    end if;
    select * into v from perenne.record_version w
      where w.record_id = record and w.record_table = tbl and w.known @> moment;
    if v.record_id is null then
      return false;
    end if;
    doc := perenne.in_shape_of_today(tbl, v.shape, v.doc);
    select string_agg(quote_ident(a.attname), ', ') into settable from pg_attribute a
      where a.attrelid = format('perenne.%I', tbl)::regclass and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.attname not in ('id', 'space_id', 'visibility') and a.attname <> all (rights);
    execute format('select exists (select from perenne.%I where id = $1)', tbl) using record into is_there;
    if is_there then
      execute format('update perenne.%1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::perenne.%1$I, $1)) where t.id = $2',
        tbl, settable) using doc, record;
    else
      doc := doc || coalesce((
        select jsonb_object_agg(k.key, k.value)
        from (select w.doc as last from perenne.record_version w where w.record_id = record and w.record_table = tbl
              order by w.version desc limit 1) as newest, jsonb_each(newest.last) as k(key, value)
        where k.key = any (rights)), '{}');
      select string_agg(quote_ident(a.attname), ', ') into settable from pg_attribute a
        where a.attrelid = format('perenne.%I', tbl)::regclass and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attname not in ('id', 'space_id', 'visibility');
      execute format('insert into perenne.%1$I (id, space_id, visibility, %2$s)
        select $2, $3, $4, %2$s from jsonb_populate_record(null::perenne.%1$I, $1)', tbl, settable)
        using doc, record, v.space_id, v.visibility;
      -- Of its texts that were kept to a circle in all that time, each is again before it comes back.
      insert into perenne.field_circle (record_table, record_id, field, at_most)
        select tbl, record, w.doc ->> 'field', min((w.doc ->> 'at_most')::smallint)
        from perenne.record_version w
        where w.space_id = v.space_id and w.record_table = 'field_circle' and w.known && tstzrange(moment, null)
          and w.doc ->> 'record_id' = record::text and w.doc ->> 'record_table' = tbl
        group by w.doc ->> 'field'
        on conflict (record_id, record_table, field) do nothing;
      for child in
        select c.conrelid::regclass::text as named, k.attname as by_column, t.relname as tbl
        from pg_constraint c join pg_class t on t.oid = c.conrelid
        join pg_attribute k on k.attrelid = c.conrelid and k.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = format('perenne.%I', tbl)::regclass and c.confdeltype = 'c'
          and to_regclass(format('past.%I', t.relname)) is not null
      loop
        for part in
          select w.record_id from perenne.record_version w
          where w.space_id = v.space_id and w.record_table = child.tbl and w.known @> moment
            and w.doc ->> child.by_column = record::text
        loop
          perform perenne.put_back(child.tbl, part, moment);
        end loop;
      end loop;
    end if;
    -- Its texts: those of then, in every language.
    delete from perenne.translation t
      where t.record_id = record and t.record_table = tbl and not exists (
        select from perenne.record_version w
        where w.space_id = v.space_id and w.record_table = 'translation' and w.known @> moment
          and w.doc ->> 'record_id' = record::text and w.doc ->> 'record_table' = tbl
          and w.doc ->> 'field' = t.field and w.doc ->> 'language' = t.language);
    insert into perenne.translation as t (record_table, record_id, field, language, body, state, source_hash)
      select tbl, record, w.doc ->> 'field', w.doc ->> 'language', w.doc ->> 'body', w.doc ->> 'state', w.doc ->> 'source_hash'
      from perenne.record_version w
      where w.space_id = v.space_id and w.record_table = 'translation' and w.known @> moment
        and w.doc ->> 'record_id' = record::text and w.doc ->> 'record_table' = tbl
      order by w.doc ->> 'state' <> 'source'
      on conflict (record_id, record_table, field, language) do update
        set body = excluded.body, state = excluded.state, source_hash = excluded.source_hash
        where (t.body, t.state, t.source_hash) is distinct from (excluded.body, excluded.state, excluded.source_hash);
    return true;
  end
$$;
revoke execute on function perenne.changed_between, perenne.put_back from public;
grant execute on function perenne.changed_between to perenne_app, perenne_public;
grant execute on function perenne.put_back to perenne_app;

-- ─── Search ────────────────────────────────────────────────────────────────────────────────────────
-- What search knows of a memory is made in the transaction that changes it, whoever changes it: a page, an import, a put-back.
-- A text that is kept to a smaller circle has an entry of its own, which is seen by that circle.
alter table perenne.search_entry
  add column at_most smallint not null default 2 check (at_most between 0 and 2),
  drop constraint search_entry_pkey,
  add primary key (record_id, record_table, language, at_most);
alter policy app_reads on perenne.search_entry using (
  (visibility = 2 and (select perenne.is_somebody())) or space_id = any ((select perenne.spaces('read'))::uuid[])
  or (visibility = 1 and space_id = any ((select perenne.spaces('network'))::uuid[])) or (select perenne.is_job())
  or (at_most = 2 and record_id = any ((select perenne.shared_ids())::uuid[])));
-- Those without texts in several languages are found too, and follow as well.
do $$
declare t text;
begin
  foreach t in array '{interaction,commitment,note}'::text[] loop
    call perenne.carries_texts(t);
  end loop;
end
$$;

-- The words of records, language by language, circle by circle. Of a confidential note there are none.
create function perenne.memory_words(tbl text, ids uuid[])
  returns table (id uuid, language text, at_most smallint, title text, body text)
  language sql stable security definer set search_path = perenne, pg_temp as $$
    -- Joined, not searched in an array: each row would be compared with all of thousands.
    with one as materialized (
      select distinct u.id from unnest(ids) as u (id)
    ), own as (
      -- What is written in one language: rank 0 names the record.
      select i.id, i.language, 2::smallint as at_most, 0 as rank, i.title as words
        from one join perenne.interaction i on i.id = one.id where tbl = 'interaction'
      union all select i.id, i.language, 2, 1, concat_ws(E'\n', i.place, i.body)
        from one join perenne.interaction i on i.id = one.id where tbl = 'interaction'
      union all select c.id, c.language, 2, 0, c.what from one join perenne.commitment c on c.id = one.id where tbl = 'commitment'
      union all select n.id, n.language, 2, 0, left(n.body, 100)
        from one join perenne.note n on n.id = one.id where tbl = 'note' and not n.confidential
      union all select n.id, n.language, 2, 1, n.body
        from one join perenne.note n on n.id = one.id where tbl = 'note' and not n.confidential
      union all select t.record_id, t.language, perenne.field_at_most(tbl, t.record_id, t.field),
          case when t.field in ('name', 'title', 'object', 'body') then 0 else 1 end, t.body
        from one join perenne.translation t on t.record_id = one.id
        where t.record_table = tbl
          and tbl in ('relationship', 'agreement', 'organisation', 'post', 'term', 'activity', 'decision', 'memory_document', 'network_seat')
          and (tbl <> 'organisation' or exists (select from perenne.organisation o where o.id = t.record_id and o.remembered))
      union all select o.id, s.language, 2, 1, o.short_name
        from one join perenne.organisation o on o.id = one.id
        join perenne.translation s on s.record_id = o.id and s.record_table = 'organisation' and s.field = 'name' and s.state = 'source'
        where tbl = 'organisation' and o.remembered and o.short_name is not null
      union all select d.id, s.language, 2, 1, d.number
        from one join perenne.decision d on d.id = one.id
        join perenne.translation s on s.record_id = d.id and s.record_table = 'decision' and s.field = 'object' and s.state = 'source'
        where tbl = 'decision'
      union all select a.id, s.language, 2, 1, a.identifier
        from one join perenne.activity a on a.id = one.id
        join perenne.translation s on s.record_id = a.id and s.record_table = 'activity' and s.field = 'title' and s.state = 'source'
        where tbl = 'activity' and a.identifier is not null
      union all select d.id, coalesce(case when d.language in ('fr', 'es', 'pt', 'en') then d.language end, s.language), 2, 1, x.body
        from one join perenne.memory_document d on d.id = one.id
        join perenne.translation s on s.record_id = d.id and s.record_table = 'memory_document' and s.field = 'title' and s.state = 'source'
        join perenne.document_version v on v.document_id = d.id
        join perenne.document_text x on x.id = v.id
        where tbl = 'memory_document'
          and v.number = (select max(w.number) from perenne.document_version w where w.document_id = d.id)
    ), named as (
      select distinct on (o.id) o.id, o.words as title, o.at_most from own o where o.rank = 0
      order by o.id, (select count(*) from perenne.translation t where t.record_id = o.id and t.body = o.words and t.state = 'source') desc
    )
    select o.id, o.language, o.at_most,
      -- Within a smaller circle too, the record is called by its name as far as that circle may know it.
      left(coalesce(min(o.words) filter (where o.rank = 0),
        (select min(w.words) from own w where w.id = o.id and w.language = o.language and w.rank = 0 and w.at_most >= o.at_most),
        (select n.title from named n where n.id = o.id and n.at_most >= o.at_most), left(min(o.words), 100)), 300),
      coalesce(string_agg(o.words, E'\n') filter (where o.rank = 1), '')
    from own o where o.language in ('fr', 'es', 'pt', 'en') and btrim(coalesce(o.words, '')) <> ''
    group by o.id, o.language, o.at_most
$$;

-- Where a record of a memory is read.
create function perenne.memory_path(tbl text, slug text, record uuid) returns text language sql immutable as $$
  select '/territories/' || slug || '/' || case tbl
    when 'relationship' then 'relationships/' || record when 'agreement' then 'agreements/' || record
    when 'organisation' then 'actors/' || record when 'post' then 'posts/' || record when 'term' then 'terms/' || record
    when 'activity' then 'projects/' || record when 'decision' then 'decisions/' || record
    when 'memory_document' then 'documents/' || record when 'interaction' then 'journal/' || record
    when 'note' then 'notes/' || record when 'commitment' then 'commitments' end
$$;

-- Makes the entries of some records anew.
create function perenne.index_memory(tbl text, ids uuid[]) returns void
  language plpgsql security definer set search_path = perenne, public, pg_temp as $$
  begin
    delete from perenne.search_entry e where e.record_table = tbl and e.record_id = any (ids);
    execute format($sql$
      insert into perenne.search_entry
        (record_id, language, record_table, at_most, space_id, visibility, title, title_folded, body, path, words)
      select w.id, w.language, %1$L, w.at_most, r.space_id, least(r.visibility, w.at_most), w.title,
             lower(public.unaccent(w.title)), left(w.body, 100000), perenne.memory_path(%1$L, s.slug, w.id),
             setweight(to_tsvector(c.name::regconfig, public.unaccent(w.title)), 'A')
               || setweight(to_tsvector(c.name::regconfig, public.unaccent(left(w.body, 100000))), 'C')
      from perenne.memory_words(%1$L, $1) w
      join perenne.%1$I r on r.id = w.id
      join perenne.space s on s.id = r.space_id and s.kind in ('territory', 'network')
      join (values ('fr', 'french'), ('es', 'spanish'), ('pt', 'portuguese'), ('en', 'english')) as c (language, name)
        on c.language = w.language
    $sql$, tbl) using ids;
  end
$$;
revoke execute on function perenne.memory_words, perenne.index_memory from public;
grant execute on function perenne.index_memory to perenne_app;

-- What a transaction changed is noted once a record, and made anew when it ends.
create table perenne.search_due (
  record_table text not null,
  record_id uuid not null,
  txid xid8 not null default pg_current_xact_id(),
  primary key (txid, record_table, record_id)
);
call perenne.guard('search_due', versioned => false, public => false, reads => 'false', writes => 'false');

create function perenne.search_is_due() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    doc jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    tbl text;
    record uuid;
  begin
    case tg_table_name
      when 'translation', 'field_circle' then tbl := doc ->> 'record_table'; record := (doc ->> 'record_id')::uuid;
      when 'document_text' then
        tbl := 'memory_document';
        select v.document_id into record from perenne.document_version v where v.id = (doc ->> 'id')::uuid;
      else tbl := tg_table_name; record := (doc ->> 'id')::uuid;
    end case;
    -- An organisation that only a seminar names is no record of a memory.
    if tbl = 'organisation' and not exists (select from perenne.organisation o where o.id = record and o.remembered)
        and not (tg_table_name = 'organisation' and tg_op = 'UPDATE' and coalesce((to_jsonb(old) ->> 'remembered')::boolean, false)) then
      return null;
    end if;
    if record is not null and tbl in ('relationship', 'agreement', 'organisation', 'post', 'term', 'activity', 'decision',
        'memory_document', 'interaction', 'commitment', 'note') then
      insert into perenne.search_due (record_table, record_id) values (tbl, record) on conflict do nothing;
    end if;
    return null;
  end
$$;
create function perenne.make_what_is_due() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    due record;
  begin
    -- The first of them makes all; those after it find their own line gone, without looking through all that were there.
    if not exists (select from perenne.search_due d
        where d.txid = pg_current_xact_id() and d.record_table = new.record_table and d.record_id = new.record_id) then
      return null;
    end if;
    for due in
      with taken as (delete from perenne.search_due d where d.txid = pg_current_xact_id() returning d.record_table, d.record_id)
      select t.record_table as tbl, array_agg(t.record_id) as ids from taken t group by t.record_table
    loop
      perform perenne.index_memory(due.tbl, due.ids);
    end loop;
    return null;
  end
$$;
create constraint trigger make_what_is_due after insert on perenne.search_due
  deferrable initially deferred for each row execute function perenne.make_what_is_due();
do $$
declare t text;
begin
  foreach t in array '{relationship,agreement,organisation,post,term,activity,decision,memory_document,interaction,commitment,note,
    translation,field_circle,document_text}'::text[] loop
    execute format('create trigger search_is_due after insert or update or delete on perenne.%I
      for each row execute function perenne.search_is_due()', t);
  end loop;
end
$$;

-- ─── Many at once ──────────────────────────────────────────────────────────────────────────────────
-- An import writes thousands of rows in one transaction, often into tables that nobody has analysed yet. A plan that was made
-- when they were empty reads them whole for each row; what these functions look for has an index, and they always use it.
-- As in migration 0001, with one look at what was there where there were three.
create or replace function perenne.keep_history() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off
  as $$
  declare
    ignored text[] := coalesce(tg_argv[0], '{}')::text[];
    last perenne.record_version;
    new_doc jsonb;
    id uuid;
    moment timestamptz := perenne.now();
  begin
    if tg_op = 'DELETE' then
      id := old.id;
    else
      id := new.id;
      new_doc := to_jsonb(new) - ignored;
    end if;
    select * into last from perenne.record_version v
      where v.record_id = id and v.record_table = tg_table_name order by v.version desc limit 1 for update;
    if last.record_id is not null and upper_inf(last.known) then
      if new_doc = last.doc then
        return null;                                   -- a save that changes nothing leaves no trace
      end if;
      moment := greatest(moment, lower(last.known) + interval '1 microsecond');
      update perenne.record_version v set
        known = tstzrange(lower(v.known), moment),
        ended_by_kind = case when tg_op = 'DELETE' then perenne.actor_kind() end,
        ended_by_id = case when tg_op = 'DELETE' then perenne.actor_id() end,
        end_reason = case when tg_op = 'DELETE' then nullif(current_setting('perenne.reason', true), '') end
        where v.record_id = id and v.record_table = tg_table_name and v.version = last.version;
    elsif last.record_id is not null then
      moment := greatest(moment, upper(last.known));
    end if;
    if tg_op = 'DELETE' then
      return null;
    end if;
    insert into perenne.record_version
      (record_id, record_table, version, space_id, visibility, known, actor_kind, actor_id, reason, shape, doc)
      values (id, tg_table_name, coalesce(last.version, 0) + 1, new.space_id, new.visibility, tstzrange(moment, null),
              perenne.actor_kind(), perenne.actor_id(), nullif(current_setting('perenne.reason', true), ''),
              (select max(number) from perenne.migration), new_doc);
    -- The past is shown under the rights of today.
    if tg_op = 'UPDATE' and (new.visibility, new.space_id) is distinct from (old.visibility, old.space_id) then
      update perenne.record_version v set visibility = new.visibility, space_id = new.space_id
        where v.record_id = id and v.record_table = tg_table_name and (v.visibility, v.space_id) is distinct from (new.visibility, new.space_id);
    end if;
    return null;
  end
$$;
alter function perenne.make_what_is_due() set enable_seqscan = off;
alter function perenne.index_memory(text, uuid[]) set enable_seqscan = off;
alter function perenne.memory_words(text, uuid[]) set enable_seqscan = off;
