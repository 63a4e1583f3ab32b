-- The desk: the life of a seminar, writing to people, guests, second factors, the first visit.

-- ─── The life of a seminar ─────────────────────────────────────────────────────────────────────────
-- What a seminar is at a moment is worked out (convene/seminar/rules/life.ts); these columns are what somebody decided.
alter table perenne.seminar
  add column postponed_at timestamptz,
  add column moved_from date,
  add column reminder_days integer[] not null default '{7,1}'
    check (cardinality(reminder_days) <= 5 and reminder_days <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,21,28}'::integer[]);
comment on column perenne.seminar.postponed_at is 'since when it has no sure day: `held_on` is then the day that is given up';
comment on column perenne.seminar.moved_from is 'the day it was announced for before, when it was moved to another';
comment on column perenne.seminar.reminder_days is 'how many days before it reminders leave by themselves';

create function perenne.seminar_in_shape_5(doc jsonb) returns jsonb language sql immutable as $$
  select '{"postponed_at": null, "moved_from": null, "reminder_days": [7, 1]}'::jsonb || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values ('seminar', 5, 'seminar_in_shape_5');

-- What everyone concerned was told, once each: cancelled, postponed, moved to another day, held after all. The reason is
-- a text (field `reason`), shown on the page of the seminar.
create table perenne.seminar_notice (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  kind text not null check (kind in ('cancelled', 'postponed', 'moved', 'held-again')),
  held_on date not null,
  moved_to date,
  told integer not null default 0 check (told >= 0),
  at timestamptz not null default perenne.now(),
  space_id uuid not null,
  visibility smallint not null,
  check ((kind = 'moved') = (moved_to is not null))
);
create index on perenne.seminar_notice (seminar_id, at);
comment on column perenne.seminar_notice.held_on is 'the day it was announced for when this was told';
comment on column perenne.seminar_notice.told is 'to how many registrations it was written';
call perenne.follow('seminar_notice', 'seminar', 'seminar_id');
call perenne.guard('seminar_notice');
call perenne.carries_texts('seminar_notice');

-- ─── Words of the mails ────────────────────────────────────────────────────────────────────────────
-- An organiser's own words for one of the mails of a seminar (fields `subject` and `body`). A language without them gets
-- the usual words.
create table perenne.mail_words (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  template text not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, template)
);
create trigger stays_internal before insert or update on perenne.mail_words
  for each row execute function perenne.stays_internal();
call perenne.guard('mail_words', public => false);
call perenne.carries_texts('mail_words');

-- ─── Writing to people ─────────────────────────────────────────────────────────────────────────────
-- A mailing (fields `subject` and `body`), and reminders, which are mailings that leave by themselves.
create table perenne.mailing (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  days_before integer check (days_before > 0),
  held_on date,
  audience jsonb not null default '{}',
  send_at timestamptz,
  started_at timestamptz,
  cancelled_at timestamptz,
  recipients integer check (recipients >= 0),
  version integer not null default 1,
  created_by uuid references perenne.person,
  created_at timestamptz not null default perenne.now(),
  space_id uuid not null,
  visibility smallint not null,
  check ((days_before is null) = (held_on is null)),
  check (started_at is null or cancelled_at is null),
  check ((started_at is null) = (recipients is null))
);
create index on perenne.mailing (seminar_id, created_at);
create index mailing_due on perenne.mailing (send_at) where started_at is null and cancelled_at is null;
-- A reminder leaves once for each day on which a seminar is held.
create unique index mailing_one_reminder on perenne.mailing (seminar_id, days_before, held_on) where days_before is not null;
comment on column perenne.mailing.days_before is 'a reminder so many days before `held_on`; null for a mailing that somebody writes';
comment on column perenne.mailing.audience is
  'to whom: {states, categories, regions, languages, registrations, invitation}, each a list; what is left out does not choose';
comment on column perenne.mailing.send_at is 'when it is to leave; null while nobody has said so';
create trigger stays_internal before insert or update on perenne.mailing
  for each row execute function perenne.stays_internal();
call perenne.guard('mailing', public => false, ignored => '{version}',
  reads => perenne.holds_predicate('people'), writes => perenne.holds_predicate('people'));
call perenne.carries_texts('mailing');

-- To whom a mailing went: the key is what makes it go once to each.
create table perenne.mailing_recipient (
  mailing_id uuid not null references perenne.mailing on delete cascade,
  registration_id uuid not null references perenne.registration on delete cascade,
  seminar_id uuid not null references perenne.seminar on delete cascade,
  mail_id uuid references perenne.mail on delete set null,
  primary key (mailing_id, registration_id)
);
create index on perenne.mailing_recipient (registration_id);
create index on perenne.mailing_recipient (mail_id);
call perenne.guard('mailing_recipient', versioned => false, public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())',
  writes => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())');

