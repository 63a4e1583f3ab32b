-- What ends: what others had shown of a note when it becomes confidential, what somebody was shown when their right ends, what was
-- kept of whoever is taken out of the contacts. And what does not come back by itself: what was confidential, and a right of then.

-- ─── Mails that wait ───────────────────────────────────────────────────────────────────────────────
-- Migration 0013 looked at the address alone: an office that emptied a field of a contact of its own took the mails of every other
-- office with it. A contact reaches the mails of the office that knows them, when they are taken out of its contacts; only somebody
-- who is erased themself goes from the mails of all. Who corrects an address erases nobody. A mail stays, as before, where the
-- same office still has the same address of another contact.
drop trigger forget_mail_drafts on perenne.person;
drop function perenne.forget_mail_drafts;

-- `spaces` null: in all of them.
create function perenne.forget_mails_of(address text, spaces uuid[], but uuid) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if address is null then
      return;
    end if;
    with gone as (
      delete from perenne.mail_draft d
      where (spaces is null or d.space_id = any (spaces))
        and sha256(d.salt || convert_to(address, 'UTF8')) = any (d.people)
        and not exists (
          select from perenne.contact k join perenne.person p on p.id = k.person_id
          where k.space_id = d.space_id and p.id <> but and p.email_folded = address)
      returning d.space_id
    )
    insert into perenne.noted_act (space_id, what, detail)
      select g.space_id, 'mail-drafts-erased', jsonb_build_object('drafts', count(*)) from gone g group by g.space_id;
  end
$$;
revoke execute on function perenne.forget_mails_of from public;

-- Erased is somebody by the program (erasePersons): by an administrator, or by their own link. A seminar that lets go of people
-- whom it wrote down itself, by a list that it takes back or when its time is over, says so, and reaches no office by it. One that
-- is taken out of the contacts has lost its address already when it comes here.
create function perenne.forget_mails_of_erased() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if (perenne.actor_kind() is null or perenne.is_job())
        and coalesce(current_setting('perenne.erased_by_seminar', true), '') <> 'yes' then
      perform perenne.forget_mails_of(old.email_folded, null, old.id);
    end if;
    return null;
  end
$$;
create trigger forget_mails_of_erased after update of erased_at on perenne.person
  for each row when (new.erased_at is not null and old.erased_at is null and old.email_folded is not null)
  execute function perenne.forget_mails_of_erased();

-- ─── Whoever is taken out of the contacts ──────────────────────────────────────────────────────────
-- As in migration 0015, and what an import keeps of their name and addresses so that it can be undone.
create or replace function perenne.forget_words_of_contact(contact uuid, role_too boolean) returns void
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  declare
    words uuid[];
  begin
    delete from perenne.import_person i where i.contact_id = contact;
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
create index on perenne.import_person (contact_id);

-- As in migration 0015, and the mails that wait in this office: asked while the address is still known.
create or replace function perenne.empty_contact(contact uuid, role_too boolean) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    known record;
  begin
    select k.space_id, p.id as person_id, p.email_folded into known
      from perenne.contact k join perenne.person p on p.id = k.person_id
      where k.id = contact and (perenne.is_job() or k.space_id = any (perenne.spaces('edit')));
    if known.space_id is null then
      raise exception 'not yours to empty' using errcode = '42501';
    end if;
    perform perenne.forget_mails_of(known.email_folded, array[known.space_id], known.person_id);
    perform perenne.forget_words_of_contact(contact, role_too);
  end
$$;
create or replace function perenne.forget_contact() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    perform perenne.forget_mails_of((select p.email_folded from perenne.person p where p.id = old.person_id),
      array[old.space_id], old.person_id);
    perform perenne.forget_words_of_contact(old.id, true);
    -- The address first: whoever is erased with an address is erased from the mails of every office.
    update perenne.person p set email = null where p.id = old.person_id and p.erased_at is null and not p.has_account and p.email is not null;
    update perenne.person p set given_name = null, family_name = null, email = null, telephone = null, erased_at = perenne.now()
      where p.id = old.person_id and p.erased_at is null and not p.has_account;
    return null;
  end
$$;

