-- Who asks, what they may, what time it is, and what was known when.
-- Runs as perenne_owner, which owns the database. perenne_app and perenne_public exist already
-- (made with the embedded server; docs/install.md gives the three lines for any other), and so does the
-- schema perenne with its table of migrations.

create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

grant usage on schema perenne to perenne_app, perenne_public;

-- ─── Time ──────────────────────────────────────────────────────────────────────────────────────────
-- The only source of business time and of history's time. The shift is nought in real use; the demo and
-- the tests move it, as the owner. The application can read the time and never set it.
create table perenne.clock (
  only_row boolean primary key default true check (only_row),
  shift interval not null default '0'
);
insert into perenne.clock default values;

create function perenne.now() returns timestamptz
  language sql stable security definer set search_path = perenne, pg_temp
  as $$ select clock_timestamp() + shift from perenne.clock $$;

-- ─── The installation ──────────────────────────────────────────────────────────────────────────────
create table perenne.installation (
  only_row boolean primary key default true check (only_row),
  demonstration boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);

-- ─── Spaces: what a right is given for ─────────────────────────────────────────────────────────────
create table perenne.space (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('installation', 'network', 'seminar', 'territory')),
  parent_id uuid references perenne.space,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  visibility smallint not null default 0 check (visibility between 0 and 2),
  unique (kind, slug),
  unique (id, kind)
);
comment on column perenne.space.visibility is '0 internal, 1 network, 2 public';

-- Which territories belong to which network, and when.
create table perenne.network_member (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  member_id uuid not null references perenne.space,
  visibility smallint not null default 1 check (visibility between 0 and 2),
  starts_on date,
  ends_on date,
  check (ends_on is null or starts_on is null or starts_on <= ends_on)
);
create index on perenne.network_member (space_id);
create index on perenne.network_member (member_id);

-- ─── Persons: the only table with names and addresses of people ────────────────────────────────────
create table perenne.person (
  id uuid primary key default gen_random_uuid(),
  given_name text,
  family_name text,
  email text,
  email_folded text generated always as (lower(btrim(email))) stored,
  telephone text,
  language text not null check (language ~ '^[a-z]{2}$'),
  has_account boolean not null default false,
  created_at timestamptz not null default perenne.now(),
  erased_at timestamptz,
  check (erased_at is null or (given_name is null and family_name is null and email is null and telephone is null))
);
create unique index person_account on perenne.person (email_folded) where has_account;
create index person_email on perenne.person (email_folded);

-- ─── Access rights ─────────────────────────────────────────────────────────────────────────────────
-- Which role can be given for which kind of space, and what each role may do there.
create table perenne.role_scope (
  role text not null,
  space_kind text not null,
  primary key (role, space_kind)
);
insert into perenne.role_scope (role, space_kind) values
  ('administrator', 'installation'),
  ('organiser', 'network'), ('organiser', 'seminar'),
  ('door_steward', 'seminar'),
  ('moderator', 'seminar'),
  ('rapporteur', 'seminar'),
  ('translator', 'network'), ('translator', 'seminar'), ('translator', 'territory'),
  ('territory_editor', 'territory'),
  ('territory_reader', 'territory'),
  ('evaluator', 'network'), ('evaluator', 'seminar'), ('evaluator', 'territory');

create table perenne.role_capability (
  role text not null,
  capability text not null check (capability in
    ('read', 'edit', 'people', 'translate', 'rights', 'door', 'converse', 'evaluate', 'administer')),
  primary key (role, capability)
);
insert into perenne.role_capability (role, capability)
  select r.role, c.capability
  from (values
    ('administrator', '{read,edit,people,translate,rights,door,converse,evaluate,administer}'::text[]),
    ('organiser', '{read,edit,people,translate,rights,door,converse}'),
    ('door_steward', '{read,door}'),
    ('moderator', '{read,converse}'),
    ('rapporteur', '{read,converse}'),
    ('translator', '{read,translate}'),
    ('territory_editor', '{read,edit,translate}'),
    ('territory_reader', '{read}'),
    ('evaluator', '{read,evaluate}')
  ) as r (role, capabilities), unnest(r.capabilities) as c (capability);