-- What has begun to leave says the same to everybody: mails put their words together when they leave.
create function perenne.keep_words_of_begun_mailing() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform 1 from perenne.mailing m where m.id = old.record_id for update;
    if exists (select from perenne.mailing m where m.id = old.record_id and m.started_at is not null) then
      raise exception 'this mailing has begun to leave' using errcode = '23001', constraint = 'settled_words_stay';
    end if;
    return new;
  end
$$;
create trigger keep_words_of_begun_mailing before update of body, language, field, record_table, record_id on perenne.translation
  for each row when (old.record_table = 'mailing'
    and (new.body, new.language, new.field, new.record_table, new.record_id)
      is distinct from (old.body, old.language, old.field, old.record_table, old.record_id))
  execute function perenne.keep_words_of_begun_mailing();

-- A mail that came back (RFC 3464), or that its server still tries to deliver.
alter table perenne.mail
  add column bounced_at timestamptz,
  add column delayed_at timestamptz,
  add column bounce text;
create index mail_came_back on perenne.mail (space_id) where bounced_at is not null;
comment on column perenne.mail.bounce is 'what the report said, without addresses: its status (RFC 3463) and the other server''s words';

-- ─── Notes, guests, invitations that were sent ─────────────────────────────────────────────────────
create table perenne.registration_note (
  id uuid primary key default gen_random_uuid(),
  registration_id uuid not null references perenne.registration on delete cascade,
  seminar_id uuid not null references perenne.seminar on delete cascade,
  body text not null check (btrim(body) <> '' and length(body) <= 5000),
  written_by uuid references perenne.person,
  written_at timestamptz not null default perenne.now()
);
create index on perenne.registration_note (registration_id, written_at);
call perenne.guard('registration_note', versioned => false, public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())
    or registration_id = (select perenne.actor_uuid(''link''))',
  writes => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())');

-- A file of guests. While it is being looked at its rows wait in `waiting`, encrypted with the installation's key, for a
-- day at most: names stand in one table only.
create table perenne.guest_list (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  waiting bytea,
  looked_at timestamptz not null default clock_timestamp(),
  looked_by uuid references perenne.person,
  registered integer check (registered >= 0),
  imported_at timestamptz,
  imported_by uuid references perenne.person,
  undone_at timestamptz,
  undone_by uuid references perenne.person,
  undo_ended_at timestamptz,
  check (imported_at is null or waiting is null),
  check (undone_at is null or imported_at is not null)
);
create index on perenne.guest_list (seminar_id, looked_at);
comment on column perenne.guest_list.undo_ended_at is 'when all who came with it were gone through: nobody is taken back afterwards';
comment on column perenne.guest_list.looked_at is 'real time: what waits is thrown away a day later';
call perenne.guard('guest_list', versioned => false, public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())',
  writes => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())');
alter table perenne.registration add column guest_list_id uuid references perenne.guest_list;
create index on perenne.registration (guest_list_id) where guest_list_id is not null;

create table perenne.invitation_sent (
  id uuid primary key default gen_random_uuid(),
  invitation_id uuid not null references perenne.invitation on delete cascade,
  seminar_id uuid not null references perenne.seminar on delete cascade,
  person_id uuid not null references perenne.person,
  mail_id uuid references perenne.mail on delete set null,
  sent_by uuid references perenne.person,
  sent_at timestamptz not null default perenne.now(),
  unique (invitation_id, person_id)
);
create index on perenne.invitation_sent (seminar_id);
create index on perenne.invitation_sent (person_id);
call perenne.guard('invitation_sent', versioned => false, public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())',
  writes => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())');

-- Notes about a registrant go with the person, and so does a file that waits.
create function perenne.erase_what_was_noted() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.registration_note n using perenne.registration r where r.id = n.registration_id and r.person_id = new.id;
    return null;
  end
$$;
create trigger erase_what_was_noted after update of erased_at on perenne.person for each row
  when (new.erased_at is not null and old.erased_at is null)
  execute function perenne.erase_what_was_noted();

-- ─── Who did what ──────────────────────────────────────────────────────────────────────────────────
-- Most of it is in the versions and in the events of places. What leaves neither is noted here: append-only, ids alone.
create table perenne.noted_act (
  number bigint generated always as identity primary key,
  space_id uuid not null references perenne.space,
  at timestamptz not null default perenne.now(),
  what text not null check (what ~ '^[a-z]+(-[a-z]+)*$'),
  detail jsonb not null default '{}',
  actor_kind text default perenne.actor_kind(),
  actor_id text default perenne.actor_id()
);
create index on perenne.noted_act (space_id, at);
comment on column perenne.noted_act.detail is 'counts and ids, never a name or an address';
alter table perenne.noted_act enable row level security;
alter table perenne.noted_act force row level security;
create policy owner_all on perenne.noted_act to perenne_owner using (true) with check (true);
create policy app_reads on perenne.noted_act for select to perenne_app using (
  space_id = any ((select perenne.spaces('rights'))::uuid[]) or (select perenne.is_job()));
