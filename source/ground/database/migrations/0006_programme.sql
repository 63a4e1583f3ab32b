-- The programme: a draft that its organisers alone see, and released versions, frozen with their words.

-- ─── The draft ─────────────────────────────────────────────────────────────────────────────────────
-- Until here the rows of a programme were what everybody saw. They are the draft from now on; what everybody sees is the
-- last version that was released. Each public seminar has its programme of today as its first version, made below.
alter table perenne.programme drop column released_at;

create function perenne.programme_in_shape_6(doc jsonb) returns jsonb language sql immutable as $$
  select doc - 'released_at'
$$;
insert into perenne.version_converter (record_table, shape, convert) values ('programme', 6, 'programme_in_shape_6');

-- Days beside the first, which is that of the seminar, each with its announced hours.
create table perenne.programme_day (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references perenne.programme on delete cascade,
  held_on date not null,
  hours_from time not null,
  hours_to time not null,
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  check (hours_from < hours_to),
  unique (programme_id, held_on) deferrable initially immediate
);
create table perenne.programme_room (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null references perenne.programme on delete cascade,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  capacity integer check (capacity >= 0),
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (programme_id, key)
);

-- Who moderates, speaks or sits on a panel. Names and addresses stand in `person`.
create table perenne.programme_person (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  person_id uuid not null references perenne.person,
  organisation_id uuid references perenne.organisation,
  named boolean not null default false,
  link_number integer not null default 1,
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, key),
  unique (person_id)
);
comment on table perenne.programme_person is 'fields `role` and `about`; one row of `person` belongs to one of these';
comment on column perenne.programme_person.named is 'whether everybody may read the name: they agreed, or said so themselves';
comment on column perenne.programme_person.link_number is 'which of the links that were sent to them is valid';

alter table perenne.slot
  add column room_id uuid references perenne.programme_room on delete set null,
  add column provisional boolean not null default false,
  add column floor_languages text[],
  add column interpretation_languages text[];
comment on column perenne.slot.provisional is 'not confirmed yet, whatever the programme as a whole is';
comment on column perenne.slot.floor_languages is 'spoken in this slot; null: as in the whole seminar';
create function perenne.slot_in_shape_6(doc jsonb) returns jsonb language sql immutable as $$
  select '{"room_id": null, "provisional": false, "floor_languages": null, "interpretation_languages": null}'::jsonb || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values ('slot', 6, 'slot_in_shape_6');

create table perenne.slot_person (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references perenne.slot on delete cascade,
  programme_person_id uuid not null references perenne.programme_person on delete cascade,
  role text not null check (role in ('moderator', 'speaker')),
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (slot_id, programme_person_id, role)
);
create index on perenne.slot_person (programme_person_id);

-- A seat on the panel of a part, kept for one region.
create table perenne.slot_seat (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references perenne.slot on delete cascade,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  region text not null check (region in ('latin-america', 'europe', 'other')),
  organisation_id uuid references perenne.organisation,
  programme_person_id uuid references perenne.programme_person on delete set null,
  state text not null default 'open' check (state in ('open', 'invited', 'confirmed', 'declined')),
  invited_at timestamptz,
  answered_at timestamptz,
  position integer not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (slot_id, key)
);
create index on perenne.slot_seat (programme_person_id);

-- What a slot refers to: an address, or a file of this installation (`/files/…`).
create table perenne.slot_document (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references perenne.slot on delete cascade,
  url text not null,
  position integer not null,
  space_id uuid not null,
  visibility smallint not null
);
create index on perenne.slot_document (slot_id);

-- ─── Released versions ─────────────────────────────────────────────────────────────────────────────
-- What was released stays as it was: content and words are one document that nobody changes. It holds ids of persons,
-- never their names. Its shape is `Programme` in convene/programme/rules/programme.ts.
create table perenne.programme_version (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  number integer not null check (number > 0),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  content jsonb not null,
  released_at timestamptz not null default perenne.now(),
  released_by uuid references perenne.person,
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, number),
  unique (seminar_id, slug)
);
comment on column perenne.programme_version.slug is 'its address, from its name: /seminars/…/versions/SLUG';