create table perenne.access_right (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references perenne.person,
  role text not null,
  space_id uuid not null,
  space_kind text not null,
  visibility smallint not null default 0 check (visibility = 0),
  starts_at timestamptz not null default perenne.now(),
  ends_at timestamptz,
  given_by uuid references perenne.person,
  reason text not null check (btrim(reason) <> ''),
  foreign key (space_id, space_kind) references perenne.space (id, kind),
  foreign key (role, space_kind) references perenne.role_scope (role, space_kind),
  check (ends_at is null or ends_at >= starts_at)
);
create index on perenne.access_right (person_id);
create index on perenne.access_right (space_id);

-- ─── The actor of a transaction ────────────────────────────────────────────────────────────────────
-- Every transaction begins with as_actor(kind, id). It works out, once, in which spaces the actor holds
-- each capability, and leaves that in settings local to the transaction; the policies read them.
-- The application could forge the settings: row-level security guards against forgetting a check, not
-- against SQL injection (docs/data.md says so too).
create function perenne.as_actor(actor_kind text, actor_id text default null, reason text default null) returns void
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
            set_config('perenne.reason', coalesce(reason, ''), true);

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
    end if;
  end
  $$;

create function perenne.actor_kind() returns text language sql stable
  as $$ select nullif(current_setting('perenne.actor_kind', true), '') $$;
create function perenne.actor_id() returns text language sql stable
  as $$ select nullif(current_setting('perenne.actor_id', true), '') $$;
create function perenne.is_job() returns boolean language sql stable
  as $$ select coalesce(current_setting('perenne.actor_kind', true) = 'job', false) $$;
create function perenne.is_somebody() returns boolean language sql stable
  as $$ select coalesce(current_setting('perenne.actor_kind', true), '') <> '' $$;
-- The id of the person or link that asks, as a uuid; null for anybody else.
create function perenne.actor_uuid(wanted_kind text) returns uuid language sql stable
  as $$ select case when current_setting('perenne.actor_kind', true) = wanted_kind
                    then nullif(current_setting('perenne.actor_id', true), '')::uuid end $$;
create function perenne.spaces(capability text) returns uuid[] language sql stable
  as $$ select coalesce(nullif(current_setting('perenne.spaces_' || capability, true), ''), '{}')::uuid[] $$;

-- ─── History ───────────────────────────────────────────────────────────────────────────────────────
-- One table for every versioned record. Written by the trigger below and by nobody else; the application
-- may only read it, under the visibility that the record has today.
create table perenne.record_version (
  record_id uuid not null,
  record_table text not null,
  version integer not null,
  space_id uuid,
  visibility smallint not null,
  known tstzrange not null check (not isempty(known)),
  actor_kind text,
  actor_id text,
  reason text,
  ended_by_kind text,
  ended_by_id text,
  end_reason text,
  shape integer not null,
  doc jsonb not null,
  primary key (record_id, record_table, version),
  exclude using gist (record_id with =, record_table with =, known with &&) deferrable
);
create index record_version_space on perenne.record_version using gist (space_id, known);
create index record_version_current on perenne.record_version (record_id, record_table) where upper_inf(known);
comment on column perenne.record_version.shape is 'number of the newest migration when the version was written';

