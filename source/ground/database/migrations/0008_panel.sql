-- Whoever is asked for a panel, to moderate or to speak answers by a link of their own.

-- ─── Who was written to ────────────────────────────────────────────────────────────────────────────
-- One row for each mail by which somebody was asked, or asked again. What organisers add stands here and in no mail.
create table perenne.panel_invitation (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  programme_person_id uuid not null references perenne.programme_person on delete cascade,
  reminder boolean not null default false,
  note text check (btrim(note) <> '' and length(note) <= 1000),
  sent_at timestamptz not null default perenne.now(),
  sent_by uuid references perenne.person,
  space_id uuid not null,
  visibility smallint not null
);
comment on column perenne.panel_invitation.note is 'what the organiser added, in the language of whoever got it';
create index on perenne.panel_invitation (programme_person_id, sent_at);
create index on perenne.panel_invitation (seminar_id);
create trigger stays_internal before insert or update on perenne.panel_invitation
  for each row execute function perenne.stays_internal();
call perenne.guard('panel_invitation', versioned => false, public => false);

-- ─── Seats ─────────────────────────────────────────────────────────────────────────────────────────
-- When somebody was asked and when the answer was known, whoever says so: a link, an organiser, a file. A seat that is
-- given to somebody else knows nothing of the one before.
create function perenne.stamp_seat() returns trigger language plpgsql as $$
  declare
    passed boolean := tg_op = 'INSERT';
  begin
    if tg_op = 'UPDATE' then
      passed := new.programme_person_id is distinct from old.programme_person_id;
    end if;
    if passed then
      new.invited_at := null;
      new.answered_at := null;
    elsif new.state = old.state then
      return new;
    end if;
    if new.state = 'open' then
      new.invited_at := null;
      new.answered_at := null;
    elsif new.state = 'invited' then
      new.invited_at := coalesce(new.invited_at, perenne.now());
      new.answered_at := null;
    else
      new.answered_at := perenne.now();
    end if;
    return new;
  end
$$;
create trigger stamp_seat before insert or update on perenne.slot_seat
  for each row execute function perenne.stamp_seat();

-- A link answers for a seat to which its person was asked, and does nothing else to it.
create function perenne.link_only_answers() returns trigger language plpgsql as $$
  begin
    if perenne.actor_kind() is distinct from 'link' then
      return coalesce(new, old);
    end if;
    if tg_op <> 'UPDATE' or old.state = 'open' or new.state not in ('confirmed', 'declined')
        or to_jsonb(new) - '{state,answered_at}'::text[] <> to_jsonb(old) - '{state,answered_at}'::text[] then
      raise exception 'a link only answers' using errcode = '42501';
    end if;
    return new;
  end
$$;
create trigger link_only_answers before insert or update or delete on perenne.slot_seat
  for each row execute function perenne.link_only_answers();

-- ─── Whoever is erased at that moment ──────────────────────────────────────────────────────────────
-- Whoever edits, releases or publishes passes the gate of the seminar, then holds its people, and writes. Whoever erases
-- somebody holds their row first, then clears what is said of them: each waits for the other before it has written anything
-- that the other needs.
create function perenne.hold_programme_people(seminar uuid) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if perenne.is_job() or seminar = any (perenne.spaces('edit')) then
      perform 1 from perenne.person p
        where p.id in (select pp.person_id from perenne.programme_person pp where pp.seminar_id = seminar)
        order by p.id for no key update;
    end if;
  end
$$;
-- One of them: whether they are there, and stay until the end of the transaction. Words that come after an erasure would be
-- erased by nobody.
create function perenne.hold_line(line uuid) returns boolean
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform 1 from perenne.person p
      where p.id = (select pp.person_id from perenne.programme_person pp where pp.id = line) and p.erased_at is null
      for no key update;
    return found;
  end
$$;
-- The same for whoever holds a link.
create function perenne.hold_myself() returns boolean
  language sql security definer set search_path = perenne, pg_temp as $$
    select perenne.hold_line(perenne.actor_uuid('link'))
