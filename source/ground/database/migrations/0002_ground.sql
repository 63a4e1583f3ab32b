-- What every room stands on: texts in several languages, organisations and territories, sign-in, mails,
-- files, search, forms sent once, backups.

-- ─── Texts meant for several readers ───────────────────────────────────────────────────────────────
create function perenne.text_hash(body text) returns text language sql immutable parallel safe as $$
  select left(encode(sha256(convert_to(regexp_replace(btrim(normalize(body, nfc)), '\s+', ' ', 'g'), 'UTF8')), 'hex'), 32)
$$;

create table perenne.translation (
  id uuid primary key default gen_random_uuid(),
  record_table text not null,
  record_id uuid not null,
  field text not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  body text not null check (btrim(body) <> ''),
  body_hash text generated always as (perenne.text_hash(body)) stored,
  state text not null check (state in ('source', 'machine', 'draft', 'reviewed')),
  source_hash text check ((state = 'source') = (source_hash is null)),
  space_id uuid not null,
  visibility smallint not null,
  unique (record_id, record_table, field, language)
);
create unique index translation_one_source on perenne.translation (record_id, record_table, field) where state = 'source';
create index on perenne.translation (space_id);
comment on column perenne.translation.source_hash is
  'hash of the source it was made from, or last found still valid against; differs from the source''s body_hash when stale';

create function perenne.translation_takes_after_record() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    execute format('select space_id, visibility from perenne.%I where id = $1', new.record_table)
      using new.record_id into new.space_id, new.visibility;
    if new.space_id is null then
      raise exception 'no % with this id for a text', new.record_table using errcode = '23503';
    end if;
    return new;
  end
$$;
create trigger take_after_record before insert on perenne.translation
  for each row execute function perenne.translation_takes_after_record();

create function perenne.texts_follow_record() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    -- What search knows of the record follows too: a record that becomes internal is not found a moment longer.
    if tg_op = 'DELETE' then
      delete from perenne.translation where record_id = old.id and record_table = tg_table_name;
      delete from perenne.search_entry where record_id = old.id and record_table = tg_table_name;
    else
      update perenne.translation set space_id = new.space_id, visibility = new.visibility
        where record_id = new.id and record_table = tg_table_name
          and (space_id, visibility) is distinct from (new.space_id, new.visibility);
      update perenne.search_entry set space_id = new.space_id, visibility = new.visibility
        where record_id = new.id and record_table = tg_table_name
          and (space_id, visibility) is distinct from (new.space_id, new.visibility);
    end if;
    return null;
  end
