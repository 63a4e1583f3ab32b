-- Within a space: what belongs to a record belongs to one of its own space, however it is written; and what the database looks
-- up as its owner tells nobody more than they may read.

-- ─── What points to what ───────────────────────────────────────────────────────────────────────────
-- A key says that a record is there, and not whose it is: a project could be put under the relationship of another memory, whose
-- public page then showed it, and an organisation that a neighbour had named could not be removed any more. What a record names
-- is of its own space. Three are not asked: a space (the policies say who may write in it; `space_stays_put` and the policies of
-- network_member say the rest), a territory (a place, which anybody may name), and an organisation of the network whose seminar
-- names it.
create function perenne.names_another_space(tbl text, parent text) returns void language plpgsql as $$
  begin
    raise exception 'no such % in the space of this %', parent, tbl using errcode = '23503', schema = 'perenne', table = tbl;
  end
$$;
-- Arguments: the column, and the table that it names.
create function perenne.names_its_own_space() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    there uuid;
  begin
    execute format('select p.space_id from perenne.%I p where p.id = ($1).%I', tg_argv[1], tg_argv[0]) using new into there;
    if there is distinct from new.space_id and (tg_argv[1] <> 'organisation' or not exists (
        select from perenne.space s where s.id = new.space_id and s.kind = 'seminar' and s.parent_id = there)) then
      perform perenne.names_another_space(tg_table_name, tg_argv[1]);
    end if;
    return null;
  end
