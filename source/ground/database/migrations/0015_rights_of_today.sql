-- The past under the rights of today, to the last row: what was removed, what was erased, who was given a right for what.

-- ─── What was removed ──────────────────────────────────────────────────────────────────────────────
-- A record that is there no more has nobody to say who may see it: its past is for those inside. A part or a text that was taken
-- out of a record that is still there belongs to the past of that record, and is seen as it would be if it were there.
alter table perenne.record_version add column part_of uuid;
comment on column perenne.record_version.part_of is
  'of the last version of a part or a text that was removed: the record that it was taken out of, which says who sees its past';
create index record_version_part_of on perenne.record_version (part_of) where part_of is not null;

-- The record that a row is a part of, while that one can speak for it; none for whatever has words or an address of its own.
create function perenne.part_of(tbl text, doc jsonb, out parent text, out id uuid) language sql immutable parallel safe as $$
  select p.parent, (doc ->> p.by_column)::uuid
  from (values
    ('translation', null, 'record_id'), ('identifier', null, 'record_id'), ('about', null, 'record_id'),
    ('appointment', 'post', 'post_id'), ('relationship_party', 'relationship', 'relationship_id'), ('fee', 'relationship', 'relationship_id'),
    ('agreement_event', 'agreement', 'agreement_id'), ('interaction_participant', 'interaction', 'interaction_id'),
    ('activity_party', 'activity', 'activity_id'), ('activity_place', 'activity', 'activity_id'),
    ('activity_class', 'activity', 'activity_id'), ('activity_money', 'activity', 'activity_id')
  ) as k (tbl, named, by_column)
  cross join lateral (select coalesce(k.named, doc ->> 'record_table') as parent, k.by_column) p
  where k.tbl = $1
$$;

-- Who sees a part that was taken out of a record: as wide as the record is today, no wider than it was kept itself.
create function perenne.gone_circle(parent text, whole uuid, tbl text, part jsonb) returns smallint
  language sql stable security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
    select least(v.visibility, case tbl when 'translation' then perenne.field_at_most(parent, whole, part ->> 'field')
      else coalesce((part ->> 'at_most')::smallint, 2::smallint) end)
    from perenne.record_version v where v.record_id = whole and v.record_table = parent order by v.version desc limit 1
$$;
create function perenne.gone_parts_follow(tbl text, record uuid) returns void
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  declare
    space uuid;
  begin
    select v.space_id into space from perenne.record_version v
      where v.record_id = record and v.record_table = tbl order by v.version desc limit 1;
    update perenne.record_version v set visibility = g.circle, space_id = space
      from (
        select p.record_id, p.record_table, perenne.gone_circle(tbl, record, p.record_table, p.doc) as circle
        from perenne.record_version p
        where p.part_of = record and (perenne.part_of(p.record_table, p.doc)).parent = tbl
          -- One that came back has a newer version, and is seen as what it is.
          and not exists (select from perenne.record_version n
            where n.record_id = p.record_id and n.record_table = p.record_table and n.version > p.version)
      ) g
      where v.record_id = g.record_id and v.record_table = g.record_table
        and (v.visibility, v.space_id) is distinct from (g.circle, space);
  end
$$;
revoke execute on function perenne.gone_circle, perenne.gone_parts_follow from public;

-- As in migration 0010, with the rights of what goes.
create or replace function perenne.keep_history() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off
  as $$
  declare
    ignored text[] := coalesce(tg_argv[0], '{}')::text[];
    last perenne.record_version;
    new_doc jsonb;
    id uuid;
    moment timestamptz := perenne.now();
    whole_table text;
    whole uuid;
    circle smallint;
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
      if tg_op = 'DELETE' then
        select p.parent, p.id into whole_table, whole from perenne.part_of(tg_table_name, last.doc) p;
      end if;
      update perenne.record_version v set
        known = tstzrange(lower(v.known), moment),
        ended_by_kind = case when tg_op = 'DELETE' then perenne.actor_kind() end,
        ended_by_id = case when tg_op = 'DELETE' then perenne.actor_id() end,
        end_reason = case when tg_op = 'DELETE' then nullif(current_setting('perenne.reason', true), '') end,
        part_of = whole
        where v.record_id = id and v.record_table = tg_table_name and v.version = last.version;
    elsif last.record_id is not null then
      moment := greatest(moment, upper(last.known));
    end if;
    if tg_op = 'DELETE' then
      circle := case when whole is null then 0 else coalesce(perenne.gone_circle(whole_table, whole, tg_table_name, last.doc), 0) end;
      update perenne.record_version v set visibility = circle
        where v.record_id = id and v.record_table = tg_table_name and v.visibility <> circle;
      if exists (select from perenne.record_version p where p.part_of = id) then
        perform perenne.gone_parts_follow(tg_table_name, id);
      end if;
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
      if exists (select from perenne.record_version p where p.part_of = id) then
        perform perenne.gone_parts_follow(tg_table_name, id);
      end if;
    end if;
    return null;
  end