create function perenne.keep_history() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp
  as $$
  declare
    ignored text[] := coalesce(tg_argv[0], '{}')::text[];
    was perenne.record_version;
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
    select * into was from perenne.record_version v where v.record_id = id and v.record_table = tg_table_name and upper_inf(v.known) for update;
    if was.record_id is not null then
      if new_doc = was.doc then
        return null;                                   -- a save that changes nothing leaves no trace
      end if;
      moment := greatest(moment, lower(was.known) + interval '1 microsecond');
      update perenne.record_version v set
        known = tstzrange(lower(v.known), moment),
        ended_by_kind = case when tg_op = 'DELETE' then perenne.actor_kind() end,
        ended_by_id = case when tg_op = 'DELETE' then perenne.actor_id() end,
        end_reason = case when tg_op = 'DELETE' then nullif(current_setting('perenne.reason', true), '') end
        where v.record_id = id and v.record_table = tg_table_name and v.version = was.version;
    end if;
    if tg_op = 'DELETE' then
      return null;
    end if;
    insert into perenne.record_version
      (record_id, record_table, version, space_id, visibility, known, actor_kind, actor_id, reason, shape, doc)
      select id, tg_table_name,
             coalesce((select max(v.version) from perenne.record_version v where v.record_id = id and v.record_table = tg_table_name), 0) + 1,
             new.space_id, new.visibility,
             tstzrange(greatest(moment, (select max(upper(v.known)) from perenne.record_version v where v.record_id = id and v.record_table = tg_table_name)), null),
             perenne.actor_kind(), perenne.actor_id(), nullif(current_setting('perenne.reason', true), ''),
             (select max(number) from perenne.migration),
             new_doc;
    -- The past is shown under the rights of today.
    if tg_op = 'UPDATE' and (new.visibility, new.space_id) is distinct from (old.visibility, old.space_id) then
      update perenne.record_version v set visibility = new.visibility, space_id = new.space_id
        where v.record_id = id and v.record_table = tg_table_name and (v.visibility, v.space_id) is distinct from (new.visibility, new.space_id);
    end if;
    return null;
  end
  $$;

-- ─── Guards ────────────────────────────────────────────────────────────────────────────────────────
-- The one visibility predicate, as text for the policies: functions with sub-selects are not inlined, and
-- the sub-selects make each array a value worked out once per statement.
create function perenne.reads_predicate() returns text language sql immutable as $$
  select '(visibility = 2 and (select perenne.is_somebody()))'
      || ' or space_id = any ((select perenne.spaces(''read''))::uuid[])'
      || ' or (visibility = 1 and space_id = any ((select perenne.spaces(''network''))::uuid[]))'
      || ' or (select perenne.is_job())'
$$;
create function perenne.holds_predicate(capability text) returns text language sql immutable as $$
  select format('space_id = any ((select perenne.spaces(%L))::uuid[]) or (select perenne.is_job())', capability)
$$;

-- Puts row-level security (enabled and forced), grants and, where the table is versioned, the history
-- trigger on a table. `reads` and `writes` default to the one predicate; a table that needs others says so here.
create procedure perenne.guard(
  tbl text,
  versioned boolean default true,
  public boolean default true,
  reads text default null,
  writes text default null,
  ignored text[] default '{}'
) language plpgsql as $$
  declare
    t text := format('perenne.%I', tbl);
    r text := coalesce(reads, perenne.reads_predicate());
    w text := coalesce(writes, perenne.holds_predicate('edit'));
  begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner_all on %s to perenne_owner using (true) with check (true)', t);
    execute format('create policy app_reads on %s for select to perenne_app using (%s)', t, r);
    execute format('create policy app_adds on %s for insert to perenne_app with check (%s)', t, w);
    execute format('create policy app_changes on %s for update to perenne_app using (%s) with check (%s)', t, w, w);
    execute format('create policy app_removes on %s for delete to perenne_app using (%s)', t, w);
    execute format('grant select, insert, update, delete on %s to perenne_app', t);
    if public then
      execute format('create policy public_reads on %s for select to perenne_public using (visibility = 2 and (select perenne.is_somebody()))', t);
      execute format('grant select on %s to perenne_public', t);
    end if;
    if versioned then
      execute format('create trigger keep_history after insert or update or delete on %s for each row execute function perenne.keep_history(%L)', t, ignored);
    end if;
  end
$$;

-- A child record has the space and the visibility of its parent, and follows when they change.
create function perenne.take_after_parent() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    execute format('select space_id, visibility from perenne.%I where id = ($1).%I', tg_argv[0], tg_argv[1])
      using new into new.space_id, new.visibility;
    if new.space_id is null then
      raise exception 'no % for this %', tg_argv[0], tg_table_name using errcode = '23503';
    end if;
    return new;
  end