$$;
-- Called once for each table, and by a migration that adds a key to one. Rows that are added are asked all together, by plans that
-- are kept; what takes after its parent when it is added is of its space already.
create procedure perenne.stays_in_its_space(tbl text) language plpgsql as $$
  declare
    key record;
    asked text := '';
    named text := 'names_of_new_' || tbl;
  begin
    for key in
      select a.attname as by_column, p.relname as parent, exists (
          select from pg_trigger t where t.tgrelid = k.conrelid
            and pg_get_triggerdef(t.oid) ~ format('BEFORE INSERT.*take_after_parent(_at_most)?\(.*, ''%s''\)', a.attname)) as taken_after
      from pg_constraint k
      join pg_class p on p.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = format('perenne.%I', tbl)::regclass and k.contype = 'f' and cardinality(k.conkey) = 1
        and p.relname not in ('space', 'territory')
        and exists (select from pg_attribute s where s.attrelid = k.conrelid and s.attname = 'space_id')
        and exists (select from pg_attribute s where s.attrelid = k.confrelid and s.attname = 'space_id')
      order by k.conkey[1]
    loop
      execute format('drop trigger if exists %I on perenne.%I', 'names_its_own_' || key.by_column, tbl);
      execute format('create trigger %1$I after update of %2$I on perenne.%3$I for each row
        when (new.%2$I is not null and new.%2$I is distinct from old.%2$I)
        execute function perenne.names_its_own_space(%2$L, %4$L)', 'names_its_own_' || key.by_column, key.by_column, tbl, key.parent);
      continue when key.taken_after;
      asked := asked || format($sql$
          if exists (
            select from (select x.%1$I as named, x.space_id from added x where x.%1$I is not null) a
            cross join lateral (select p.space_id from perenne.%2$I p where p.id = a.named offset 0) p
            where p.space_id <> a.space_id%3$s) then
            perform perenne.names_another_space(%4$L, %2$L);
          end if;$sql$, key.by_column, key.parent, case key.parent when 'organisation' then $sql$ and not exists (
              select from perenne.space s where s.id = a.space_id and s.kind = 'seminar' and s.parent_id = p.space_id)$sql$ else '' end, tbl);
    end loop;
    if asked = '' then
      return;
    end if;
    execute format($sql$
      create or replace function perenne.%1$I() returns trigger
        language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $body$
        begin%2$s
          return null;
        end
      $body$
    $sql$, named, asked);
    execute format('drop trigger if exists names_its_own on perenne.%I', tbl);
    execute format('create trigger names_its_own after insert on perenne.%I referencing new table as added
      for each statement execute function perenne.%I()', tbl, named);
  end
$$;
do $$
declare
  t text;
begin
  for t in select distinct c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = 'perenne'::regnamespace order by 1
  loop
    call perenne.stays_in_its_space(t);
  end loop;
end
$$;
revoke execute on function perenne.names_another_space from public;
revoke execute on procedure perenne.stays_in_its_space from public;

-- Texts, numbers and circles name their record by its table and id: one that is moved is judged as a new one.
drop trigger take_after_record on perenne.translation;
create trigger take_after_record before insert or update of record_table, record_id, field on perenne.translation
  for each row execute function perenne.translation_takes_after_record();
drop trigger take_after_record on perenne.identifier;
create trigger take_after_record before insert or update of record_table, record_id on perenne.identifier
  for each row execute function perenne.translation_takes_after_record();
-- As in migration 0015.
create or replace function perenne.circle_stays_inside() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if tg_op = 'INSERT' or (new.record_table, new.record_id) is distinct from (old.record_table, old.record_id) then
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
drop trigger take_after_record on perenne.field_circle;
create trigger take_after_record before insert or update of visibility, record_table, record_id on perenne.field_circle
  for each row execute function perenne.circle_stays_inside();
-- An address of a memory leads on within that memory.
create function perenne.joined_within_a_space() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if perenne.actor_kind() is null or perenne.is_job() then
      return new;
    end if;
    if not exists (select from perenne.record_version v
          where v.record_id = new.left_id and v.record_table = 'relationship' and v.space_id = new.space_id)
        or not exists (select from perenne.relationship r where r.id = new.into_id and r.space_id = new.space_id) then
      raise exception 'no such relationships in this space' using errcode = '23503', schema = 'perenne', table = tg_table_name;
    end if;
    return new;
  end
$$;
create trigger joined_within_a_space before insert or update of left_id, into_id, space_id on perenne.relationship_join
  for each row execute function perenne.joined_within_a_space();
-- What search finds is made by triggers and by the program, of the records themselves: nobody writes it by hand.
alter policy app_adds on perenne.search_entry with check ((select perenne.is_job()));
alter policy app_changes on perenne.search_entry using ((select perenne.is_job())) with check ((select perenne.is_job()));
alter policy app_removes on perenne.search_entry using ((select perenne.is_job()));

-- ─── Who belongs to a network ──────────────────────────────────────────────────────────────────────
-- A membership opens what both sides share with the network: neither of them says it alone. Those who administer both do, as on
-- the page of a territory.
do $$
declare
  both_sides text := '(space_id = any ((select perenne.spaces(''administer''))::uuid[])'
    || ' and member_id = any ((select perenne.spaces(''administer''))::uuid[])) or (select perenne.is_job())';
begin
  execute format('alter policy app_adds on perenne.network_member with check (%s)', both_sides);
  execute format('alter policy app_changes on perenne.network_member using (%1$s) with check (%1$s)', both_sides);
  execute format('alter policy app_removes on perenne.network_member using (%s)', both_sides);
end
$$;
-- The same through the network of a seminar: whoever prepares a seminar reads what its network shares, and does not choose which.
create function perenne.space_stays_put() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if perenne.actor_kind() is null or perenne.is_job() or coalesce(new.parent_id = any (perenne.spaces('edit')), false) then
      return new;
    end if;
    raise exception 'not yours to put there' using errcode = '42501';
  end
$$;
create trigger space_stays_put before update of parent_id on perenne.space
  for each row when (new.parent_id is distinct from old.parent_id) execute function perenne.space_stays_put();
create function perenne.seminar_of_its_network() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if perenne.actor_kind() is null or perenne.is_job()
        or exists (select from perenne.space s where s.id = new.id and s.parent_id = new.network_id) then
      return new;
    end if;
    raise exception 'a seminar is of the network that it lies in' using errcode = '42501';
  end
$$;
create trigger seminar_of_its_network before insert or update of network_id on perenne.seminar
  for each row execute function perenne.seminar_of_its_network();

-- ─── Whom a space may call its contact ─────────────────────────────────────────────────────────────
-- As in migration 0015, but made in this transaction is what this transaction made: a clock says it of whatever others made
-- meanwhile too. (A savepoint has a number of its own: a person who is made within one is refused.)
create or replace function perenne.contact_is_its_own_person() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if perenne.actor_kind() is null or perenne.is_job() then
      return new;
    end if;
    -- By both: what was there before is not made by being changed.
    if exists (select from perenne.person p, perenne.clock c where p.id = new.person_id and not p.has_account
               and p.created_at >= pg_catalog.now() + c.shift and p.xmin = pg_current_xact_id()::xid) then
      return new;
    end if;
    if exists (select from perenne.record_version v where v.record_id = new.id and v.record_table = 'contact'
               and v.space_id = new.space_id and v.doc ->> 'person_id' = new.person_id::text) then
      return new;
    end if;
    raise exception 'not a person that this space may call its contact' using errcode = '42501';
  end
$$;
-- As in migration 0016, but in the language of whoever typed it: that of the account would tell that there is one.
create or replace function perenne.name_share(share uuid, given text, family text) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    shared perenne.share;
    named uuid;
  begin
    select * into shared from perenne.share s where s.id = share and s.ends_at > perenne.now();
    if shared.id is null or not (perenne.is_job() or shared.space_id = any (perenne.spaces('edit'))) then
      raise exception 'not yours to name' using errcode = '42501';
    end if;
    insert into perenne.person (given_name, family_name, language)
      values (given, family, coalesce((select p.language from perenne.person p
        where p.id = coalesce(perenne.actor_uuid('person'), shared.shared_by)), 'en')) returning id into named;
    insert into perenne.share_name (share_id, person_id, space_id) values (shared.id, named, shared.space_id);
  end
$$;
update perenne.person n set language = coalesce(w.language, 'en')
  from perenne.share_name s join perenne.share h on h.id = s.share_id left join perenne.person w on w.id = h.shared_by
  where n.id = s.person_id and n.language <> coalesce(w.language, 'en');

-- ─── Search: keys that somebody may not read ───────────────────────────────────────────────────────
-- As in migration 0014. These two run as the owner, so that the index answers; but the keys of entries tell too what is in them:
-- whoever asks for one word after the other spells a text out that they may not read. What the index gives is therefore asked once
-- more here, row by row, as the policies ask it; and of a space that somebody reads from outside the public stamp is asked for.
create or replace function perenne.entry_stamps(lang text, space uuid) returns tsquery
  language plpgsql stable security definer set search_path = perenne, pg_temp as $$
  declare
    own uuid[] := perenne.spaces('read') || perenne.spaces('network');
    open tsquery := quote_literal('@2' || lang)::tsquery;
  begin
    if space is not null then
      return quote_literal('@' || space || lang)::tsquery
        && case when perenne.is_job() or space = any (own) then ''::tsquery else open end;
    end if;
    -- Whoever reads most of it: each stamp would be looked up for nothing.
    if perenne.is_job() or cardinality(own) > 50 then
      return ''::tsquery;
    end if;
    return (select string_agg(quote_literal('@' || s.stamp || lang), ' | ')
      from (select '2' as stamp union select u.id::text from unnest(own) as u (id)) s)::tsquery;
  end
$$;
create or replace function perenne.entries_with(fr tsquery, es tsquery, pt tsquery, en tsquery, space uuid)
  returns table (record_id uuid, record_table text, language text, at_most smallint)
  language plpgsql stable security definer rows 500 set search_path = perenne, pg_temp as $$
  declare
    inside uuid[] := perenne.spaces('read');
    network uuid[] := perenne.spaces('network');
    everything boolean := perenne.is_job() or coalesce(entries_with.space = any (inside), false);
    asked record;
    q tsquery;
  begin
    if not perenne.is_somebody() then
      return;
    end if;
    for asked in select * from (values ('fr', fr), ('es', es), ('pt', pt), ('en', en)) as a (lang, query) where numnode(a.query) > 0 loop
      q := asked.query && perenne.entry_stamps(asked.lang, entries_with.space);
      return query select e.record_id, e.record_table, e.language, e.at_most from perenne.search_entry e
        where e.words @@ q and e.language = asked.lang
          and (everything or e.visibility = 2 or e.space_id = any (inside) or (e.visibility = 1 and e.space_id = any (network)));
    end loop;
    -- What is shown to this person stands in spaces that are not theirs.
    return query select e.record_id, e.record_table, e.language, e.at_most from perenne.search_entry e
      where e.record_id = any (perenne.shared_ids()) and e.at_most = 2
        and (entries_with.space is null or e.space_id = entries_with.space);
  end
$$;
create or replace function perenne.entries_resembling(asked text[], space uuid)
  returns table (record_id uuid, record_table text, language text, at_most smallint)
  language plpgsql stable security definer rows 100 set search_path = perenne, public, pg_temp as $$
  declare
    inside uuid[] := perenne.spaces('read');
    network uuid[] := perenne.spaces('network');
    shared uuid[] := perenne.shared_ids();
    everything boolean := perenne.is_job() or coalesce(entries_resembling.space = any (inside), false);
    one text;
  begin
    if not perenne.is_somebody() then
      return;
    end if;
    foreach one in array asked loop
      if entries_resembling.space is not null then
        -- The titles of one space are few: they are read, rather than looked for among those of all.
        return query with its as materialized (
            select e.record_id, e.record_table, e.language, e.at_most, e.title_folded
            from perenne.search_entry e where e.space_id = entries_resembling.space
              and (everything or e.visibility = 2 or e.space_id = any (inside) or (e.visibility = 1 and e.space_id = any (network))
                or (e.at_most = 2 and e.record_id = any (shared))))
          select i.record_id, i.record_table, i.language, i.at_most from its i where one <% i.title_folded;
        continue;
      end if;
      return query select e.record_id, e.record_table, e.language, e.at_most from perenne.search_entry e
        where one <% e.title_folded
          and (everything or e.visibility = 2 or e.space_id = any (inside) or (e.visibility = 1 and e.space_id = any (network))
            or (e.at_most = 2 and e.record_id = any (shared)));
    end loop;
  end
$$;

-- ─── Search: what it asks and makes ────────────────────────────────────────────────────────────────
-- Which texts are kept to a circle is told to those inside alone (migration 0015), and `field_at_most` answered everybody. Where
-- the words of records are read, now or in the past, the circles are read in the name of whoever asks: for the index by the owner,
-- by others those that they may know. A text that somebody reads is in their circle, whatever it is for others.
create or replace function perenne.words_as_known(tbl text, ids uuid[])
  returns table (id uuid, language text, at_most smallint, title text, body text)
  language sql stable as $$
    with one as materialized (
      select distinct u.id from unnest(ids) as u (id)
    ), own as (
      select i.id, i.language, 2::smallint as at_most, 0 as rank, i.title as words
        from one join interaction i on i.id = one.id where tbl = 'interaction'
      union all select i.id, i.language, 2, 1, concat_ws(E'\n', i.place, i.body)
        from one join interaction i on i.id = one.id where tbl = 'interaction'
      union all select c.id, c.language, 2, 0, c.what from one join commitment c on c.id = one.id where tbl = 'commitment'
      union all select n.id, n.language, 2, 0, left(n.body, 100)
        from one join note n on n.id = one.id where tbl = 'note' and not n.confidential
      union all select n.id, n.language, 2, 1, n.body
        from one join note n on n.id = one.id where tbl = 'note' and not n.confidential
      union all select t.record_id, t.language, coalesce(c.at_most, 2::smallint),
          case when t.field in ('name', 'title', 'object', 'body') then 0 else 1 end, t.body
        from one join translation t on t.record_id = one.id
        left join perenne.field_circle c on c.record_id = t.record_id and c.record_table = t.record_table and c.field = t.field
        where t.record_table = tbl
          and tbl in ('relationship', 'agreement', 'organisation', 'post', 'term', 'activity', 'decision', 'memory_document', 'network_seat')
          and (tbl <> 'organisation' or exists (select from organisation o where o.id = t.record_id and o.remembered))
      union all select o.id, s.language, 2, 2, o.short_name
        from one join organisation o on o.id = one.id
        join translation s on s.record_id = o.id and s.record_table = 'organisation' and s.field = 'name' and s.state = 'source'
        where tbl = 'organisation' and o.remembered and o.short_name is not null
      union all select d.id, s.language, 2, 2, d.number
        from one join decision d on d.id = one.id
        join translation s on s.record_id = d.id and s.record_table = 'decision' and s.field = 'object' and s.state = 'source'
        where tbl = 'decision'
      union all select a.id, s.language, 2, 2, a.identifier
        from one join activity a on a.id = one.id
        join translation s on s.record_id = a.id and s.record_table = 'activity' and s.field = 'title' and s.state = 'source'
        where tbl = 'activity' and a.identifier is not null
      union all select d.id, coalesce(case when d.language in ('fr', 'es', 'pt', 'en') then d.language end, s.language), 2, 3, x.body
        from one join memory_document d on d.id = one.id
        join translation s on s.record_id = d.id and s.record_table = 'memory_document' and s.field = 'title' and s.state = 'source'
        join (select distinct on (w.document_id) w.document_id, w.id from one join document_version w on w.document_id = one.id
          order by w.document_id, w.number desc) v on v.document_id = d.id
        join document_text x on x.id = v.id
        where tbl = 'memory_document'
    ), named as (
      -- As it was first written, where several languages have it.
      select distinct on (o.id) o.id, o.words as title, o.at_most from own o
      left join (select t.record_id, t.body from one join translation t on t.record_id = one.id where t.state = 'source') s
        on s.record_id = o.id and s.body = o.words
      where o.rank = 0 order by o.id, s.record_id is null
    )
    select o.id, o.language, o.at_most,
      left(coalesce(min(o.words) filter (where o.rank = 0),
        (select min(w.words) from own w where w.id = o.id and w.language = o.language and w.rank = 0 and w.at_most >= o.at_most),
        (select n.title from named n where n.id = o.id and n.at_most >= o.at_most), left(min(o.words), 100)), 300),
      coalesce(string_agg(o.words, E'\n' order by o.rank, length(o.words) desc, o.words) filter (where o.rank > 0), '')
    from own o where o.language in ('fr', 'es', 'pt', 'en') and btrim(coalesce(o.words, '')) <> ''
    group by o.id, o.language, o.at_most
$$;
-- It is asked there; no policy lets it read a row.
grant select on perenne.field_circle to perenne_public;
revoke execute on function perenne.field_at_most from perenne_app, perenne_public;
call perenne.search_the_past();

-- As in migration 0014, for records of a memory alone, and for triggers and the program alone: it would forget the entries of any
-- record for whoever asks.
create or replace function perenne.index_memory(tbl text, ids uuid[]) returns void
  language plpgsql security definer set search_path = perenne, public, pg_temp set enable_seqscan = off as $$
  begin
    if not perenne.is_job() and pg_trigger_depth() = 0 and session_user <> current_user then
      raise exception 'not yours to index' using errcode = '42501';
    end if;
    if tbl not in ('relationship', 'agreement', 'organisation', 'post', 'term', 'activity', 'decision', 'memory_document',
        'interaction', 'commitment', 'note') then
      raise exception 'no table of a memory: %', tbl using errcode = '22023';
    end if;
    delete from perenne.search_entry e where e.record_table = tbl and e.record_id = any (ids);
    execute format($sql$
      insert into perenne.search_entry
        (record_id, language, record_table, at_most, space_id, visibility, title, title_folded, body, path, words, reach)
      select w.id, w.language, %1$L, w.at_most, r.space_id, least(r.visibility, w.at_most), w.title,
             lower(public.unaccent(w.title)), left(w.body, 100000), perenne.memory_path(%1$L, s.slug, w.id), w.words, w.reach
      from perenne.entries_as_known(%1$L, $1) w
      join perenne.%1$I r on r.id = w.id
      join perenne.space s on s.id = r.space_id and s.kind in ('territory', 'network')
    $sql$, tbl) using ids;
  end
$$;

-- ─── Notes that nobody else knows of ───────────────────────────────────────────────────────────────
-- Whether a version of a note, or of what hangs on one, is told to whoever asks: as the policies of history say (migration 0026).
create function perenne.told_of_a_note(v perenne.record_version) returns boolean
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select perenne.is_job()
      or exists (
        select from perenne.note n
        where n.id = case v.record_table when 'note' then v.record_id else (v.doc ->> 'record_id')::uuid end
          and ((n.written_by = perenne.actor_uuid('person') and n.space_id = any (perenne.spaces('read')))
            or ((not n.confidential or n.id = any (perenne.shared_ids()))
              and case v.record_table
                when 'note' then upper_inf(v.known) or v.doc ->> 'confidential' = 'false'
                when 'about' then upper_inf(v.known) or perenne.note_was_open(n.id, v.known)
                else perenne.note_was_open(n.id,
                  tstzrange((v.doc ->> 'shared_at')::timestamptz, (v.doc ->> 'shared_at')::timestamptz, '[]')) end)))
      or (v.record_table = 'note' and v.doc ->> 'confidential' = 'false' and perenne.was_open_note(v.record_id))
$$;
revoke execute on function perenne.told_of_a_note from public;
-- As in migration 0016.
create or replace function perenne.changed_keys(space uuid, earlier timestamptz, later timestamptz, most integer)
  returns table (record_id uuid, record_table text, version integer, was boolean)
  language plpgsql stable security definer rows 500 set search_path = perenne, pg_temp set enable_seqscan = off as $$
  declare
    least_circle smallint := case
      when perenne.is_job() or space = any (perenne.spaces('read')) then 0
      when space = any (perenne.spaces('network')) then 1
      else 2 end;
    shared uuid[] := perenne.shared_ids();
  begin
    if not perenne.is_somebody() then
      return;
    end if;
    return query select v.record_id, v.record_table, v.version, true from perenne.record_version v
      where v.space_id = space and v.known @> earlier and v.known << tstzrange(later, null)
        and (v.visibility >= least_circle or v.record_id = any (shared))
        and case when v.record_table = 'note' or (v.record_table in ('about', 'share') and v.doc ->> 'record_table' = 'note')
          then perenne.told_of_a_note(v) else true end limit most + 1;
    return query select v.record_id, v.record_table, v.version, false from perenne.record_version v
      where v.space_id = space and v.known @> later and v.known >> tstzrange(null, earlier, '(]')
        and (v.visibility >= least_circle or v.record_id = any (shared))
        and case when v.record_table = 'note' or (v.record_table in ('about', 'share') and v.doc ->> 'record_table' = 'note')
          then perenne.told_of_a_note(v) else true end limit most + 1;
  end
$$;
-- As in migration 0015, answered to those who edit where the note stands, of one that they read or that was open when it was
-- removed: that a colleague wrote a confidential one is not told.
create or replace function perenne.had_written(note uuid, person uuid) returns boolean
  language sql stable security definer set search_path = perenne, pg_temp as $$
  select exists (select from perenne.record_version v
      where v.record_id = note and v.record_table = 'note' and v.doc ->> 'written_by' = person::text
        and (perenne.is_job() or v.space_id = any (perenne.spaces('edit'))))
    and (perenne.is_job() or person = perenne.actor_uuid('person') or perenne.was_open_note(note)
      or exists (select from perenne.note n where n.id = note and (not n.confidential or n.id = any (perenne.shared_ids()))))
$$;

-- ─── Who and why ───────────────────────────────────────────────────────────────────────────────────
-- What was known is public where its record is; who wrote it, and why, is for those inside.
revoke select on perenne.record_version from perenne_public;
grant select (record_id, record_table, version, space_id, visibility, known, shape, doc) on perenne.record_version to perenne_public;