$$;
revoke execute on function perenne.hold_programme_people, perenne.hold_line, perenne.hold_myself from public;
grant execute on function perenne.hold_programme_people, perenne.hold_myself to perenne_app;

-- Nor does anybody else, such as whoever translates: the text of which theirs would be a translation is gone, and so is theirs.
create function perenne.no_words_of_the_erased() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if not perenne.hold_line(new.record_id) then
      return null;
    end if;
    return new;
  end
$$;
create trigger no_words_of_the_erased before insert on perenne.translation
  for each row when (new.record_table = 'programme_person') execute function perenne.no_words_of_the_erased();

-- A version is made of a draft that was read before. Of whoever was erased since, and of whoever is on the programme no
-- more, it holds neither post nor lines. After number_version, which passes the gate: triggers fire in the order of names.
create function perenne.without_the_erased() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    seminar uuid;
    here text[];
  begin
    if tg_table_name = 'programme_version' then
      seminar := new.seminar_id;
    else
      select v.seminar_id into seminar from perenne.programme_version v where v.id = new.version_id;
    end if;
    perform 1 from perenne.person p
      where p.id in (select pp.person_id from perenne.programme_person pp where pp.seminar_id = seminar)
      order by p.id for share;
    select coalesce(array_agg(pp.key), '{}') into here
      from perenne.programme_person pp join perenne.person p on p.id = pp.person_id
      where pp.seminar_id = seminar and p.erased_at is null;
    if tg_table_name = 'programme_version' then
      if jsonb_array_length(coalesce(new.content -> 'people', '[]')) > 0 then
        new.content := jsonb_set(new.content, '{people}', (
          select jsonb_agg(case when p.said ->> 'key' = any (here) then p.said else p.said - '{role,about}'::text[] end
                           order by p.place)
          from jsonb_array_elements(new.content -> 'people') with ordinality as p(said, place)));
      end if;
    else
      select coalesce(jsonb_object_agg(t.place, t.words), '{}') into new.texts
        from jsonb_each(new.texts) as t(place, words)
        where t.place !~ '^people\.' or split_part(t.place, '.', 2) = any (here);
    end if;
    return new;
  end
$$;
create trigger without_the_erased before insert on perenne.programme_version
  for each row execute function perenne.without_the_erased();
create trigger without_the_erased before insert on perenne.programme_version_language
  for each row execute function perenne.without_the_erased();

-- ─── Whose line it is ──────────────────────────────────────────────────────────────────────────────
-- A line is of a person made for it in the same transaction: else whoever organises could read, rewrite and erase anybody
-- whose id they know. It never passes to somebody else, nor to another seminar.
create function perenne.line_of_its_own() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if tg_op = 'UPDATE' then
      if (new.person_id, new.seminar_id) is distinct from (old.person_id, old.seminar_id) then
        raise exception 'a line stays with its person' using errcode = '42501';
      end if;
    elsif perenne.actor_kind() is not null and not perenne.is_job() and not exists (
        select from perenne.person p where p.id = new.person_id and p.xmin = pg_current_xact_id()::xid
          and not p.has_account and p.erased_at is null
          and not exists (select from perenne.access_right r where r.person_id = p.id)
          and not exists (select from perenne.registration r where r.person_id = p.id)) then
      raise exception 'not a person of this programme' using errcode = '42501';
    end if;
    return new;
  end
$$;
create trigger line_of_its_own before insert or update on perenne.programme_person
  for each row execute function perenne.line_of_its_own();

-- A slot names people of its own seminar: their link, their answers and who reads them follow from it.
create function perenne.of_one_seminar() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if new.programme_person_id is not null and not exists (
        select from perenne.slot s join perenne.programme_person pp on pp.seminar_id = s.space_id
        where s.id = new.slot_id and pp.id = new.programme_person_id) then
      raise exception 'somebody of another programme' using errcode = '42501';
    end if;
    return new;
  end