-- A language in which a version was published after its release: its words, by their place in the version.
create table perenne.programme_version_language (
  version_id uuid not null references perenne.programme_version on delete cascade,
  language text not null check (language ~ '^[a-z]{2}$'),
  texts jsonb not null,
  published_at timestamptz not null default perenne.now(),
  published_by uuid references perenne.person,
  space_id uuid not null,
  visibility smallint not null,
  primary key (version_id, language)
);

-- A version is known by its number in the order of the releases, whoever releases at once.
create function perenne.number_version() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform 1 from perenne.seminar s where s.id = new.seminar_id for update;
    new.number := 1 + coalesce((select max(v.number) from perenne.programme_version v where v.seminar_id = new.seminar_id), 0);
    return new;
  end
$$;
create trigger number_version before insert on perenne.programme_version
  for each row execute function perenne.number_version();

-- ─── Findings that an organiser set aside ──────────────────────────────────────────────────────────
create table perenne.check_set_aside (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  subject text not null,
  reason text not null check (btrim(reason) <> '' and length(reason) <= 1000),
  set_by uuid references perenne.person,
  set_at timestamptz not null default perenne.now(),
  space_id uuid not null,
  visibility smallint not null,
  unique (seminar_id, code, subject)
);
comment on column perenne.check_set_aside.subject is 'what it is about, as the checks name it: keys of slots with + between, and what else tells it apart';

-- ─── Whose they are ────────────────────────────────────────────────────────────────────────────────
drop trigger take_after_parent on perenne.programme;
drop trigger hand_down_to_programme on perenne.seminar;
create trigger stays_internal before insert or update on perenne.programme
  for each row execute function perenne.stays_internal();
create trigger stays_internal before insert or update on perenne.programme_person
  for each row execute function perenne.stays_internal();
create trigger stays_internal before insert or update on perenne.check_set_aside
  for each row execute function perenne.stays_internal();
call perenne.follow('programme_day', 'programme', 'programme_id');
call perenne.follow('programme_room', 'programme', 'programme_id');
call perenne.follow('slot_person', 'slot', 'slot_id');
call perenne.follow('slot_seat', 'slot', 'slot_id');
call perenne.follow('slot_document', 'slot', 'slot_id');
call perenne.follow('programme_version', 'seminar', 'seminar_id');
create trigger take_after_parent before insert on perenne.programme_version_language
  for each row execute function perenne.take_after_parent('programme_version', 'version_id');
create trigger hand_down_to_programme_version_language after update of space_id, visibility on perenne.programme_version
  for each row when ((new.space_id, new.visibility) is distinct from (old.space_id, old.visibility))
  execute function perenne.hand_down('programme_version_language', 'version_id');

call perenne.guard('programme_day', public => false);
call perenne.guard('programme_room', public => false);
call perenne.guard('slot_document', public => false);
-- Whoever was asked sees their own seat, and answers.
call perenne.guard('programme_person', public => false,
  reads => perenne.reads_predicate() || ' or id = (select perenne.actor_uuid(''link''))',
  writes => perenne.holds_predicate('edit'));
call perenne.guard('slot_person', public => false,
  reads => perenne.reads_predicate() || ' or programme_person_id = (select perenne.actor_uuid(''link''))');
call perenne.guard('slot_seat', public => false,
  reads => perenne.reads_predicate() || ' or programme_person_id = (select perenne.actor_uuid(''link''))',
  writes => perenne.holds_predicate('edit') || ' or programme_person_id = (select perenne.actor_uuid(''link''))');
-- Frozen: nobody but the owner, who hands the visibility of the seminar down, changes or removes one.
call perenne.guard('programme_version', versioned => false);
call perenne.guard('programme_version_language', versioned => false);
revoke update, delete on perenne.programme_version, perenne.programme_version_language from perenne_app;
call perenne.guard('check_set_aside', public => false);

call perenne.carries_texts('programme_room');
call perenne.carries_texts('programme_person');
call perenne.carries_texts('slot_document');

-- Nobody of the public reads a draft any more.
do $$
declare t text;
begin
  foreach t in array array['programme', 'slot', 'slot_theme', 'slot_role'] loop
    execute format('drop policy public_reads on perenne.%I', t);
    execute format('revoke select on perenne.%I from perenne_public', t);
  end loop;