$$;
-- What was removed and is there again says who sees its past. (A removed row comes back by put_back alone.)
create function perenne.past_follows(tbl text, record uuid) returns void
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  declare
    newest perenne.record_version;
  begin
    select * into newest from perenne.record_version v
      where v.record_id = record and v.record_table = tbl order by v.version desc limit 1;
    if newest.record_id is null or not upper_inf(newest.known) then
      return;
    end if;
    update perenne.record_version v set visibility = newest.visibility, space_id = newest.space_id
      where v.record_id = record and v.record_table = tbl
        and (v.visibility, v.space_id) is distinct from (newest.visibility, newest.space_id);
    perform perenne.gone_parts_follow(tbl, record);
  end
$$;
revoke execute on function perenne.past_follows from public;
grant execute on function perenne.past_follows to perenne_app;

-- As in migration 0010: a record comes back in the circle of its last day, which its past has no more.
do $$
declare
  written text := pg_get_functiondef('perenne.put_back'::regproc);
  changed text;
begin
  changed := replace(written, 'using doc, record, v.space_id, v.visibility;',
    'using doc, record, v.space_id, (doc ->> ''visibility'')::smallint;');
  changed := replace(changed, 'where k.key = any (rights)), ''{}'');', 'where k.key = any (rights || ''{visibility}''::text[])), ''{}'');');
  changed := replace(changed, '      for child in', '      perform perenne.past_follows(tbl, record);
      for child in');
  if changed not like '%(doc ->> ''visibility'')::smallint%' or changed not like '%rights || %' or changed not like '%past_follows%' then
    raise exception 'put_back is not as it was in migration 0010';
  end if;
  execute changed;
end
$$;

-- ─── Which texts are kept inside ───────────────────────────────────────────────────────────────────
-- That a text is kept to a circle is told to those inside alone. It took after its record once, and knew the visibility of it.
create function perenne.circle_stays_inside() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if tg_op = 'INSERT' then
      if new.record_table = 'relationship' then
        select r.space_id into new.space_id from perenne.relationship r where r.id = new.record_id;
      else
        execute format('select space_id from perenne.%I where id = $1', new.record_table) using new.record_id into new.space_id;
      end if;
      if new.space_id is null then
        raise exception 'no % with this id for a circle', new.record_table using errcode = '23503';
      end if;
    end if;
    new.visibility := 0;
    return new;
  end
$$;
alter table perenne.field_circle disable trigger user;
update perenne.field_circle set visibility = 0 where visibility <> 0;
alter table perenne.field_circle enable trigger user;
alter table perenne.field_circle
  alter column visibility set default 0,
  add constraint field_circle_visibility_check check (visibility = 0);
update perenne.record_version set visibility = 0, doc = jsonb_set(doc, '{visibility}', '0')
  where record_table = 'field_circle' and (visibility <> 0 or doc ->> 'visibility' <> '0');
drop trigger take_after_record on perenne.field_circle;
create trigger take_after_record before insert or update of visibility on perenne.field_circle
  for each row execute function perenne.circle_stays_inside();

-- As in migrations 0010 and 0012, and the texts that were taken out of the record.
create or replace function perenne.texts_follow_circle() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    c perenne.field_circle := coalesce(new, old);
    whole smallint;
  begin
    execute format('select visibility from perenne.%I where id = $1', c.record_table) using c.record_id into whole;
    update perenne.translation t
      set visibility = least(whole, perenne.field_at_most(c.record_table, c.record_id, c.field))
      where t.record_id = c.record_id and t.record_table = c.record_table and t.field = c.field and whole is not null
        and t.visibility is distinct from least(whole, perenne.field_at_most(c.record_table, c.record_id, c.field));
    if exists (select from perenne.record_version v where v.part_of = c.record_id) then
      perform perenne.gone_parts_follow(c.record_table, c.record_id);
    end if;
    return null;
  end
$$;
create or replace function perenne.texts_follow_new_circle() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  declare
    tbl text;
  begin
    for tbl in select distinct a.record_table from added a loop
      execute format($sql$
        update perenne.translation t set visibility = least(r.visibility, a.at_most)
        from added a join perenne.%1$I r on r.id = a.record_id
        where a.record_table = %1$L and t.record_id = a.record_id and t.record_table = %1$L and t.field = a.field
          and t.visibility is distinct from least(r.visibility, a.at_most)
      $sql$, tbl);
    end loop;
    perform perenne.gone_parts_follow(a.record_table, a.record_id) from added a
      where exists (select from perenne.record_version v where v.part_of = a.record_id);
    return null;
  end
$$;
-- A contact that becomes internal takes its numbers with it.
drop trigger identifiers_follow_contact on perenne.contact;
create trigger identifiers_follow_contact after delete or update of space_id, visibility on perenne.contact
  for each row execute function perenne.identifiers_follow_record();

-- ─── What was erased ───────────────────────────────────────────────────────────────────────────────
-- What was known of somebody besides their name is erased in the past too: the languages that they speak, and their post in words,
-- which may name them. (Law 7; what a person is called stands in `person` alone.)
create function perenne.forget_words_of_contact(contact uuid, role_too boolean) returns void
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  declare
    words uuid[];
  begin
    update perenne.contact k set languages = '{}' where k.id = contact and k.languages <> '{}';
    update perenne.record_version v set doc = jsonb_set(v.doc, '{languages}', '[]')
      where v.record_id = contact and v.record_table = 'contact' and v.doc -> 'languages' <> '[]';
    if not role_too then
      return;
    end if;
    select array_agg(w.id) into words from (
      select t.id from perenne.translation t where t.record_id = contact and t.record_table = 'contact'
      union
      select v.record_id from perenne.record_version v where v.part_of = contact and v.record_table = 'translation'
    ) w;
    delete from perenne.translation t where t.id = any (words);
    delete from perenne.record_version v where v.record_id = any (words) and v.record_table = 'translation';
  end
$$;
revoke execute on function perenne.forget_words_of_contact from public;
-- The same of a contact that stays for what tells of it, asked by whoever edits its space.
create function perenne.empty_contact(contact uuid, role_too boolean) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if not exists (select from perenne.contact k
        where k.id = contact and (perenne.is_job() or k.space_id = any (perenne.spaces('edit')))) then
      raise exception 'not yours to empty' using errcode = '42501';
    end if;
    perform perenne.forget_words_of_contact(contact, role_too);
  end
$$;
revoke execute on function perenne.empty_contact from public;
grant execute on function perenne.empty_contact to perenne_app;
create or replace function perenne.forget_contact() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform perenne.forget_words_of_contact(old.id, true);
    update perenne.person p set given_name = null, family_name = null, email = null, telephone = null, erased_at = perenne.now()
      where p.id = old.person_id and p.erased_at is null and not p.has_account;
    return null;
  end
$$;
-- Whoever is erased is erased here too.
create function perenne.forget_contacts_of_erased() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform perenne.forget_words_of_contact(k.id, true) from perenne.contact k where k.person_id = new.id;
    return null;
  end
$$;
create trigger forget_contacts_of_erased after update of erased_at on perenne.person
  for each row when (new.erased_at is not null and old.erased_at is null) execute function perenne.forget_contacts_of_erased();

-- ─── Who is of a network ───────────────────────────────────────────────────────────────────────────
-- As in migration 0010, but helping at one seminar (its door, its room, its translations) opens that seminar and no more: what a
-- network shares is read by whoever has a right in the network itself or in one of its territories, or prepares one of its seminars.
do $$
declare
  written text := pg_get_functiondef('perenne.as_actor'::regproc);
  changed text := regexp_replace(written,
    'union\s+select s\.parent_id from perenne\.space s join mine on mine\.id = s\.id where s\.kind = ''seminar''\s+',
    'union select s.parent_id from perenne.space s where s.kind = ''seminar'' and s.id = any ((select perenne.spaces(''edit''))::uuid[]) ');
begin
  if changed = written then
    raise exception 'as_actor is not as it was in migration 0010';
  end if;
  execute changed;
end
$$;

-- ─── Notes, and to whom they are shown ─────────────────────────────────────────────────────────────
-- Whoever wrote a note reads it as long as they read where it stands. It is signed by whoever writes it down; one that comes back
-- by whoever had signed it.
create function perenne.had_written(note uuid, person uuid) returns boolean
  language sql stable security definer set search_path = perenne, pg_temp as $$
  select exists (select from perenne.record_version v
    where v.record_id = note and v.record_table = 'note' and v.doc ->> 'written_by' = person::text)
$$;
revoke execute on function perenne.had_written from public;
grant execute on function perenne.had_written to perenne_app;
do $$
declare
  reads text := '(not confidential and (' || perenne.reads_predicate() || '))'
    || ' or (written_by = (select perenne.actor_uuid(''person'')) and space_id = any ((select perenne.spaces(''read''))::uuid[]))'
    || ' or id = any ((select perenne.shared_ids())::uuid[]) or (select perenne.is_job())';
  signed text := '((' || perenne.holds_predicate('edit') || ') and (not confidential or written_by = (select perenne.actor_uuid(''person''))'
    || ' or (select perenne.is_job()))) and (written_by is null or written_by = (select perenne.actor_uuid(''person''))'
    || ' or (select perenne.is_job()) or perenne.had_written(id, written_by))';
begin
  execute format('alter policy app_reads on perenne.note using (%s)', reads);
  execute format('alter policy app_adds on perenne.note with check (%s)', signed);
  execute format('alter policy app_changes on perenne.note with check (%s)', signed);
end
$$;
-- To whom a note is shown, and why, is told to those who may read the note; to the person themself always.
alter policy app_reads on perenne.share using (
  person_id = (select perenne.actor_uuid('person')) or (select perenne.is_job())
  or (space_id = any ((select perenne.spaces('read'))::uuid[])
      and (record_table <> 'note' or exists (select from perenne.note n where n.id = record_id))));
alter policy app_reads on perenne.record_version using (
  (space_id = any ((select perenne.spaces('read'))::uuid[])
   or (visibility = 2 and (select perenne.is_somebody()))
   or (visibility = 1 and space_id = any ((select perenne.spaces('network'))::uuid[]))
   or (select perenne.is_job())
   or record_id = any ((select perenne.shared_ids())::uuid[]))
  and (record_table <> 'note' or (select perenne.is_job()) or exists (select from perenne.note n where n.id = record_id)
    or perenne.was_open_note(record_id))
  and (record_table not in ('about', 'share') or doc ->> 'record_table' <> 'note' or (select perenne.is_job())
    or exists (select from perenne.note n where n.id = (doc ->> 'record_id')::uuid)));

-- Nobody shows a confidential note but whoever wrote it.
create or replace function perenne.share_in_its_space() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    there uuid;
  begin
    execute format('select space_id from perenne.%I where id = $1', new.record_table) using new.record_id into there;
    if there is distinct from new.space_id then
      raise exception 'no such % to share in this space', new.record_table using errcode = '23503';
    end if;
    if new.record_table = 'note' and perenne.actor_kind() is not null and not perenne.is_job()
        -- To end a share opens nothing.
        and not (tg_op = 'UPDATE' and (new.record_id, new.person_id) = (old.record_id, old.person_id) and new.ends_at <= old.ends_at)
        and exists (select from perenne.note n where n.id = new.record_id and n.confidential
                    and n.written_by is distinct from perenne.actor_uuid('person')) then
      raise exception 'not yours to show' using errcode = '42501';
    end if;
    return new;
  end
$$;

-- ─── Within one space ──────────────────────────────────────────────────────────────────────────────
-- As in migration 0010: what is shown with a record stands where the record stands.
create or replace function perenne.shared_with(person uuid) returns uuid[]
  language sql stable security definer set search_path = perenne, pg_temp as $$
  with shared as (
    select s.record_id as id, s.space_id from perenne.share s where s.person_id = person and s.ends_at > perenne.now()
  ), agreements as (
    select a.id, a.space_id from perenne.agreement a join shared s on s.id = a.relationship_id
  ), versions as (
    select v.id, v.file_id, v.space_id from perenne.document_version v join shared s on s.id = v.document_id
  ), organisations as (
    select p.organisation_id as id, p.space_id from perenne.relationship_party p join shared s on s.id = p.relationship_id
    union all select p.organisation_id, p.space_id from perenne.activity_party p join shared s on s.id = p.activity_id
  )
  select coalesce(array_agg(id), '{}') from (
    select id from shared
    -- The territory or the network itself: its name stands above what is shared.
    union all select space_id from shared
    union all select id from agreements
    union all select e.id from perenne.agreement_event e join agreements a on a.id = e.agreement_id
    union all select p.id from perenne.relationship_party p join shared s on s.id = p.relationship_id
    union all select o.id from perenne.organisation o join organisations n on n.id = o.id and n.space_id = o.space_id
    union all select f.id from perenne.fee f join shared s on s.id = f.relationship_id
    union all select n.id from perenne.network_seat n join shared s on s.id = n.relationship_id
    union all select r.id from perenne.responsibility r join shared s on s.id in (r.relationship_id, r.activity_id) and s.space_id = r.space_id
    union all select p.id from perenne.activity_party p join shared s on s.id = p.activity_id
    union all select p.id from perenne.activity_place p join shared s on s.id = p.activity_id
    union all select c.id from perenne.activity_class c join shared s on s.id = c.activity_id
    union all select m.id from perenne.activity_money m join shared s on s.id = m.activity_id
    union all select p.id from perenne.interaction_participant p join shared s on s.id = p.interaction_id
    union all select c.id from perenne.commitment c join shared s on s.id = c.interaction_id and s.space_id = c.space_id
    union all select id from versions
    union all select f.id from perenne.file f join versions v on v.file_id = f.id and v.space_id = f.space_id
  ) as everything
$$;
-- A document has no file of another space: its words would be read out of it.
create function perenne.file_of_its_space() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if exists (select from perenne.file f where f.id = new.file_id and f.space_id <> new.space_id) then
      raise exception 'no such file in this space' using errcode = '23503', schema = 'perenne', table = tg_table_name;
    end if;
    return new;
  end
$$;
-- After take_after_parent, which says what its space is: triggers run in the order of their names.
create trigger with_a_file_of_its_space before insert or update of file_id on perenne.document_version
  for each row execute function perenne.file_of_its_space();

-- The person behind a contact is a row of its own, made by write_contact_person in the same transaction: nobody reaches an account,
-- a registrant or somebody of another memory by calling them a contact. One that comes back has the person that it had.
create function perenne.contact_is_its_own_person() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if perenne.actor_kind() is null or perenne.is_job() then
      return new;
    end if;
    if exists (select from perenne.person p, perenne.clock c where p.id = new.person_id and not p.has_account
               and p.created_at >= pg_catalog.now() + c.shift) then
      return new;
    end if;
    if exists (select from perenne.record_version v where v.record_id = new.id and v.record_table = 'contact'
               and v.space_id = new.space_id and v.doc ->> 'person_id' = new.person_id::text) then
      return new;
    end if;
    raise exception 'not a person that this space may call its contact' using errcode = '42501';
  end
$$;
create trigger contact_is_its_own_person before insert or update of person_id on perenne.contact
  for each row execute function perenne.contact_is_its_own_person();
-- As in migration 0010; an account is its holder's alone to change.
create or replace function perenne.write_contact_person(
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
      where p.id = person and p.erased_at is null and not p.has_account
        and (p.given_name, p.family_name, p.email, p.telephone, p.language)
            is distinct from (given, family, address, phone, spoken);
    return person;
  end
$$;

-- ─── What is there already ─────────────────────────────────────────────────────────────────────────
-- Of what is there, the past as the present; of what was removed, nothing but for those inside, then the parts of what is there.
create temporary table newest on commit drop as
  select distinct on (v.record_id, v.record_table) v.record_id, v.record_table, v.version, v.space_id, v.visibility,
    upper_inf(v.known) as there, case when not upper_inf(v.known) then v.doc end as doc
  from perenne.record_version v order by v.record_id, v.record_table, v.version desc;
update perenne.record_version v set visibility = case when n.there then n.visibility else 0 end, space_id = n.space_id
  from newest n where n.record_id = v.record_id and n.record_table = v.record_table
    and (v.visibility, v.space_id) is distinct from (case when n.there then n.visibility else 0 end, n.space_id);
update perenne.record_version v set part_of = (perenne.part_of(n.record_table, n.doc)).id
  from newest n where not n.there and n.record_id = v.record_id and n.record_table = v.record_table and n.version = v.version
    and (perenne.part_of(n.record_table, n.doc)).id is not null;
select perenne.gone_parts_follow(w.parent, w.id) from (
  select distinct p.parent, p.id from newest n cross join lateral perenne.part_of(n.record_table, n.doc) p where not n.there) w
  where w.id is not null;
-- Of whoever was taken out of the contacts, or erased.
select perenne.forget_words_of_contact(n.record_id, true) from newest n where n.record_table = 'contact' and not n.there;
select perenne.forget_words_of_contact(k.id, true) from perenne.contact k join perenne.person p on p.id = k.person_id
  where coalesce(p.given_name, p.family_name, p.email, p.telephone) is null and k.languages = '{}'
    and not exists (select from perenne.translation t where t.record_id = k.id and t.record_table = 'contact');
select perenne.forget_words_of_contact(k.id, p.erased_at is not null) from perenne.contact k join perenne.person p on p.id = k.person_id
  where k.public_office and p.email is null and p.telephone is null and k.languages = '{}';