$$;
create trigger of_one_seminar before insert or update of slot_id, programme_person_id on perenne.slot_person
  for each row execute function perenne.of_one_seminar();
create trigger of_one_seminar before insert or update of slot_id, programme_person_id on perenne.slot_seat
  for each row execute function perenne.of_one_seminar();

create or replace function perenne.write_programme_person(
  seminar uuid, person uuid, given text, family text, address text, spoken text
) returns uuid language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    line uuid;
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
    select pp.id into line from perenne.programme_person pp where pp.person_id = person and pp.seminar_id = seminar;
    if line is null then
      raise exception 'not on this programme' using errcode = '42501';
    end if;
    if not perenne.hold_line(line) then
      raise exception 'nobody is there any more' using errcode = '42501';
    end if;
    -- Whoever signs in here is named by themself.
    if exists (select from perenne.person p where p.id = person and p.has_account) then
      raise exception 'not yours to name' using errcode = '42501';
    end if;
    update perenne.person p set given_name = given, family_name = family, email = address, language = spoken
      where p.id = person
        and (p.given_name, p.family_name, p.email, p.language) is distinct from (given, family, address, spoken);
    return person;
  end
$$;

-- ─── Moderation and talks ──────────────────────────────────────────────────────────────────────────
-- Whoever moderates or speaks is on the programme as the organiser says, and may say that they cannot.
alter table perenne.slot_person
  add column state text not null default 'open' check (state in ('open', 'invited', 'confirmed', 'declined')),
  add column answered_at timestamptz;
comment on column perenne.slot_person.state is 'open: nobody has asked; invited, then what they answered';
create function perenne.slot_person_in_shape_8(doc jsonb) returns jsonb language sql immutable as $$
  select '{"state": "open", "answered_at": null}'::jsonb || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values ('slot_person', 8, 'slot_person_in_shape_8');

create function perenne.stamp_answer() returns trigger language plpgsql as $$
  begin
    if new.state is distinct from old.state then
      new.answered_at := case when new.state in ('confirmed', 'declined') then perenne.now() end;
    end if;
    return new;
  end
$$;
create trigger stamp_answer before update on perenne.slot_person
  for each row execute function perenne.stamp_answer();

-- A link answers for a part for which its person was asked, and does nothing else to it.
create function perenne.answer_for_part(part uuid, answer text) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    update perenne.slot_person set state = answer
      where id = part and programme_person_id = perenne.actor_uuid('link') and state <> 'open'
        and answer in ('confirmed', 'declined');
    if not found then
      raise exception 'not yours to answer for' using errcode = '42501';
    end if;
  end
$$;
revoke execute on function perenne.answer_for_part from public;
grant execute on function perenne.answer_for_part to perenne_app;

-- ─── Who is told of changes ────────────────────────────────────────────────────────────────────────
-- Where people of a programme have said no and are nothing else now, also when somebody else is there in their place, or the
-- slot is gone: its key is in the history.
create function perenne.declined_on_programme(seminar uuid) returns table (programme_person uuid, key text, slot text)
  language sql stable as $$
    select distinct pp.id, pp.key, s.doc ->> 'key'
    from perenne.programme_person pp
    join perenne.record_version r on r.space_id = seminar and r.record_table in ('slot_seat', 'slot_person')
      and r.doc ->> 'programme_person_id' = pp.id::text and r.doc ->> 'state' = 'declined'
    join perenne.record_version s on s.space_id = seminar and s.record_table = 'slot'
      and s.record_id = (r.doc ->> 'slot_id')::uuid
    where pp.seminar_id = seminar
      and not exists (select from perenne.slot_seat now where now.slot_id = s.record_id
        and now.programme_person_id = pp.id and now.state in ('invited', 'confirmed'))
      and not exists (select from perenne.slot_person now where now.slot_id = s.record_id
        and now.programme_person_id = pp.id and now.state <> 'declined')
  $$;