$$;
-- Called once for each table whose records carry texts in several languages.
create procedure perenne.carries_texts(tbl text) language plpgsql as $$
  begin
    execute format('create trigger texts_follow_record after delete or update of space_id, visibility on perenne.%I
      for each row execute function perenne.texts_follow_record()', tbl);
  end
$$;

call perenne.guard('translation', writes =>
  perenne.holds_predicate('edit') ||
  ' or (state <> ''source'' and space_id = any ((select perenne.spaces(''translate''))::uuid[]))');

call perenne.carries_texts('space');
call perenne.carries_texts('network_member');

-- ─── Territories and organisations ─────────────────────────────────────────────────────────────────
create table perenne.territory (
  id uuid primary key references perenne.space,
  space_id uuid generated always as (id) stored,
  visibility smallint not null default 1 check (visibility between 0 and 2),
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text not null check (region in ('latin-america', 'europe', 'other')),
  government text not null check (government in
    ('municipality', 'intermunicipal', 'metropolis', 'county', 'region', 'federated-state', 'other')),
  successor_id uuid references perenne.territory,
  fictitious boolean not null default false
);
create table perenne.organisation (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  key text,
  short_name text,
  kind text not null check (kind in
    ('network', 'association', 'company', 'local-government', 'university', 'institution', 'other')),
  country text check (country ~ '^[A-Z]{2}$'),
  territory_id uuid references perenne.territory,
  website text,
  fictitious boolean not null default false,
  unique (space_id, key)
);
create table perenne.identifier (
  id uuid primary key default gen_random_uuid(),
  record_table text not null check (record_table in ('organisation', 'territory')),
  record_id uuid not null,
  scheme text not null check (scheme ~ '^[A-Za-z0-9-]+$'),
  value text not null check (btrim(value) <> ''),
  space_id uuid not null,
  visibility smallint not null,
  unique (scheme, value, record_id)
);
create trigger take_after_record before insert on perenne.identifier
  for each row execute function perenne.translation_takes_after_record();
create function perenne.identifiers_follow_record() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if tg_op = 'DELETE' then
      delete from perenne.identifier where record_id = old.id;
    else
      update perenne.identifier set space_id = new.space_id, visibility = new.visibility
        where record_id = new.id and (space_id, visibility) is distinct from (new.space_id, new.visibility);
    end if;
    return null;
  end
$$;
create trigger identifiers_follow_record after delete or update of visibility on perenne.territory
  for each row execute function perenne.identifiers_follow_record();
create trigger identifiers_follow_record after delete or update of space_id, visibility on perenne.organisation
  for each row execute function perenne.identifiers_follow_record();

call perenne.guard('territory');
call perenne.guard('organisation');
call perenne.guard('identifier');
call perenne.carries_texts('organisation');
create trigger texts_follow_record after delete or update of visibility on perenne.territory
  for each row execute function perenne.texts_follow_record();

-- ─── Sign-in ───────────────────────────────────────────────────────────────────────────────────────
-- Security lifetimes follow the real clock, never perenne.now().
create table perenne.session (
  id text primary key,
  person_id uuid not null references perenne.person,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  second_factor_at timestamptz
);
comment on column perenne.session.id is 'SHA-256 of the cookie''s token; the token itself is never stored';
create index on perenne.session (person_id);
create table perenne.sign_in_link (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references perenne.person,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  return_to text
);
call perenne.guard('session', versioned => false, public => false,
  reads => 'person_id = (select perenne.actor_uuid(''person'')) or (select perenne.is_job())',
  writes => 'person_id = (select perenne.actor_uuid(''person'')) or (select perenne.is_job())');
call perenne.guard('sign_in_link', versioned => false, public => false,
  reads => '(select perenne.is_job())', writes => '(select perenne.is_job())');

-- ─── Mails to send ─────────────────────────────────────────────────────────────────────────────────
-- A mail names its recipient and its facts by id: the words and the address are put together when it is
-- shown or sent, so that erasing a person leaves nothing here.
create table perenne.mail (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  person_id uuid not null references perenne.person,
  template text not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  data jsonb not null default '{}',
  state text not null default 'to_send' check (state in ('to_send', 'sending', 'waiting_retry', 'sent', 'failed', 'cancelled')),
  attempts integer not null default 0,
  due_at timestamptz not null default perenne.now(),
  taken_at timestamptz,
  sent_at timestamptz,
  last_error text,
  created_at timestamptz not null default perenne.now()
);
create index mail_due on perenne.mail (due_at) where state in ('to_send', 'waiting_retry');
create index mail_unsettled on perenne.mail (state) where state in ('sending', 'failed');
create index mail_space on perenne.mail (space_id, created_at desc, id);
create index mail_person on perenne.mail (person_id);
call perenne.guard('mail', versioned => false, public => false,
  reads => perenne.holds_predicate('people'), writes => perenne.holds_predicate('people'));
create policy mail_recipients_read on perenne.person for select to perenne_app using (
  exists (select from perenne.mail m where m.person_id = person.id
          and m.space_id = any ((select perenne.spaces('people'))::uuid[])));

-- ─── Files ─────────────────────────────────────────────────────────────────────────────────────────
create table perenne.file (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  record_id uuid,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default perenne.now()
);
create index on perenne.file (space_id);
call perenne.guard('file');

-- ─── Search ────────────────────────────────────────────────────────────────────────────────────────
create table perenne.search_entry (
  record_id uuid not null,
  language text not null,
  record_table text not null,
  space_id uuid not null,
  visibility smallint not null,
  title text not null,
  title_folded text not null,
  body text not null default '',
  path text not null,
  words tsvector not null,
  primary key (record_id, record_table, language)
);
create index search_entry_words on perenne.search_entry using gin (words);
comment on column perenne.search_entry.title_folded is 'lower case without accents: what a misspelling is compared with';
create index search_entry_title on perenne.search_entry using gin (title_folded gin_trgm_ops);
create index on perenne.search_entry (space_id);
call perenne.guard('search_entry', versioned => false);

-- ─── Forms sent once ───────────────────────────────────────────────────────────────────────────────
create table perenne.sent_form (
  key text primary key,
  location text not null,
  sent_at timestamptz not null default clock_timestamp()
);
call perenne.guard('sent_form', versioned => false, public => false,
  reads => '(select perenne.is_somebody())', writes => '(select perenne.is_somebody())');

-- ─── Backups ───────────────────────────────────────────────────────────────────────────────────────
create table perenne.backup_run (
  id uuid primary key default gen_random_uuid(),
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  file text,
  bytes bigint,
  error text
);
call perenne.guard('backup_run', versioned => false, public => false,
  reads => '(select perenne.spaces(''administer'')) <> ''{}'' or (select perenne.is_job())',
  writes => '(select perenne.is_job())');

-- ─── What runs later ───────────────────────────────────────────────────────────────────────────────
-- pg-boss keeps its own tables here, owned by the application: they hold ids, never content (docs/data.md).
create schema jobs;
grant usage, create on schema jobs to perenne_app;
