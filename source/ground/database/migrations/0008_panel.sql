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

-- ─── What they say of themselves ───────────────────────────────────────────────────────────────────
-- In the name of the link, so that the history says who it was. Names are written by write_programme_person.
create function perenne.show_my_name(shown boolean) returns void
  language sql security definer set search_path = perenne, pg_temp as $$
    update perenne.programme_person set named = shown
      where id = perenne.actor_uuid('link') and named is distinct from shown
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
