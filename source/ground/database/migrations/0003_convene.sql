-- A seminar: its page, its provisional programme, its places and its registrations.

create table perenne.seminar (
  id uuid primary key references perenne.space,
  space_id uuid generated always as (id) stored,
  visibility smallint not null default 0 check (visibility between 0 and 2),
  network_id uuid not null references perenne.space,
  source_language text not null check (source_language ~ '^[a-z]{2}$'),
  languages text[] not null,
  held_on date not null,
  hours_from time not null,
  hours_to time not null,
  time_zone text not null,
  venue_address text not null,
  venue_country text not null check (venue_country ~ '^[A-Z]{2}$'),
  floor_languages text[] not null default '{}',
  interpretation_languages text[] not null default '{}',
  registration_mandatory boolean not null default true,
  registration_opens_at timestamptz,
  registration_closes_at timestamptz not null,
  cancelled_at timestamptz,
  calendar_sequence integer not null default 0,
  check (hours_from < hours_to),
  check (registration_opens_at is null or registration_opens_at < registration_closes_at)
);
comment on column perenne.seminar.registration_closes_at is 'the last second in which a registration is accepted';

create table perenne.seminar_access_line (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  position integer not null,
  space_id uuid not null,
  visibility smallint not null
);
create table perenne.seminar_organisation (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  organisation_id uuid not null references perenne.organisation,
  role text not null check (role in ('organiser', 'partner', 'supporter')),
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, organisation_id, role)
);
create table perenne.seminar_contact (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  organisation_id uuid references perenne.organisation,
  email text,
  telephone text,
  position integer not null,
  space_id uuid not null,
  visibility smallint not null
);
comment on table perenne.seminar_contact is 'role addresses of organisations, not persons';

create table perenne.programme (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  provisional boolean not null default true,
  released_at timestamptz,
  space_id uuid not null,
  visibility smallint not null
);
create index on perenne.programme (seminar_id);
create table perenne.slot (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references perenne.programme on delete cascade,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in
    ('registration', 'welcome', 'introduction', 'part', 'talk', 'workshop', 'break', 'meal', 'closing')),
  part text,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (programme_id, key)
);
create table perenne.slot_theme (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references perenne.slot on delete cascade,
  position integer not null,
  space_id uuid not null,
  visibility smallint not null
);
create index on perenne.slot_theme (slot_id);
create table perenne.slot_role (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references perenne.slot on delete cascade,
  organisation_id uuid not null references perenne.organisation,
  role text not null check (role in ('moderator', 'coordination')),
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (slot_id, organisation_id, role)
);

-- The words someone agreed to never change: a new wording is a new version.
create table perenne.consent (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null default 1,
  required boolean not null,
  position integer not null,
  superseded_at timestamptz,
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, key, version)
);
create unique index consent_current on perenne.consent (seminar_id, key) where superseded_at is null;

-- Counters guard places. `ceiling` lets a capacity fall below what is taken without forgetting the guard:
-- it never lets `taken` rise above the larger of the capacity and what was taken when it was lowered.
create table perenne.quota (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  key text not null,
  capacity integer not null check (capacity >= 0),
  taken integer not null default 0 check (taken >= 0),
  ceiling integer not null,
  position integer not null default 0,
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, key),
  constraint never_one_too_many check (taken <= ceiling)
);
create function perenne.keep_ceiling() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      new.ceiling := new.capacity;
    else
      new.ceiling := greatest(new.capacity, least(old.ceiling, old.taken));
    end if;
    return new;
  end
$$;
create trigger keep_ceiling before insert or update on perenne.quota
  for each row execute function perenne.keep_ceiling();