end
$$;

-- ─── Names on a programme ──────────────────────────────────────────────────────────────────────────
-- Organisers write the names and addresses of those whom they put on their programme, and of nobody else: the person is a
-- row that belongs to this programme alone.
create function perenne.write_programme_person(
  seminar uuid, person uuid, given text, family text, address text, spoken text
) returns uuid language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if not (perenne.is_job() or seminar = any (perenne.spaces('edit'))
        or exists (select from perenne.programme_person pp
          where pp.person_id = person and pp.id = perenne.actor_uuid('link'))) then
      raise exception 'not yours to name' using errcode = '42501';
    end if;
    if person is null then
      insert into perenne.person (given_name, family_name, email, language)
        values (given, family, address, spoken) returning id into person;
      return person;
    end if;
    if not exists (select from perenne.programme_person pp where pp.person_id = person and pp.seminar_id = seminar) then
      raise exception 'not on this programme' using errcode = '42501';
    end if;
    update perenne.person p set given_name = given, family_name = family, email = address, language = spoken
      where p.id = person and p.erased_at is null
        and (p.given_name, p.family_name, p.email, p.language) is distinct from (given, family, address, spoken);
    return person;
  end
$$;
revoke execute on function perenne.write_programme_person from public;
grant execute on function perenne.write_programme_person to perenne_app;

create policy programme_people_read on perenne.person for select to perenne_app using (
  exists (select from perenne.programme_person pp where pp.person_id = person.id
          and (pp.seminar_id = any ((select perenne.spaces('read'))::uuid[])
               or pp.id = (select perenne.actor_uuid('link')))));

-- The names that everybody may read: of those who agreed to it, on a programme that was released, of a seminar that the
-- reader sees.
create function perenne.names_on_programme(seminar uuid) returns table (key text, given_name text, family_name text)
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select pp.key, p.given_name, p.family_name
    from perenne.programme_person pp join perenne.person p on p.id = pp.person_id
    where pp.seminar_id = seminar and pp.named and p.erased_at is null
      and exists (select from perenne.seminar s where s.id = seminar
        and ((s.visibility = 2 and perenne.is_somebody()) or seminar = any (perenne.spaces('read')) or perenne.is_job()
          or (s.visibility = 1 and seminar = any (perenne.spaces('network')))))
      and exists (select from perenne.programme_version v where v.seminar_id = seminar
        and v.content -> 'people' @> jsonb_build_array(jsonb_build_object('key', pp.key)))
$$;
revoke execute on function perenne.names_on_programme from public;
grant execute on function perenne.names_on_programme to perenne_app, perenne_public;

-- Whoever is taken off a programme is known by nothing else here: the name and the address go too.
create function perenne.forget_programme_person() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    update perenne.person p set given_name = null, family_name = null, email = null, telephone = null, erased_at = perenne.now()
      where p.id = old.person_id and p.erased_at is null and not p.has_account;
    return null;
  end
$$;
create trigger forget_programme_person after delete on perenne.programme_person
  for each row execute function perenne.forget_programme_person();
-- Whoever is erased leaves no post and no lines about them, and their seat is free again.
create function perenne.clear_programme_person() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.translation t using perenne.programme_person pp
      where pp.person_id = new.id and t.record_table = 'programme_person' and t.record_id = pp.id;
    update perenne.slot_seat s set state = 'open', programme_person_id = null from perenne.programme_person pp
      where pp.person_id = new.id and s.programme_person_id = pp.id;
    return null;
  end
$$;
create trigger clear_programme_person after update of erased_at on perenne.person for each row
  when (new.erased_at is not null and old.erased_at is null)
  execute function perenne.clear_programme_person();