$$;
create function perenne.hand_down() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    execute format('update perenne.%I set space_id = $1, visibility = $2 where %I = $3
                    and (space_id, visibility) is distinct from ($1, $2)', tg_argv[0], tg_argv[1])
      using new.space_id, new.visibility, new.id;
    return null;
  end
$$;
create procedure perenne.follow(child text, parent text, by_column text) language plpgsql as $$
  begin
    execute format('create trigger take_after_parent before insert on perenne.%I for each row execute function perenne.take_after_parent(%L, %L)',
      child, parent, by_column);
    execute format('create trigger %I after update of space_id, visibility on perenne.%I for each row
      when ((new.space_id, new.visibility) is distinct from (old.space_id, old.visibility))
      execute function perenne.hand_down(%L, %L)', 'hand_down_to_' || child, parent, child, by_column);
  end
$$;

-- A space is governed by itself.
alter table perenne.space add column space_id uuid generated always as (id) stored;
call perenne.guard('space', writes => perenne.holds_predicate('edit') || ' or (parent_id = any ((select perenne.spaces(''edit''))::uuid[]))');
call perenne.guard('network_member');
-- Whoever gives rights gives no more than they hold: each thing the role may do, they may do there themselves.
call perenne.guard('access_right', public => false,
  reads => 'person_id = (select perenne.actor_uuid(''person'')) or ' || perenne.holds_predicate('rights'),
  writes => '(space_id = any ((select perenne.spaces(''rights''))::uuid[]) and not exists (
      select from perenne.role_capability rc
      where rc.role = access_right.role and not (access_right.space_id = any (perenne.spaces(rc.capability)))))
    or (select perenne.is_job())');
-- A person sees themself; whoever gives rights sees who holds them; rooms add who sees their registrants.
call perenne.guard('person', versioned => false, public => false,
  reads => 'id = (select perenne.actor_uuid(''person'')) or (select perenne.is_job())',
  writes => 'id = (select perenne.actor_uuid(''person'')) or (select perenne.is_job())');
create policy colleagues_read on perenne.person for select to perenne_app using (
  exists (select from perenne.access_right ar where ar.person_id = person.id
          and ar.space_id = any ((select perenne.spaces('read'))::uuid[])));
-- Whoever administers can find anybody: to correct and to erase.
create policy administrators_read on perenne.person for select to perenne_app using (
  (select perenne.spaces('administer')) <> '{}');

alter table perenne.record_version enable row level security;
alter table perenne.record_version force row level security;
create policy owner_all on perenne.record_version to perenne_owner using (true) with check (true);
create policy app_reads on perenne.record_version for select to perenne_app
  using (space_id = any ((select perenne.spaces('read'))::uuid[])
         or (visibility = 2 and (select perenne.is_somebody()))
         or (visibility = 1 and space_id = any ((select perenne.spaces('network'))::uuid[]))
         or (select perenne.is_job()));
create policy public_reads on perenne.record_version for select to perenne_public using (visibility = 2 and (select perenne.is_somebody()));
grant select on perenne.record_version to perenne_app, perenne_public;

-- Tables without rows of their own to hide: the program reads them, nobody but the owner writes them.
do $$
  declare tbl text;
  begin
    foreach tbl in array '{role_scope,role_capability,installation,migration,clock}'::text[] loop
      execute format('alter table perenne.%I enable row level security', tbl);
      execute format('alter table perenne.%I force row level security', tbl);
      execute format('create policy owner_all on perenne.%I to perenne_owner using (true) with check (true)', tbl);
      execute format('create policy app_reads on perenne.%I for select to perenne_app, perenne_public using (true)', tbl);
      if tbl <> 'clock' then
        execute format('grant select on perenne.%I to perenne_app, perenne_public', tbl);
      end if;
    end loop;
  end
$$;

insert into perenne.installation default values;
insert into perenne.space (id, kind, slug) values ('00000000-0000-4000-8000-000000000001', 'installation', 'installation');