-- Who is on the programme with an address, and not registered with it: whoever is both is told as a registrant. Whoever
-- was never written to knows nothing of it, and is not told by a mail about changes.
create function perenne.people_on_programme_to_tell(seminar uuid)
  returns table (programme_person uuid, key text, person uuid, language text, asked boolean)
  language sql stable as $$
    select pp.id, pp.key, p.id, p.language,
      exists (select from perenne.panel_invitation i where i.programme_person_id = pp.id)
    from perenne.programme_person pp join perenne.person p on p.id = pp.person_id
    where pp.seminar_id = seminar and p.erased_at is null and p.email is not null
      and not exists (select from perenne.registrants_to_tell(seminar, 0) t where t.address = p.email_folded)
  $$;

-- The same in numbers, for whoever edits the seminar, whether or not they look after its people: registrants by version
-- and language, and each of those on the programme by their key.
create function perenne.to_be_told(seminar uuid)
  returns table (key text, language text, base integer, people integer, asked boolean, declined text[])
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select counted.* from (
      select null::text, t.language, t.base, count(*)::integer, true, '{}'::text[]
      from perenne.registrants_to_tell(seminar, perenne.told_up_to(seminar)) t group by t.language, t.base
      union all
      select t.key, t.language, null, 1, t.asked,
        array(select d.slot from perenne.declined_on_programme(seminar) d where d.programme_person = t.programme_person)
      from perenne.people_on_programme_to_tell(seminar) t
    ) as counted
    where perenne.is_job() or seminar = any (perenne.spaces('edit'))
  $$;
revoke execute on function perenne.declined_on_programme, perenne.people_on_programme_to_tell, perenne.to_be_told from public;
grant execute on function perenne.declined_on_programme, perenne.people_on_programme_to_tell, perenne.to_be_told to perenne_app;

-- ─── What they say of themselves ───────────────────────────────────────────────────────────────────
-- In the name of the link, so that the history says who it was. Names are written by write_programme_person.
create function perenne.show_my_name(shown boolean) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if not perenne.hold_line(perenne.actor_uuid('link')) then
      raise exception 'nobody is there any more' using errcode = '42501';
    end if;
    update perenne.programme_person set named = shown
      where id = perenne.actor_uuid('link') and named is distinct from shown;
  end
$$;

-- A post or a few lines in a language of the seminar. Words in another language than the first, of which there is nothing
-- in the first yet, wait: they are part of the programme as soon as that one is written, and are then out of date until
-- somebody has looked at them.
create function perenne.say_of_myself(said_field text, spoken text, words text) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    me uuid := perenne.actor_uuid('link');
    said text := nullif(btrim(words), '');
    own text;
    original text;
    offered text[];
  begin
    if not perenne.hold_line(me) then
      raise exception 'nobody is there any more' using errcode = '42501';
    end if;
    select s.source_language, array_append(s.languages, s.source_language) into own, offered
      from perenne.programme_person pp join perenne.seminar s on s.id = pp.seminar_id where pp.id = me;
    if own is null or said_field not in ('role', 'about') then
      raise exception 'not yours to say' using errcode = '42501';
    end if;
    if not spoken = any (offered) then
      raise exception 'not a language of this seminar' using errcode = '22023';
    end if;
    select t.language, t.body_hash into own, original from perenne.translation t
      where t.record_table = 'programme_person' and t.record_id = me and t.field = said_field and t.state = 'source';
    own := coalesce(own, offered[array_upper(offered, 1)]);
    if said is null then
      -- Without its original a translation is of nothing.
      delete from perenne.translation t where t.record_table = 'programme_person' and t.record_id = me
        and t.field = said_field and (t.language = spoken or spoken = own);
      return;
    end if;
    insert into perenne.translation as t (record_table, record_id, field, language, body, state, source_hash)
      values ('programme_person', me, said_field, spoken, said, case when spoken = own then 'source' else 'reviewed' end,
        case when spoken <> own then coalesce(original, perenne.text_hash('')) end)
      on conflict (record_id, record_table, field, language) do update
        set body = excluded.body, state = excluded.state, source_hash = excluded.source_hash
        where t.body is distinct from excluded.body or t.state = 'machine';
  end
