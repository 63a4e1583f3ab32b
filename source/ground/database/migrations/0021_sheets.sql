-- Many rows that go at once. An import that is undone takes thousands of rows back in a few statements: what the database writes
-- down about rows that go is written for all rows of a statement together, as it is for those that come since migration 0012.

-- ─── History ───────────────────────────────────────────────────────────────────────────────────────
-- As keep_history() of migration 0015 does for one row: the newest version ends, with who ended it; a part says of which record
-- it was one; and all versions are seen as that record says, or, of a record that is gone, by those inside alone. Rows that
-- change stay one by one. A function for each table, as in migration 0012: named at run time, each plan would be made anew.
create procedure perenne.keeps_history_of_gone(tbl text) language plpgsql as $$
  declare
    is_part boolean := (select p.parent is not null from perenne.part_of(tbl, '{"record_table": "x"}') p);
    -- Who sees a part is asked of the record that it is taken out of; where nobody else sees that one, of nothing more.
    circle text := case when is_part then format($c$
      case when whole.visibility > 0 then coalesce(least(whole.visibility, %s), 0) else 0 end$c$,
        case tbl when 'translation' then $c$perenne.field_at_most(p.parent, p.id, n.doc ->> 'field')$c$
          else $c$coalesce((n.doc ->> 'at_most')::smallint, 2::smallint)$c$ end) else '0' end;
    -- What was taken out of a record before is seen as the record is: by nobody outside, once it is gone.
    parts text := case when is_part then $p$
          perform perenne.gone_parts_follow(tg_table_name, g.id) from gone g
            where exists (select from perenne.record_version p where p.part_of = g.id);
    $p$ else format($p$
          update perenne.record_version v set visibility = 0, space_id = l.space_id
            from gone g
            -- By its index for each: what went a moment ago is in no statistics.
            cross join lateral (select o.* from perenne.record_version o where o.part_of = g.id offset 0) p
            cross join lateral (select o.space_id from perenne.record_version o
              where o.record_id = g.id and o.record_table = %1$L order by o.version desc limit 1) l
            where (perenne.part_of(p.record_table, p.doc)).parent = %1$L
              and not exists (select from perenne.record_version n
                where n.record_id = p.record_id and n.record_table = p.record_table and n.version > p.version)
              and v.record_id = p.record_id and v.record_table = p.record_table
              and (v.visibility, v.space_id) is distinct from (0::smallint, l.space_id);
    $p$, tbl) end;
  begin
    execute format($sql$
      create function perenne.%2$I() returns trigger
        language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $body$
        <<went>>
        declare
          moment timestamptz := perenne.now();
          kind text := perenne.actor_kind();
          who text := perenne.actor_id();
          why text := nullif(current_setting('perenne.reason', true), '');
        begin
          if not exists (select from gone) then
            return null;
          end if;
          with newest as materialized (
            select l.record_id, l.version, l.doc, upper_inf(l.known) as open
            from gone g
            cross join lateral (select v.* from perenne.record_version v
              where v.record_id = g.id and v.record_table = %1$L order by v.version desc limit 1) l
          ), ended as materialized (
            select n.record_id, n.version, n.open, p.id as whole, %3$s as circle
            from newest n
            left join lateral perenne.part_of(%1$L, n.doc) p on n.open
            left join lateral (select w.visibility from perenne.record_version w
              where w.record_id = p.id and w.record_table = p.parent order by w.version desc limit 1) whole on true
          )
          update perenne.record_version v set
            known = case when e.open and v.version = e.version
              then tstzrange(lower(v.known), greatest(went.moment, lower(v.known) + interval '1 microsecond')) else v.known end,
            ended_by_kind = case when e.open and v.version = e.version then went.kind else v.ended_by_kind end,
            ended_by_id = case when e.open and v.version = e.version then went.who else v.ended_by_id end,
            end_reason = case when e.open and v.version = e.version then went.why else v.end_reason end,
            part_of = case when e.open and v.version = e.version then e.whole else v.part_of end,
            visibility = e.circle
            from ended e
            where v.record_id = e.record_id and v.record_table = %1$L
              and (v.visibility <> e.circle or (e.open and v.version = e.version));
          %4$s
          return null;
        end
      $body$
    $sql$, tbl, 'keep_history_of_gone_' || tbl, circle, parts);
    execute format('create trigger keep_history_of_gone after delete on perenne.%I referencing old table as gone
      for each statement execute function perenne.%I()', tbl, 'keep_history_of_gone_' || tbl);
  end
$$;
do $$
declare
  kept record;
begin
  for kept in
    select c.relname as tbl, convert_from(substring(t.tgargs for length(t.tgargs) - 1), 'UTF8') as ignored
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'perenne.keep_history'::regproc
  loop
    execute format('drop trigger keep_history on perenne.%I', kept.tbl);
    execute format('create trigger keep_history after update on perenne.%I
      for each row execute function perenne.keep_history(%L)', kept.tbl, kept.ignored);
    call perenne.keeps_history_of_gone(kept.tbl);
  end loop;
end
$$;
-- Tables that are guarded from now on keep theirs in the same way; the rest as in migration 0012.
create or replace procedure perenne.keeps_history(tbl text, ignored text[] default '{}') language plpgsql as $$
  begin
    execute format('create trigger keep_history after update on perenne.%I
      for each row execute function perenne.keep_history(%L)', tbl, ignored);
    -- In the order of their ids: the indexes of thousands of versions are then written page after page.
    execute format($sql$
      create function perenne.%2$I() returns trigger
        language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $body$
        <<made>>
        declare
          moment timestamptz := perenne.now();
          kind text := perenne.actor_kind();
          who text := perenne.actor_id();
          why text := nullif(current_setting('perenne.reason', true), '');
          newest integer := (select max(number) from perenne.migration);
        begin
          insert into perenne.record_version
            (record_id, record_table, version, space_id, visibility, known, actor_kind, actor_id, reason, shape, doc)
          select r.id, %1$L, coalesce(l.version, 0) + 1, r.space_id, r.visibility,
                 tstzrange(greatest(made.moment, upper(l.known)), null), made.kind, made.who, made.why, made.newest, to_jsonb(r) - %3$L::text[]
          from added a
          cross join lateral (select t.* from perenne.%1$I t where t.id = a.id limit 1) r
          left join lateral (select v.version, v.known from perenne.record_version v
            where v.record_id = a.id and v.record_table = %1$L order by v.version desc limit 1) l on true
          where l.version is null or not upper_inf(l.known)
          order by r.id;
          return null;
        end
      $body$
    $sql$, tbl, 'keep_history_of_new_' || tbl, ignored);
    execute format('create trigger keep_history_of_new after insert on perenne.%I referencing new table as added
      for each statement execute function perenne.%I()', tbl, 'keep_history_of_new_' || tbl);
    call perenne.keeps_history_of_gone(tbl);
  end
$$;

-- ─── Texts, subjects, and what search knows ────────────────────────────────────────────────────────
-- As texts_follow_record() of migration 0010, for all rows that go together.
create function perenne.texts_follow_gone() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  begin
    if not exists (select from gone) then
      return null;
    end if;
    delete from perenne.translation t using gone g where t.record_id = g.id and t.record_table = tg_table_name;
    delete from perenne.search_entry e using gone g where e.record_id = g.id and e.record_table = tg_table_name;
    delete from perenne.field_circle c using gone g where c.record_id = g.id and c.record_table = tg_table_name;
    return null;
  end
$$;
-- As about_follows_record() of migration 0010.
create function perenne.about_follows_gone() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  begin
    if not exists (select from gone) then
      return null;
    end if;
    delete from perenne.about a using gone g where a.record_id = g.id and a.record_table = tg_table_name;
    delete from perenne.about a using gone g where a.about_id = g.id;
    delete from perenne.share s using gone g where s.record_id = g.id and s.record_table = tg_table_name;
    return null;
  end
$$;
-- As texts_follow_circle() of migration 0015. Of records that go with their circles there is nothing left to say.
create function perenne.texts_follow_gone_circle() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  declare
    tbl text;
  begin
    for tbl in select distinct g.record_table from gone g loop
      execute format($sql$
        update perenne.translation t
        set visibility = least(r.visibility, perenne.field_at_most(t.record_table, t.record_id, t.field))
        from gone g join perenne.%1$I r on r.id = g.record_id
        where g.record_table = %1$L and t.record_id = g.record_id and t.record_table = %1$L and t.field = g.field
          and t.visibility is distinct from least(r.visibility, perenne.field_at_most(t.record_table, t.record_id, t.field))
      $sql$, tbl);
      execute format($sql$
        select perenne.gone_parts_follow(%1$L, g.record_id)
        from (select distinct o.record_id from gone o where o.record_table = %1$L) g
        where exists (select from perenne.%1$I r where r.id = g.record_id)
          and exists (select from perenne.record_version v where v.part_of = g.record_id)
      $sql$, tbl);
    end loop;
    return null;
  end
$$;
-- As search_is_due() of migration 0014.
create function perenne.search_is_due_of_gone() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  begin
    insert into perenne.search_due (record_table, record_id)
      select distinct d.record_table, d.record_id
      from (select to_jsonb(g) as doc from gone g) o
      cross join lateral (select
        case when tg_table_name in ('translation', 'field_circle') then o.doc ->> 'record_table'
          when tg_table_name = 'document_text' then 'memory_document'
          when tg_table_name in ('activity_class', 'activity_place') then 'activity'
          when tg_table_name = 'relationship_party' then 'relationship'
          when tg_table_name = 'agreement_event' then 'agreement'
          else tg_table_name end as record_table,
        case when tg_table_name in ('translation', 'field_circle') then (o.doc ->> 'record_id')::uuid
          when tg_table_name = 'document_text' then (select v.document_id from perenne.document_version v where v.id = (o.doc ->> 'id')::uuid)
          when tg_table_name in ('activity_class', 'activity_place') then (o.doc ->> 'activity_id')::uuid
          when tg_table_name = 'relationship_party' then (o.doc ->> 'relationship_id')::uuid
          when tg_table_name = 'agreement_event' then (o.doc ->> 'agreement_id')::uuid
          else (o.doc ->> 'id')::uuid end as record_id) d
      where d.record_id is not null
        and (d.record_table in ('relationship', 'agreement', 'post', 'term', 'activity', 'decision', 'memory_document', 'interaction',
            'commitment', 'note')
          -- An organisation that only a seminar names is no record of a memory.
          or (d.record_table = 'organisation'
            and exists (select from perenne.organisation w where w.id = d.record_id and w.remembered)))
      on conflict do nothing;
    return null;
  end
$$;
do $$
declare
  each record;
  definition text;
begin
  for each in
    select t.oid, c.relname as tbl, t.tgname as name, p.proname as does
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    -- For each row, when one goes.
    where not t.tgisinternal and t.tgtype & 1 = 1 and t.tgtype & 8 = 8
      and t.tgfoid in ('perenne.texts_follow_record'::regproc, 'perenne.texts_follow_circle'::regproc,
        'perenne.about_follows_record'::regproc, 'perenne.search_is_due'::regproc)
  loop
    definition := pg_get_triggerdef(each.oid);
    if definition !~ '(AFTER|OR) DELETE ' then
      raise exception '% of % is not as it was', each.name, each.tbl;
    end if;
    execute format('drop trigger %I on perenne.%I', each.name, each.tbl);
    if definition like '%DELETE OR UPDATE%' then
      execute replace(definition, 'DELETE OR UPDATE', 'UPDATE');
    end if;
    execute format('create trigger %I after delete on perenne.%I referencing old table as gone
      for each statement execute function perenne.%I()', each.name || '_gone', each.tbl,
      case each.does when 'texts_follow_record' then 'texts_follow_gone' when 'texts_follow_circle' then 'texts_follow_gone_circle'
        when 'about_follows_record' then 'about_follows_gone' else 'search_is_due_of_gone' end);
  end loop;
end
$$;
revoke execute on procedure perenne.keeps_history_of_gone from public;

-- ─── What leads to what goes ───────────────────────────────────────────────────────────────────────
-- Of each row that goes PostgreSQL asks what leads to it. Without an index of that it read the whole table for each of thousands.
create index on perenne.organisation (parent_id) where parent_id is not null;
create index on perenne.organisation (successor_id) where successor_id is not null;
create index on perenne.organisation (merged_into_id) where merged_into_id is not null;
create index on perenne.activity (parent_id) where parent_id is not null;
create index on perenne.post (organisation_id) where organisation_id is not null;
create index on perenne.term (organisation_id) where organisation_id is not null;
create index on perenne.appointment (term_id) where term_id is not null;
create index on perenne.network_seat (contact_id) where contact_id is not null;
create index on perenne.responsibility (contact_id) where contact_id is not null;
create index on perenne.commitment (contact_id) where contact_id is not null;
create index on perenne.commitment (organisation_id) where organisation_id is not null;
create index on perenne.note (told_by) where told_by is not null;
create index on perenne.agreement_event (decision_id) where decision_id is not null;