create policy app_adds on perenne.noted_act for insert to perenne_app with check (
  (select perenne.is_job()) or space_id = any ((select perenne.spaces('read'))::uuid[]));
grant select on perenne.noted_act to perenne_app;
grant insert (space_id, what, detail) on perenne.noted_act to perenne_app;
create index record_version_since on perenne.record_version (space_id, lower(known) desc);
create index record_version_latest on perenne.record_version (lower(known) desc);
create index record_version_removed on perenne.record_version (upper(known) desc) where ended_by_kind is not null;
create index place_event_latest on perenne.place_event (at desc);

-- ─── Second factors, and signing in elsewhere ──────────────────────────────────────────────────────
-- Security lifetimes follow the real clock.
create table perenne.authenticator (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references perenne.person,
  kind text not null check (kind in ('totp', 'passkey')),
  name text not null default '' check (length(name) <= 80),
  secret bytea,
  last_step bigint,
  credential_id text unique,
  public_key bytea,
  counter bigint,
  transports text[] not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  used_at timestamptz,
  check ((kind = 'totp') = (secret is not null)),
  check ((kind = 'passkey') = (credential_id is not null and public_key is not null and counter is not null))
);
create index on perenne.authenticator (person_id);
create unique index authenticator_one_app on perenne.authenticator (person_id) where kind = 'totp' and confirmed_at is not null;
comment on column perenne.authenticator.secret is 'of a code generator (RFC 6238), encrypted with the installation''s key';
comment on column perenne.authenticator.last_step is 'the last time step whose code was used: none is used twice';
create table perenne.recovery_code (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references perenne.person,
  code_hash text not null,
  created_at timestamptz not null default clock_timestamp(),
  used_at timestamptz
);
create index on perenne.recovery_code (person_id);
-- What was asked of a browser and waits for its answer: a passkey, or a sign-in at the organisation's own provider.
create table perenne.challenge (
  id text primary key,
  kind text not null check (kind in ('add-passkey', 'use-passkey', 'oidc')),
  person_id uuid references perenne.person,
  detail jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
create index on perenne.challenge (expires_at);
comment on column perenne.challenge.id is 'SHA-256 of what the browser holds';
create table perenne.external_identity (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references perenne.person,
  issuer text not null,
  subject text not null,
  created_at timestamptz not null default clock_timestamp(),
  used_at timestamptz,
  unique (issuer, subject)
);
create index on perenne.external_identity (person_id);
do $$
  declare tbl text;
  begin
    foreach tbl in array '{authenticator,recovery_code,external_identity}'::text[] loop
      call perenne.guard(tbl, versioned => false, public => false,
        reads => 'person_id = (select perenne.actor_uuid(''person'')) or (select perenne.is_job())',
        writes => 'person_id = (select perenne.actor_uuid(''person'')) or (select perenne.is_job())');
    end loop;
    call perenne.guard('challenge', versioned => false, public => false,
      reads => '(select perenne.is_job())', writes => '(select perenne.is_job())');
  end
$$;
-- Whoever is erased signs in no more, by any way.
create function perenne.erase_ways_in() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.authenticator where person_id = new.id;
    delete from perenne.recovery_code where person_id = new.id;
    delete from perenne.external_identity where person_id = new.id;
    delete from perenne.challenge where person_id = new.id;
    return null;
  end
$$;
create trigger erase_ways_in after update of erased_at on perenne.person for each row
  when (new.erased_at is not null and old.erased_at is null)
  execute function perenne.erase_ways_in();

-- ─── The installation, as its administrator makes it ───────────────────────────────────────────────
alter table perenne.installation
  add column name text check (btrim(name) <> '' and length(name) <= 120),
  add column accent text check (accent ~ '^#[0-9a-f]{6}$'),
  add column second_factor text not null default 'offered' check (second_factor in ('offered', 'required')),
  add column set_up_at timestamptz;
comment on column perenne.installation.accent is 'the colour of links and buttons; null for Perenne''s own';
comment on column perenne.installation.second_factor is 'whether whoever holds an access right must have one';
comment on column perenne.installation.set_up_at is 'when the guided first visit was finished or left';
grant update (name, accent, second_factor, set_up_at) on perenne.installation to perenne_app;
create policy app_changes on perenne.installation for update to perenne_app
  using ((select perenne.spaces('administer')) <> '{}' or (select perenne.is_job()))
  with check ((select perenne.spaces('administer')) <> '{}' or (select perenne.is_job()));