-- ─── Whom a share outlives ─────────────────────────────────────────────────────────────────────────
-- A share is for somebody without a right where the record stands. What was shown to somebody while they had one ends when that
-- right ends; what is shown to them afterwards is a choice of those who stay. When the first of the rights that a person had where
-- a share stands ended after it was made; null while none has.
create function perenne.share_outlived(person uuid, space uuid, since timestamptz) returns timestamptz
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select min(r.ends_at)
    from perenne.space s
    left join perenne.space p on p.id = s.parent_id
    join perenne.access_right r on r.space_id in (s.id, p.id, p.parent_id)
    where s.id = space and r.person_id = person and r.ends_at > since and r.ends_at <= perenne.now() and r.starts_at < r.ends_at
$$;
revoke execute on function perenne.share_outlived from public;

-- Those of one person, or of everybody: a right whose last day was said in advance ends without anybody doing anything.
create function perenne.end_outlived_shares(person uuid default null) returns integer
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    ended integer;
  begin
    update perenne.share s set ends_at = greatest(perenne.share_outlived(s.person_id, s.space_id, s.shared_at), s.shared_at)
      where s.ends_at > perenne.now() and (person is null or s.person_id = person)
        and perenne.share_outlived(s.person_id, s.space_id, s.shared_at) is not null;
    get diagnostics ended = row_count;
    return ended;
  end
$$;
revoke execute on function perenne.end_outlived_shares from public;
grant execute on function perenne.end_outlived_shares to perenne_app;

create function perenne.shares_end_with_right() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    taken boolean := true;
  begin
    if tg_op = 'UPDATE' then
      taken := (new.person_id, new.space_id) is distinct from (old.person_id, old.space_id);
      perform perenne.end_outlived_shares(new.person_id);
    end if;
    -- A right that is there no more has no end that could be asked for.
    if taken and old.starts_at <= perenne.now() and coalesce(old.ends_at > perenne.now(), true) then
      update perenne.share s set ends_at = greatest(perenne.now(), s.shared_at)
        from perenne.space h left join perenne.space p on p.id = h.parent_id
        where h.id = s.space_id and old.space_id in (h.id, p.id, p.parent_id)
          and s.person_id = old.person_id and s.ends_at > perenne.now();
    end if;
    return null;
  end
$$;
create trigger shares_end_with_right after delete or update on perenne.access_right
  for each row execute function perenne.shares_end_with_right();

