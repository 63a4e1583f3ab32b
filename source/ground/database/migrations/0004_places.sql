-- Places: quotas that overlap, invitations, one line, questions, needs, letters, retention. docs/registration.md tells
-- how places are guarded.

-- ─── Versions in an older shape ────────────────────────────────────────────────────────────────────
-- A version keeps the columns its table had when it was written (`shape`). Whoever shows the past asks here for the
-- columns of today: each migration that changes a versioned table adds a converter.
create table perenne.version_converter (
  record_table text not null,
  shape integer not null,
  convert text not null,
  primary key (record_table, shape)
);
comment on table perenne.version_converter is
  'function(jsonb) returns jsonb that brings a version older than `shape` to that shape';
alter table perenne.version_converter enable row level security;
alter table perenne.version_converter force row level security;
create policy owner_all on perenne.version_converter to perenne_owner using (true) with check (true);
create policy app_reads on perenne.version_converter for select to perenne_app, perenne_public using (true);
grant select on perenne.version_converter to perenne_app, perenne_public;

create function perenne.in_shape_of_today(tbl text, written_in integer, doc jsonb) returns jsonb
  language plpgsql stable set search_path = perenne, pg_temp as $$
  declare converter text;
  begin
    for converter in
      select c.convert from perenne.version_converter c where c.record_table = tbl and c.shape > written_in order by c.shape
    loop
      execute format('select perenne.%I($1)', converter) using doc into doc;
    end loop;
    return doc;
  end
$$;

-- ─── How a seminar admits ──────────────────────────────────────────────────────────────────────────
create table perenne.admission (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null unique references perenne.seminar on delete cascade,
  approval_for text[] not null default '{}'
    check (approval_for <@ '{elected,staff,university,civil-society,other}'::text[]),
  per_organisation integer check (per_organisation > 0),
  per_form integer not null default 10 check (per_form between 1 and 20),
  promotion text not null default 'direct' check (promotion in ('direct', 'offer')),
  offer_hours integer not null default 48 check (offer_hours between 1 and 720),
  promote_until timestamptz,
  change_until timestamptz,
  needs_days integer not null default 30 check (needs_days between 0 and 3650),
  answers_days integer not null default 365 check (answers_days between 0 and 3650),
  persons_days integer not null default 1095 check (persons_days between 0 and 3650),
  space_id uuid not null,
  visibility smallint not null
);
comment on column perenne.admission.promote_until is 'nobody is promoted after it; the beginning of the seminar when null';
comment on column perenne.admission.change_until is 'until when a person changes their answers; the deadline of registration when null';
comment on column perenne.admission.needs_days is 'days after the seminar after which needs are erased; likewise answers, likewise persons';
call perenne.follow('admission', 'seminar', 'seminar_id');
call perenne.guard('admission');

-- ─── Quotas ────────────────────────────────────────────────────────────────────────────────────────
-- A quota counts the registrations that match every condition it has; one without conditions counts everybody.
alter table perenne.quota
  add column categories text[] check (categories <@ '{elected,staff,university,civil-society,other}'::text[]),
  add column regions text[] check (regions <@ '{latin-america,europe,other}'::text[]),
  add column territory_id uuid references perenne.territory,
  add column held integer not null default 0 check (held >= 0);
comment on column perenne.quota.held is 'places kept for invitations that have not been used yet';
alter table perenne.quota drop constraint never_one_too_many;
alter table perenne.quota add constraint never_one_too_many check (taken + held <= ceiling);
create or replace function perenne.keep_ceiling() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      new.ceiling := new.capacity;
    else
      new.ceiling := greatest(new.capacity, least(old.ceiling, old.taken + old.held));
    end if;
    return new;
  end
$$;
drop trigger keep_history on perenne.quota;
create trigger keep_history after insert or update or delete on perenne.quota
  for each row execute function perenne.keep_history('{taken,ceiling,held}');
call perenne.carries_texts('quota');

create function perenne.quota_in_shape_4(doc jsonb) returns jsonb language sql immutable as $$
  select '{"categories": null, "regions": null, "territory_id": null}'::jsonb || doc
$$;
insert into perenne.version_converter values ('quota', 4, 'quota_in_shape_4');

-- Records of a seminar that its organisers alone see, whatever the visibility of the seminar.
create function perenne.stays_internal() returns trigger language plpgsql as $$
  begin
    new.space_id := new.seminar_id;
    new.visibility := 0;
    return new;
  end