-- ─── What everybody saw until now is the first version ─────────────────────────────────────────────
insert into perenne.programme_version (seminar_id, number, slug, content)
select s.id, 1, 'version-1', jsonb_strip_nulls(jsonb_build_object(
  'source', s.source_language,
  'languages', to_jsonb(s.languages),
  'timeZone', s.time_zone,
  'days', jsonb_build_array(jsonb_build_object('date', s.held_on,
    'from', to_char(s.hours_from, 'HH24:MI'), 'to', to_char(s.hours_to, 'HH24:MI'))),
  'name', (select jsonb_object_agg(t.language, t.body) from perenne.translation t
    where t.record_id = p.id and t.field = 'name' and t.language = any (s.languages)),
  'provisional', p.provisional,
  'rooms', '[]'::jsonb,
  'people', '[]'::jsonb,
  'organisations', coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', o.key, 'short', o.short_name,
      'name', (select jsonb_object_agg(t.language, t.body) from perenne.translation t
        where t.record_id = o.id and t.field = 'name'))) order by o.key)
    from perenne.organisation o where o.id in (select r.organisation_id from perenne.slot_role r
      join perenne.slot x on x.id = r.slot_id where x.programme_id = p.id)), '[]'::jsonb),
  'slots', coalesce((select jsonb_agg(jsonb_build_object(
      'key', x.key, 'kind', x.kind, 'part', x.part,
      'day', to_char(x.starts_at at time zone s.time_zone, 'YYYY-MM-DD'),
      'from', to_char(x.starts_at at time zone s.time_zone, 'HH24:MI'),
      'until', to_char(x.ends_at at time zone s.time_zone, 'YYYY-MM-DD'),
      'to', to_char(x.ends_at at time zone s.time_zone, 'HH24:MI'),
      'provisional', false,
      'title', coalesce((select jsonb_object_agg(t.language, t.body) from perenne.translation t
        where t.record_id = x.id and t.field = 'title' and t.language = any (s.languages)), '{}'::jsonb),
      'method', (select jsonb_object_agg(t.language, t.body) from perenne.translation t
        where t.record_id = x.id and t.field = 'method' and t.language = any (s.languages)),
      'themes', coalesce((select jsonb_agg(coalesce((select jsonb_object_agg(t.language, t.body)
          from perenne.translation t where t.record_id = h.id and t.field = 'text' and t.language = any (s.languages)),
          '{}'::jsonb) order by h.position)
        from perenne.slot_theme h where h.slot_id = x.id), '[]'::jsonb),
      'moderators', coalesce((select jsonb_agg(o.key order by r.position) from perenne.slot_role r
        join perenne.organisation o on o.id = r.organisation_id where r.slot_id = x.id and r.role = 'moderator'), '[]'::jsonb),
      'coordination', coalesce((select jsonb_agg(o.key order by r.position) from perenne.slot_role r
        join perenne.organisation o on o.id = r.organisation_id where r.slot_id = x.id and r.role = 'coordination'), '[]'::jsonb),
      'moderatorPersons', '[]'::jsonb, 'speakers', '[]'::jsonb, 'seats', '[]'::jsonb, 'documents', '[]'::jsonb)
      order by x.starts_at, x.position) from perenne.slot x where x.programme_id = p.id), '[]'::jsonb),
  'older', '{}'::jsonb))
from perenne.programme p join perenne.seminar s on s.id = p.seminar_id
where s.visibility = 2 and exists (select from perenne.slot x where x.programme_id = p.id);
update perenne.programme set visibility = 0;

-- ─── The desk, mended ──────────────────────────────────────────────────────────────────────────────
-- What has begun to leave gets no words in a further language either: nobody would have seen them leave.
create or replace function perenne.keep_words_of_begun_mailing() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform 1 from perenne.mailing m where m.id = coalesce(old.record_id, new.record_id) for update;
    if exists (select from perenne.mailing m
        where m.id = coalesce(old.record_id, new.record_id) and m.started_at is not null) then
      raise exception 'this mailing has begun to leave' using errcode = '23001', constraint = 'settled_words_stay';
    end if;
    return new;
  end
$$;
create trigger add_no_words_to_begun_mailing before insert on perenne.translation
  for each row when (new.record_table = 'mailing') execute function perenne.keep_words_of_begun_mailing();

-- Who stays when a list of guests is taken back is settled when that begins.
alter table perenne.guest_list add column undo_keeps uuid[];
comment on column perenne.guest_list.undo_keeps is 'registrations that somebody had touched when taking back began: they stay';