-- As in migration 0015, and nothing that a right has outlived.
create or replace function perenne.shared_with(person uuid) returns uuid[]
  language sql stable security definer set search_path = perenne, pg_temp as $$
  with shared as (
    select s.record_id as id, s.space_id from perenne.share s
    where s.person_id = person and s.ends_at > perenne.now()
      and perenne.share_outlived(s.person_id, s.space_id, s.shared_at) is null
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

-- As in migration 0015; nobody shows anything to themself; and who shows it, and since when, is whoever does: what ends with a note
-- that becomes confidential, or with a right, is asked of these two.
create or replace function perenne.share_in_its_space() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    there uuid;
  begin
    execute format('select space_id from perenne.%I where id = $1', new.record_table) using new.record_id into there;
    if there is distinct from new.space_id then
      raise exception 'no such % to share in this space', new.record_table using errcode = '23503';
    end if;
    if perenne.actor_kind() is null or perenne.is_job() then
      return new;
    end if;
    -- To end a share opens nothing.
    if tg_op = 'UPDATE' and (new.record_table, new.record_id, new.person_id) = (old.record_table, old.record_id, old.person_id)
        and new.ends_at <= old.ends_at then
      new.shared_by := old.shared_by;
      new.shared_at := old.shared_at;
      return new;
    end if;
    if new.person_id = perenne.actor_uuid('person') then
      raise exception 'not to oneself' using errcode = '42501';
    end if;
    if new.record_table = 'note' then
      -- Held: whoever makes it confidential at the same moment waits, and ends this share then.
      perform from perenne.note n where n.id = new.record_id for share;
      if exists (select from perenne.note n where n.id = new.record_id and n.confidential
                 and n.written_by is distinct from perenne.actor_uuid('person')) then
        raise exception 'not yours to show' using errcode = '42501';
      end if;
    end if;
    new.shared_by := perenne.actor_uuid('person');
    new.shared_at := perenne.now();
    return new;
  end
$$;

-- ─── Notes that become confidential, and that are open again ───────────────────────────────────────
-- What others had shown of a note while it was open ends when it becomes confidential: from then on whoever wrote it says who
-- reads it.
create function perenne.shares_end_with_confidence() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    update perenne.share s set ends_at = greatest(perenne.now(), s.shared_at)
      where s.record_table = 'note' and s.record_id = new.id and s.ends_at > perenne.now()
        and s.shared_by is distinct from new.written_by;
    return null;
  end
$$;
create trigger shares_end_with_confidence after update of confidential, written_by on perenne.note
  for each row when (new.confidential and (not old.confidential or new.written_by is distinct from old.written_by))
  execute function perenne.shares_end_with_confidence();

-- Whether a note, which is open today, was so at some moment of a time: what hung on it only while it was confidential is told
-- to nobody but whoever wrote it. Answered to those who read the note.
create function perenne.note_was_open(note uuid, during tstzrange) returns boolean
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select exists (select from perenne.note n where n.id = note and not n.confidential
        and (perenne.is_job() or n.visibility = 2 or n.space_id = any (perenne.spaces('read')) or n.id = any (perenne.shared_ids())
          or (n.visibility = 1 and n.space_id = any (perenne.spaces('network')))))
      and exists (select from perenne.record_version v
        where v.record_id = note and v.record_table = 'note' and v.doc ->> 'confidential' = 'false' and v.known && during)
$$;
revoke execute on function perenne.note_was_open from public;
grant execute on function perenne.note_was_open to perenne_app, perenne_public;

-- As in migration 0015, version by version: what a note said while it was confidential stays with whoever wrote it, whatever the
-- note is today; those to whom they show it read it as it stands.
alter policy app_reads on perenne.record_version using (
  (space_id = any ((select perenne.spaces('read'))::uuid[])
   or (visibility = 2 and (select perenne.is_somebody()))
   or (visibility = 1 and space_id = any ((select perenne.spaces('network'))::uuid[]))
   or (select perenne.is_job())
   or record_id = any ((select perenne.shared_ids())::uuid[]))
  and (record_table <> 'note' or (select perenne.is_job())
    or ((exists (select from perenne.note n where n.id = record_id) or perenne.was_open_note(record_id))
      and (doc ->> 'confidential' = 'false' or upper_inf(known)
        or (doc ->> 'written_by' = (select perenne.actor_uuid('person'))::text
          and space_id = any ((select perenne.spaces('read'))::uuid[])))))
  and (record_table not in ('about', 'share') or doc ->> 'record_table' <> 'note' or (select perenne.is_job())
    or exists (select from perenne.note n where n.id = (record_version.doc ->> 'record_id')::uuid
      and ((n.written_by = (select perenne.actor_uuid('person')) and n.space_id = any ((select perenne.spaces('read'))::uuid[]))
        or case record_version.record_table
          when 'about' then upper_inf(record_version.known) or perenne.note_was_open(n.id, record_version.known)
          else perenne.note_was_open(n.id, tstzrange((record_version.doc ->> 'shared_at')::timestamptz,
            (record_version.doc ->> 'shared_at')::timestamptz, '[]')) end))));
alter policy public_reads on perenne.record_version using (
  visibility = 2 and (select perenne.is_somebody())
  and (record_table <> 'note' or doc ->> 'confidential' = 'false')
  and (record_table <> 'about' or doc ->> 'record_table' <> 'note'
    or perenne.note_was_open((doc ->> 'record_id')::uuid, known)));
-- To whom whoever wrote it had shown it then is theirs too, once that is over; who reads it now is told with the note.
alter policy app_reads on perenne.share using (
  person_id = (select perenne.actor_uuid('person')) or (select perenne.is_job())
  or (space_id = any ((select perenne.spaces('read'))::uuid[])
      and (record_table <> 'note' or exists (select from perenne.note n where n.id = record_id
        and (share.ends_at > perenne.now() or n.written_by = (select perenne.actor_uuid('person'))
          or perenne.note_was_open(n.id, tstzrange(share.shared_at, share.shared_at, '[]')))))));

-- ─── What is of today ──────────────────────────────────────────────────────────────────────────────
-- What says who may know of a record, and whether it may go, is no part of what comes back: by `put_back` below and by whatever
-- else puts a version back (an import that is undone).
create function perenne.of_today() returns text[] language sql immutable parallel safe as $$
  select '{visibility,at_most,confidential,public_office,keep_until,legal_hold}'::text[]
$$;
-- The stricter of two values of one of them, for what is undone rather than put back: whoever undoes widens nothing, and what was
-- opened by what is undone is closed again.
create function perenne.stricter(named text, one text, other text) returns text language sql immutable parallel safe as $$
  select case
    when named in ('visibility', 'at_most') then least(one::smallint, other::smallint)::text
    when named = 'public_office' then (one::boolean and other::boolean)::text
    when named in ('confidential', 'legal_hold') then (one::boolean or other::boolean)::text
    -- Kept without an end where either says none.
    when named = 'keep_until' and one is not null and other is not null then greatest(one::date, other::date)::text end
$$;

-- As in migrations 0010 and 0015.
create or replace function perenne.put_back(tbl text, record uuid, moment timestamptz) returns boolean
  language plpgsql set search_path = perenne, pg_temp as $$
  declare
    v perenne.record_version;
    doc jsonb;
    rights constant text[] := perenne.of_today();
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
        and a.attgenerated = '' and a.attname not in ('id', 'space_id') and a.attname <> all (rights);
    execute format('select exists (select from perenne.%I where id = $1)', tbl) using record into is_there;
    if is_there then
      execute format('update perenne.%1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::perenne.%1$I, $1)) where t.id = $2',
        tbl, settable) using doc, record;
    else
      -- A record comes back in the circle of its last day, which its past has no more.
      doc := doc || coalesce((
        select jsonb_object_agg(k.key, k.value)
        from (select perenne.in_shape_of_today(tbl, w.shape, w.doc) as last from perenne.record_version w
              where w.record_id = record and w.record_table = tbl
              order by w.version desc limit 1) as newest, jsonb_each(newest.last) as k(key, value)
        where k.key = any (rights)), '{}');
      select string_agg(quote_ident(a.attname), ', ') into settable from pg_attribute a
        where a.attrelid = format('perenne.%I', tbl)::regclass and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attname not in ('id', 'space_id', 'visibility');
      execute format('insert into perenne.%1$I (id, space_id, visibility, %2$s)
        select $2, $3, $4, %2$s from jsonb_populate_record(null::perenne.%1$I, $1)', tbl, settable)
        using doc, record, v.space_id, (doc ->> 'visibility')::smallint;
      -- Of its texts that were kept to a circle in all that time, each is again before it comes back.
      insert into perenne.field_circle (record_table, record_id, field, at_most)
        select tbl, record, w.doc ->> 'field', min((w.doc ->> 'at_most')::smallint)
        from perenne.record_version w
        where w.space_id = v.space_id and w.record_table = 'field_circle' and w.known && tstzrange(moment, null)
          and w.doc ->> 'record_id' = record::text and w.doc ->> 'record_table' = tbl
        group by w.doc ->> 'field'
        on conflict (record_id, record_table, field) do nothing;
      perform perenne.past_follows(tbl, record);
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

-- ─── What is there already ─────────────────────────────────────────────────────────────────────────
-- Shares that others made of a note before it became confidential, and those that a right had outlived. One with oneself, from
-- before it was refused, stays: it shows nothing beside the right, and ends with it.
update perenne.share s set ends_at = greatest(perenne.now(), s.shared_at)
  from perenne.note n
  where s.record_table = 'note' and n.id = s.record_id and n.confidential and s.ends_at > perenne.now()
    and s.shared_by is distinct from n.written_by;
select perenne.end_outlived_shares();
-- What imports keep of whoever was taken out of the contacts since: emptied, or of a public office left with the name alone.
delete from perenne.import_person i
  where not exists (select from perenne.contact k where k.id = i.contact_id)
    or exists (select from perenne.contact k join perenne.person p on p.id = k.person_id
      where k.id = i.contact_id and p.email is null and p.telephone is null
        and (coalesce(p.given_name, p.family_name) is null or (k.public_office and k.languages = '{}')));