$$;

create table perenne.invitation (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  code text not null check (code ~ '^[A-Z0-9]{4,20}$'),
  label text not null check (btrim(label) <> ''),
  places integer check (places > 0),
  taken integer not null default 0 check (taken >= 0),
  ceiling integer,
  reserved boolean not null default false,
  reserved_until timestamptz,
  released_at timestamptz,
  priority integer not null default 0 check (priority between -100 and 100),
  without_approval boolean not null default true,
  valid_until timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default perenne.now(),
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, code),
  check (not reserved or places is not null),
  constraint never_one_invited_too_many check (ceiling is null or taken <= ceiling)
);
comment on table perenne.invitation is 'a code that lets people of a partner in; its places may be kept for them (reserved) until a moment';
create function perenne.keep_invitation_ceiling() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      new.ceiling := new.places;
    elsif new.places is null then
      new.ceiling := null;
    else
      new.ceiling := greatest(new.places, least(coalesce(old.ceiling, old.taken), old.taken));
    end if;
    return new;
  end
$$;
create trigger keep_ceiling before insert or update on perenne.invitation
  for each row execute function perenne.keep_invitation_ceiling();
create trigger stays_internal before insert or update on perenne.invitation
  for each row execute function perenne.stays_internal();
call perenne.guard('invitation', public => false, ignored => '{taken,ceiling}',
  reads => perenne.holds_predicate('people'), writes => perenne.holds_predicate('people'));

-- At most so many of one organisation: one counter for each that has a place, while the seminar has such a limit.
create table perenne.organisation_places (
  seminar_id uuid not null references perenne.seminar on delete cascade,
  organisation_key text not null,
  taken integer not null default 0 check (taken >= 0),
  ceiling integer not null,
  primary key (seminar_id, organisation_key),
  constraint never_one_of_an_organisation_too_many check (taken <= ceiling)
);
call perenne.guard('organisation_places', versioned => false, public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())',
  writes => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())');

-- The gate of a seminar's places: whoever counts or gives one passes here first and keeps it until the end of their
-- transaction. It waits for no foreign key (no key update), and is a function so that a test can take it away.
create function perenne.hold_places(seminar uuid) returns boolean language plpgsql as $$
  begin
    perform 1 from perenne.seminar s where s.id = hold_places.seminar for no key update;
    return found;
  end
$$;

-- ─── Registrations ─────────────────────────────────────────────────────────────────────────────────
alter table perenne.registration
  add column organisation_key text not null default '',
  add column territory_id uuid references perenne.territory,
  add column territory_name text,
  add column role text,
  add column languages text[] not null default '{}',
  add column invitation_id uuid references perenne.invitation,
  add column uses_reserved boolean not null default false,
  add column priority integer not null default 0 check (priority between -100 and 100),
  add column offered_until timestamptz,
  add column delegation_id uuid,
  add column handed_on_to uuid references perenne.registration,
  add column reason text,
  add column version integer not null default 1,
  add column link_number integer not null default 1 check (link_number > 0);
-- As rules/fold.ts does for what is written from now on: letters and figures alone, without the marks that writers leave out.
update perenne.registration set organisation_key = coalesce(nullif(regexp_replace(
  lower(regexp_replace(normalize(organisation_name, nfkd), U&'[\0300-\036F\064B-\0652]', '', 'g')),
  U&'[\0001-\002F:-@\005B-`{-\00A9\00AB-\00B4\00B6-\00B9\00BB-\00BF\2000-\206F\3000-\3003\3008-\3020]+', '', 'g'), ''), lower(btrim(organisation_name)));
comment on column perenne.registration.organisation_key is 'the approved organisation, else its folded name: what a limit per organisation counts';
comment on column perenne.registration.territory_name is 'a territory that we do not know, as it was typed; it decides nothing until organisers name a known one';
comment on column perenne.registration.reason is 'why it was refused or cancelled, as the person was told';
comment on column perenne.registration.version is 'raised with each change of the answers: a stale save is noticed';
comment on column perenne.registration.link_number is 'which personal link is valid: raised when the address is corrected, so that a link that went astray opens nothing';
alter table perenne.registration add constraint offered_has_an_end check ((state = 'offered') = (offered_until is not null));
drop index perenne.registration_line;
create index registration_line on perenne.registration (seminar_id, state, priority desc, line);
drop index perenne.registration_person;
create index registration_person on perenne.registration (person_id, seminar_id);
create index registration_delegation on perenne.registration (delegation_id) where delegation_id is not null;
create index registration_offers on perenne.registration (offered_until) where state = 'offered';
create index registration_handed_on on perenne.registration (handed_on_to) where handed_on_to is not null;
create index registration_organisation on perenne.registration (organisation_id) where organisation_id is not null;