create table perenne.registration (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar,
  person_id uuid not null references perenne.person,
  identity text not null,
  category text not null check (category in ('elected', 'staff', 'university', 'civil-society', 'other')),
  organisation_id uuid references perenne.organisation,
  organisation_name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text not null check (region in ('latin-america', 'europe', 'other')),
  language text not null check (language ~ '^[a-z]{2}$'),
  state text not null check (state in ('requested', 'waiting', 'offered', 'confirmed', 'refused', 'cancelled', 'expired')),
  requested_at timestamptz not null default perenne.now(),
  line bigint generated always as identity,
  state_since timestamptz not null default perenne.now(),
  origin text not null default 'form' check (origin in ('form', 'api', 'desk', 'import')),
  idempotency_key text
);
comment on column perenne.registration.identity is
  'keyed hash of seminar, folded address and folded name: who is already registered, without a name in this table';
create unique index registration_one_alive on perenne.registration (seminar_id, identity)
  where state in ('requested', 'waiting', 'offered', 'confirmed');
create unique index registration_once on perenne.registration (seminar_id, idempotency_key) where idempotency_key is not null;
create index registration_line on perenne.registration (seminar_id, state, line);
create index registration_person on perenne.registration (person_id);

create table perenne.registration_consent (
  registration_id uuid not null references perenne.registration on delete cascade,
  consent_id uuid not null references perenne.consent,
  given boolean not null,
  at timestamptz not null default perenne.now(),
  primary key (registration_id, consent_id)
);

-- What a file said when it was last imported, so that the next import can tell what changed since in the browser.
create table perenne.seminar_import (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  content text not null,
  sha256 text not null,
  imported_at timestamptz not null default perenne.now(),
  space_id uuid not null,
  visibility smallint not null
);

call perenne.follow('seminar_access_line', 'seminar', 'seminar_id');
call perenne.follow('seminar_organisation', 'seminar', 'seminar_id');
call perenne.follow('seminar_contact', 'seminar', 'seminar_id');
call perenne.follow('programme', 'seminar', 'seminar_id');
call perenne.follow('slot', 'programme', 'programme_id');
call perenne.follow('slot_theme', 'slot', 'slot_id');
call perenne.follow('slot_role', 'slot', 'slot_id');
call perenne.follow('consent', 'seminar', 'seminar_id');
call perenne.follow('quota', 'seminar', 'seminar_id');
create function perenne.import_is_internal() returns trigger language plpgsql as $$
  begin
    new.space_id := new.seminar_id;
    new.visibility := 0;
    return new;
  end
$$;
create trigger import_is_internal before insert or update on perenne.seminar_import
  for each row execute function perenne.import_is_internal();

call perenne.guard('seminar');
call perenne.guard('seminar_access_line');
call perenne.guard('seminar_organisation');
call perenne.guard('seminar_contact');
call perenne.guard('programme');
call perenne.guard('slot');
call perenne.guard('slot_theme');
call perenne.guard('slot_role');
call perenne.guard('consent');
call perenne.guard('quota', ignored => '{taken,ceiling}');
call perenne.guard('seminar_import', versioned => false, public => false);

call perenne.carries_texts('seminar_access_line');
call perenne.carries_texts('seminar_contact');
call perenne.carries_texts('programme');
call perenne.carries_texts('slot');
call perenne.carries_texts('slot_theme');
call perenne.carries_texts('consent');
create trigger texts_follow_record after delete or update of visibility on perenne.seminar
  for each row execute function perenne.texts_follow_record();

-- Registrations are seen by those who look after people in this seminar, by the person, and through their own link.
call perenne.guard('registration', versioned => false, public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[])
    or id = (select perenne.actor_uuid(''link''))
    or person_id = (select perenne.actor_uuid(''person''))
    or (select perenne.is_job())',
  writes => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[])
    or id = (select perenne.actor_uuid(''link''))
    or (select perenne.is_job())');
call perenne.guard('registration_consent', versioned => false, public => false,
  reads => 'exists (select from perenne.registration r where r.id = registration_id)',
  writes => 'exists (select from perenne.registration r where r.id = registration_id)');

create policy registrants_read on perenne.person for select to perenne_app using (
  exists (select from perenne.registration r where r.person_id = person.id
          and (r.seminar_id = any ((select perenne.spaces('people'))::uuid[])
               or r.id = (select perenne.actor_uuid('link')))));