$$;
-- What they have said, for themselves and the program: a link reads nothing else of a draft.
create function perenne.said_by_person(programme_person uuid) returns table (field text, language text, body text)
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select t.field, t.language, t.body from perenne.translation t
      where t.record_table = 'programme_person' and t.record_id = programme_person
        and (perenne.is_job() or programme_person = perenne.actor_uuid('link'))
$$;
revoke execute on function perenne.show_my_name, perenne.say_of_myself, perenne.said_by_person from public;
grant execute on function perenne.show_my_name, perenne.say_of_myself, perenne.said_by_person to perenne_app;

-- ─── Their address ─────────────────────────────────────────────────────────────────────────────────
-- Whoever got a link by mistake opens nothing any more once the address is corrected. An address that is erased because
-- it was kept long enough leaves the link as it is: by it a name is withdrawn.
create function perenne.renew_panel_link() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if not (new.email is null and perenne.is_job() and perenne.actor_id() = 'retention') then
      update perenne.programme_person pp set link_number = pp.link_number + 1 where pp.person_id = new.id;
    end if;
    return null;
  end
$$;
create trigger renew_panel_link after update of email on perenne.person for each row
  when (old.email is not null and new.erased_at is null
        and lower(btrim(old.email)) is distinct from lower(btrim(new.email)))
  execute function perenne.renew_panel_link();

-- ─── What goes with them ───────────────────────────────────────────────────────────────────────────
-- Whoever is erased, or taken off the programme, leaves neither their post nor the lines about them: not in the draft, not in
-- its history, not in the versions that showed them. It is the one thing by which a version ever changes.
create function perenne.forget_words_of(person_on uuid, person_key text, seminar uuid) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.translation t where t.record_table = 'programme_person' and t.record_id = person_on;
    update perenne.record_version r set doc = r.doc || '{"body": null, "body_hash": null, "source_hash": null}'
      where r.space_id = seminar and r.record_table = 'translation'
        and r.doc ->> 'record_table' = 'programme_person' and r.doc ->> 'record_id' = person_on::text;
    update perenne.programme_version v set content = jsonb_set(v.content, '{people}', (
        select jsonb_agg(case when p.said ->> 'key' = person_key then p.said - '{role,about}'::text[] else p.said end
                         order by p.place)
        from jsonb_array_elements(v.content -> 'people') with ordinality as p(said, place)))
      where v.seminar_id = seminar and v.content -> 'people' @> jsonb_build_array(jsonb_build_object('key', person_key));
    update perenne.programme_version_language l
      set texts = l.texts - array['people.' || person_key || '.role', 'people.' || person_key || '.about']
      where l.space_id = seminar and l.texts ?| array['people.' || person_key || '.role', 'people.' || person_key || '.about'];
  end
$$;
revoke execute on function perenne.forget_words_of from public;

create or replace function perenne.forget_programme_person() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform perenne.forget_words_of(old.id, old.key, old.seminar_id);
    update perenne.person p set given_name = null, family_name = null, email = null, telephone = null, erased_at = perenne.now()
      where p.id = old.person_id and p.erased_at is null and not p.has_account;
    if found then
      -- An error of a mail server may quote the address; what waits has nobody to go to.
      update perenne.mail m set last_error = null where m.person_id = old.person_id and m.last_error is not null;
      update perenne.mail m set state = 'cancelled'
        where m.person_id = old.person_id and m.state in ('to_send', 'waiting_retry');
    end if;
    return null;
  end