alter table perenne.registration_consent add column stated_by text not null default 'self' check (stated_by in ('self', 'delegate'));

create table perenne.registration_need (
  registration_id uuid primary key references perenne.registration on delete cascade,
  accessibility text[] not null default '{}',
  diet text[] not null default '{}',
  note text not null default ''
);
create table perenne.question (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null default 1,
  kind text not null check (kind in ('text', 'number', 'choice', 'several', 'date')),
  required boolean not null default false,
  position integer not null,
  condition jsonb,
  superseded_at timestamptz,
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, key, version)
);
comment on column perenne.question.condition is '{"question": key, "is": [option, …]} or {"category": [category, …]}: when it is asked';
create unique index question_current on perenne.question (seminar_id, key) where superseded_at is null;
create table perenne.question_option (
  id uuid primary key default gen_random_uuid(),
  question_id uuid not null references perenne.question on delete cascade,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (question_id, key)
);
create table perenne.registration_answer (
  registration_id uuid not null references perenne.registration on delete cascade,
  question_id uuid not null references perenne.question,
  value jsonb not null,
  primary key (registration_id, question_id)
);
call perenne.follow('question', 'seminar', 'seminar_id');
call perenne.follow('question_option', 'question', 'question_id');
call perenne.guard('question');
call perenne.guard('question_option');
call perenne.carries_texts('question');
call perenne.carries_texts('question_option');

-- What belongs to a registration is seen and written by whoever sees and writes the registration. The program is let
-- through first: it writes hundreds at once.
create procedure perenne.guard_as_registration(tbl text) language plpgsql as $$
  begin
    call perenne.guard(tbl, versioned => false, public => false,
      reads => '(select perenne.is_job()) or exists (select from perenne.registration r where r.id = registration_id)',
      writes => '(select perenne.is_job()) or exists (select from perenne.registration r where r.id = registration_id
        and (r.seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or r.id = (select perenne.actor_uuid(''link''))))');
  end
$$;
call perenne.guard_as_registration('registration_need');
call perenne.guard_as_registration('registration_answer');
do $$
  declare policy text;
  begin
    foreach policy in array '{app_reads,app_adds,app_changes,app_removes}'::text[] loop
      execute format('drop policy %I on perenne.registration_consent', policy);
    end loop;
    drop policy owner_all on perenne.registration_consent;
    call perenne.guard_as_registration('registration_consent');
  end
$$;

-- A person is seen for many reasons, each a look into another table. The program sees everybody and is told so first:
-- it reads hundreds at once.
do $$
  declare seen record;
  begin
    for seen in
      select policyname, qual from pg_policies
      where schemaname = 'perenne' and tablename = 'person'
        and policyname in ('colleagues_read', 'mail_recipients_read', 'registrants_read')
    loop
      execute format('alter policy %I on perenne.person using ((select not perenne.is_job()) and %s)', seen.policyname, seen.qual);
    end loop;
  end
$$;

-- ─── What happened to the places ───────────────────────────────────────────────────────────────────
-- Append-only, written by triggers inside the gate: its numbers are the order in which places were decided.
create table perenne.place_event (
  number bigint generated always as identity primary key,
  seminar_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('state', 'change', 'capacity', 'invitation')),
  registration_id uuid,
  from_state text,
  to_state text,
  detail jsonb,
  actor_kind text,
  actor_id text
);
create index on perenne.place_event (seminar_id, number);
create index on perenne.place_event (registration_id) where registration_id is not null;
alter table perenne.place_event enable row level security;
alter table perenne.place_event force row level security;
create policy owner_all on perenne.place_event to perenne_owner using (true) with check (true);
create policy app_reads on perenne.place_event for select to perenne_app using (
  seminar_id = any ((select perenne.spaces('people'))::uuid[]) or (select perenne.is_job()));
grant select on perenne.place_event to perenne_app;

create function perenne.registrations_added() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    insert into perenne.place_event (seminar_id, at, kind, registration_id, to_state, actor_kind, actor_id)
      select a.seminar_id, a.requested_at, 'state', a.id, a.state, perenne.actor_kind(), perenne.actor_id()
      from added a order by a.line;
    return null;
  end
$$;
create trigger keep_events_of_added after insert on perenne.registration referencing new table as added
  for each statement execute function perenne.registrations_added();
-- That the organisation or the person (name, address) became another is noted, without a word: words can be erased, and
-- this log cannot. An erasure empties the organisation and is no change of either.
create function perenne.registrations_changed() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    insert into perenne.place_event
        (seminar_id, at, kind, registration_id, from_state, to_state, detail, actor_kind, actor_id)
      select n.seminar_id, perenne.now(), case when n.state <> o.state then 'state' else 'change' end, n.id, o.state, n.state,
             nullif(jsonb_strip_nulls(jsonb_build_object(
               'category', case when n.category <> o.category then jsonb_build_array(o.category, n.category) end,
               'region', case when n.region <> o.region then jsonb_build_array(o.region, n.region) end,
               'territory', case when n.territory_id is distinct from o.territory_id then jsonb_build_array(o.territory_id, n.territory_id) end,
               'priority', case when n.priority <> o.priority then jsonb_build_array(o.priority, n.priority) end,
               'invitation', case when n.invitation_id is distinct from o.invitation_id then jsonb_build_array(o.invitation_id, n.invitation_id) end,
               'organisation', case when n.organisation_key <> o.organisation_key and n.organisation_key <> '' then true end,
               'identity', case when n.identity <> o.identity and n.organisation_key <> '' then true end,
               'person', case when n.person_id <> o.person_id then true end)), '{}'),
             perenne.actor_kind(), perenne.actor_id()
      from after_it n join before_it o on o.id = n.id
      where (n.state, n.category, n.region, n.priority, n.person_id) is distinct from (o.state, o.category, o.region, o.priority, o.person_id)
         or n.territory_id is distinct from o.territory_id or n.invitation_id is distinct from o.invitation_id
         or ((n.organisation_key, n.identity) is distinct from (o.organisation_key, o.identity) and n.organisation_key <> '')
      order by n.line;
    return null;
  end
$$;
create trigger keep_events_of_changed after update on perenne.registration
  referencing old table as before_it new table as after_it
  for each statement execute function perenne.registrations_changed();
create function perenne.quota_changed() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare quota perenne.quota;
  begin
    if tg_op = 'DELETE' then quota := old; else quota := new; end if;
    insert into perenne.place_event (seminar_id, at, kind, detail, actor_kind, actor_id)
      values (quota.seminar_id, perenne.now(), 'capacity',
              jsonb_build_object('quota', quota.key, 'from', case when tg_op <> 'INSERT' then old.capacity end,
                                 'to', case when tg_op <> 'DELETE' then new.capacity end,
                                 'categories', quota.categories, 'regions', quota.regions, 'territory', quota.territory_id),
              perenne.actor_kind(), perenne.actor_id());
    return null;
  end
$$;
create trigger keep_event after update of capacity, categories, regions, territory_id on perenne.quota for each row
  when ((new.capacity, new.categories, new.regions) is distinct from (old.capacity, old.categories, old.regions)
        or new.territory_id is distinct from old.territory_id)
  execute function perenne.quota_changed();
create trigger keep_event_of_new after insert on perenne.quota for each row execute function perenne.quota_changed();
create trigger keep_event_of_gone after delete on perenne.quota for each row execute function perenne.quota_changed();
create function perenne.invitation_changed() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    insert into perenne.place_event (seminar_id, at, kind, detail, actor_kind, actor_id)
      values (new.seminar_id, perenne.now(), 'invitation',
              jsonb_build_object('invitation', new.id, 'places', new.places, 'reserved', new.reserved and new.released_at is null,
                                 'ended', new.ended_at is not null),
              perenne.actor_kind(), perenne.actor_id());
    return null;
  end
$$;
create trigger keep_event after insert or update of places, reserved, released_at, ended_at on perenne.invitation
  for each row execute function perenne.invitation_changed();

-- Who got a place from the line, and which quotas were full when others were passed over.
create table perenne.promotion (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  registration_id uuid not null references perenne.registration,
  at timestamptz not null default perenne.now(),
  full_quotas jsonb not null default '[]'
);
create index on perenne.promotion (seminar_id, at);
comment on column perenne.promotion.full_quotas is '[{"quota": key, "taken": n, "capacity": n}] just before this place was given';
call perenne.guard('promotion', versioned => false, public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())',
  writes => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())');