$$;
-- Nor words that somebody wrote to them; and their seat is free again.
create or replace function perenne.clear_programme_person() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform perenne.forget_words_of(pp.id, pp.key, pp.seminar_id) from perenne.programme_person pp where pp.person_id = new.id;
    update perenne.slot_seat s set state = 'open', programme_person_id = null from perenne.programme_person pp
      where pp.person_id = new.id and s.programme_person_id = pp.id;
    update perenne.panel_invitation i set note = null from perenne.programme_person pp
      where pp.person_id = new.id and i.programme_person_id = pp.id and i.note is not null;
    return null;
  end
$$;

-- Who merely reads in a seminar, such as an evaluator, learns names on its programme as everybody does: when they are shown.
-- Whoever translates it reads what is said of these persons, and the pages for it leave the names out.
drop policy programme_people_read on perenne.person;
create policy programme_people_read on perenne.person for select to perenne_app using (
  exists (select from perenne.programme_person pp where pp.person_id = person.id
          and (pp.seminar_id = any ((select perenne.spaces('edit'))::uuid[])
               or pp.seminar_id = any ((select perenne.spaces('translate'))::uuid[])
               or pp.id = (select perenne.actor_uuid('link')))));

-- ─── Files that are withdrawn ──────────────────────────────────────────────────────────────────────
-- What a version named stays named. A file that should never have been there can be closed all the same, whatever names it.
alter table perenne.file
  add column withdrawn_at timestamptz,
  add constraint withdrawn_is_internal check (withdrawn_at is null or visibility = 0);
comment on column perenne.file.withdrawn_at is 'since when nobody outside the team reads it, whatever names it; null: it is as visible as what names it';
create function perenne.file_in_shape_8(doc jsonb) returns jsonb language sql immutable as $$
  select '{"withdrawn_at": null}'::jsonb || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values ('file', 8, 'file_in_shape_8');

-- Which of the files of a seminar are withdrawn, for whoever sees the seminar: its versions name them, and must say so.
create function perenne.withdrawn_documents(seminar uuid) returns setof uuid
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select f.id from perenne.file f
    where f.space_id = seminar and f.withdrawn_at is not null
      and exists (select from perenne.seminar s where s.id = seminar
        and ((s.visibility = 2 and perenne.is_somebody()) or seminar = any (perenne.spaces('read')) or perenne.is_job()
          or (s.visibility = 1 and seminar = any (perenne.spaces('network')))))
$$;
revoke execute on function perenne.withdrawn_documents from public;
grant execute on function perenne.withdrawn_documents to perenne_app, perenne_public;

-- ─── Forms sent once ───────────────────────────────────────────────────────────────────────────────
-- Where a form led may be a page that only a link opens: no more than the program reads it, and whoever holds the key of
-- that form, which is signed and was given to nobody else.
drop policy app_reads on perenne.sent_form;
drop policy app_changes on perenne.sent_form;
drop policy app_removes on perenne.sent_form;
create policy app_reads on perenne.sent_form for select to perenne_app using ((select perenne.is_job()));
create policy app_removes on perenne.sent_form for delete to perenne_app using ((select perenne.is_job()));
create function perenne.form_led_to(form_key text) returns text
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select f.location from perenne.sent_form f where f.key = form_key
$$;
revoke execute on function perenne.form_led_to from public;
grant execute on function perenne.form_led_to to perenne_app;

-- ─── A seminar of several days ─────────────────────────────────────────────────────────────────────
-- When a seminar is over: at the end of its hours, or of those of the last day of the programme that everybody sees. For
-- whoever sees the seminar; its versions are as visible as it is.
create function perenne.seminar_ends(seminar uuid) returns timestamptz
  language sql stable set search_path = perenne, pg_temp as $$
    select greatest((s.held_on + s.hours_to) at time zone s.time_zone, (
      select max(((d.day ->> 'date')::date + (d.day ->> 'to')::time) at time zone s.time_zone)
      from jsonb_array_elements((
        select v.content -> 'days' from perenne.programme_version v where v.seminar_id = s.id
        order by v.number desc limit 1)) as d(day)))
    from perenne.seminar s where s.id = seminar
$$;