-- ─── Words that somebody agreed to or answered ─────────────────────────────────────────────────────
-- They never change and never go: another wording is a new version beside them (the file of the seminar makes it). A
-- language that was missing may be added, a state or a stamp may change.
create function perenne.words_are_settled(tbl text, record uuid, of_field text) returns boolean
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare asked uuid;
  begin
    if tbl = 'consent' and of_field = 'text' then
      return exists (select from perenne.registration_consent c where c.consent_id = record);
    end if;
    if of_field <> 'label' then return false; end if;
    if tbl = 'question' then asked := record; end if;
    if tbl = 'question_option' then select o.question_id into asked from perenne.question_option o where o.id = record; end if;
    return asked is not null and exists (select from perenne.registration_answer a where a.question_id = asked);
  end
$$;
comment on function perenne.words_are_settled is
  'whether anybody agreed to this text of a consent, or answered this question or one with this option';
create function perenne.keep_settled_words() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    -- Whoever registers now holds these rows (foreign key): we wait for them, and then see what they agreed to.
    if old.record_table = 'consent' then
      perform 1 from perenne.consent c where c.id = old.record_id for update;
    elsif old.record_table = 'question' then
      perform 1 from perenne.question q where q.id = old.record_id for update;
    else
      perform 1 from perenne.question q join perenne.question_option o on o.question_id = q.id
        where o.id = old.record_id for update of q;
    end if;
    if perenne.words_are_settled(old.record_table, old.record_id, old.field) then
      raise exception 'these words of a % were agreed to or answered', old.record_table
        using errcode = '23001', constraint = 'settled_words_stay';
    end if;
    if tg_op = 'DELETE' then return old; else return new; end if;
  end
$$;
create trigger keep_settled_words before update of body, language, field, record_table, record_id on perenne.translation
  for each row when (old.record_table in ('consent', 'question', 'question_option')
    and (new.body, new.language, new.field, new.record_table, new.record_id)
      is distinct from (old.body, old.language, old.field, old.record_table, old.record_id))
  execute function perenne.keep_settled_words();
create trigger keep_settled_words_there before delete on perenne.translation
  for each row when (old.record_table in ('consent', 'question', 'question_option'))
  execute function perenne.keep_settled_words();

-- ─── Letters and retention ─────────────────────────────────────────────────────────────────────────
create table perenne.attendance_letter (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar,
  number integer not null check (number > 0),
  registration_id uuid not null references perenne.registration,
  issued_at timestamptz not null default perenne.now(),
  issued_by uuid references perenne.person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references perenne.person,
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, number)
);
create unique index attendance_letter_one_valid on perenne.attendance_letter (registration_id) where withdrawn_at is null;
create trigger stays_internal before insert or update on perenne.attendance_letter
  for each row execute function perenne.stays_internal();
call perenne.guard('attendance_letter', public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())
    or exists (select from perenne.registration r where r.id = registration_id)',
  writes => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())');

create table perenne.retention_run (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  what text not null check (what in ('needs', 'answers', 'persons')),
  registrations integer not null,
  at timestamptz not null default perenne.now()
);
create index on perenne.retention_run (seminar_id, at);
call perenne.guard('retention_run', versioned => false, public => false,
  reads => 'seminar_id = any ((select perenne.spaces(''people''))::uuid[]) or (select perenne.is_job())',
  writes => '(select perenne.is_job())');

-- A person who is erased takes along what they wrote: only what statistics count stays (state, category, region, country, day).
create function perenne.erase_what_a_registrant_wrote() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.registration_need n using perenne.registration r where r.id = n.registration_id and r.person_id = new.id;
    delete from perenne.registration_answer a using perenne.registration r where r.id = a.registration_id and r.person_id = new.id;
    update perenne.registration set
        role = null, reason = null, territory_name = null, organisation_name = '', organisation_key = '', languages = '{}',
        identity = encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'), idempotency_key = null
      where person_id = new.id;
    return null;
  end
$$;
create trigger erase_what_a_registrant_wrote after update of erased_at on perenne.person for each row
  when (new.erased_at is not null and old.erased_at is null)
  execute function perenne.erase_what_a_registrant_wrote();

-- Seminars that were there before are admitted by the rules that held then.
insert into perenne.admission (seminar_id) select id from perenne.seminar;
