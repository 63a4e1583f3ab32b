-- Many rows at once. An import writes thousands of rows in a few statements: what the database writes down about each row is
-- written for all rows of a statement together, and what each row is asked is asked by plans that are kept.

-- ─── History ───────────────────────────────────────────────────────────────────────────────────────
-- New rows get their versions when their statement ends, all in one. Rows that change or go are few: they stay one by one, and
-- keep_history() is as it was. A row that a trigger of the same statement has changed meanwhile has its version from that
-- change; one that a trigger removed has none to get. What is written is the row as it stands, whatever was sent.
-- The newest version of a record is found by its number: an index of those that are open was one more to write.
drop index perenne.record_version_current;
-- Each table has a function of its own: a statement whose table is named at run time would be planned anew for every insert.
create procedure perenne.keeps_history(tbl text, ignored text[] default '{}') language plpgsql as $$
  begin
    execute format('create trigger keep_history after update or delete on perenne.%I
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
  end
$$;
do $$
declare
  kept record;
begin
  for kept in
    select c.relname as tbl, convert_from(substring(t.tgargs for length(t.tgargs) - 1), 'UTF8')::text[] as ignored
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'perenne.keep_history'::regproc
  loop
    execute format('drop trigger keep_history on perenne.%I', kept.tbl);
    call perenne.keeps_history(kept.tbl, kept.ignored);
  end loop;
end
$$;
-- As in migration 0001, with the history of this one.
create or replace procedure perenne.guard(
  tbl text,
  versioned boolean default true,
  public boolean default true,
  reads text default null,
  writes text default null,
  ignored text[] default '{}'
) language plpgsql as $$
  declare
    t text := format('perenne.%I', tbl);
    r text := coalesce(reads, perenne.reads_predicate());
    w text := coalesce(writes, perenne.holds_predicate('edit'));
  begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner_all on %s to perenne_owner using (true) with check (true)', t);
    execute format('create policy app_reads on %s for select to perenne_app using (%s)', t, r);
    execute format('create policy app_adds on %s for insert to perenne_app with check (%s)', t, w);
    execute format('create policy app_changes on %s for update to perenne_app using (%s) with check (%s)', t, w, w);
    execute format('create policy app_removes on %s for delete to perenne_app using (%s)', t, w);
    execute format('grant select, insert, update, delete on %s to perenne_app', t);
    if public then
      execute format('create policy public_reads on %s for select to perenne_public using (visibility = 2 and (select perenne.is_somebody()))', t);
      execute format('grant select on %s to perenne_public', t);
    end if;
    if versioned then
      call perenne.keeps_history(tbl, ignored);
    end if;
  end
$$;

-- ─── Search ────────────────────────────────────────────────────────────────────────────────────────
-- As search_is_due() of migration 0010, for all rows that one statement adds.
create function perenne.search_is_due_for_new() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  begin
    if tg_table_name in ('translation', 'field_circle') then
      insert into perenne.search_due (record_table, record_id)
        select distinct a.record_table, a.record_id from added a
        where a.record_table in ('relationship', 'agreement', 'post', 'term', 'activity', 'decision', 'memory_document',
            'interaction', 'commitment', 'note')
          or (a.record_table = 'organisation'
            and exists (select from perenne.organisation o where o.id = a.record_id and o.remembered))
        on conflict do nothing;
    elsif tg_table_name = 'document_text' then
      insert into perenne.search_due (record_table, record_id)
        select distinct 'memory_document', v.document_id from added a join perenne.document_version v on v.id = a.id
        on conflict do nothing;
    elsif tg_table_name = 'organisation' then
      insert into perenne.search_due (record_table, record_id)
        select 'organisation', a.id from added a where a.remembered on conflict do nothing;
    else
      insert into perenne.search_due (record_table, record_id)
        select tg_table_name, a.id from added a on conflict do nothing;
    end if;
    return null;
  end
$$;
-- What joins an id to words was never immutable: as it is, it is worked out within the statement that asks, for thousands.
alter function perenne.memory_path(text, text, uuid) stable;
do $$
declare
  t text;
begin
  foreach t in array '{relationship,agreement,organisation,post,term,activity,decision,memory_document,interaction,commitment,note,
    translation,field_circle,document_text}'::text[] loop
    execute format('drop trigger search_is_due on perenne.%I', t);
    execute format('create trigger search_is_due after update or delete on perenne.%I
      for each row execute function perenne.search_is_due()', t);
    execute format('create trigger search_is_due_for_new after insert on perenne.%I referencing new table as added
      for each statement execute function perenne.search_is_due_for_new()', t);
  end loop;
end
$$;

-- ─── Whose they are ────────────────────────────────────────────────────────────────────────────────
-- A statement whose table is named at run time is planned anew for each row. The tables whose rows come by the thousand are
-- named here, in plans that are kept; all others are found as before.
create or replace function perenne.take_after_parent() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if tg_argv[0] = 'agreement' and tg_argv[1] = 'agreement_id' then
      select p.space_id, p.visibility into new.space_id, new.visibility from perenne.agreement p where p.id = new.agreement_id;
    elsif tg_argv[0] = 'interaction' and tg_argv[1] = 'interaction_id' then
      select p.space_id, p.visibility into new.space_id, new.visibility from perenne.interaction p where p.id = new.interaction_id;
    elsif tg_argv[0] = 'activity' and tg_argv[1] = 'activity_id' then
      select p.space_id, p.visibility into new.space_id, new.visibility from perenne.activity p where p.id = new.activity_id;
    else
      execute format('select space_id, visibility from perenne.%I where id = ($1).%I', tg_argv[0], tg_argv[1])
        using new into new.space_id, new.visibility;
    end if;
    if new.space_id is null then
      raise exception 'no % for this %', tg_argv[0], tg_table_name using errcode = '23503';
    end if;
    return new;
  end
$$;
create or replace function perenne.take_after_parent_at_most() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if tg_argv[0] = 'relationship' and tg_argv[1] = 'relationship_id' then
      select p.space_id, least(p.visibility, new.at_most) into new.space_id, new.visibility
        from perenne.relationship p where p.id = new.relationship_id;
    elsif tg_argv[0] = 'activity' and tg_argv[1] = 'activity_id' then
      select p.space_id, least(p.visibility, new.at_most) into new.space_id, new.visibility
        from perenne.activity p where p.id = new.activity_id;
    else
      execute format('select space_id, least(visibility, $2) from perenne.%I where id = ($1).%I', tg_argv[0], tg_argv[1])
        using new, new.at_most into new.space_id, new.visibility;
    end if;
    if new.space_id is null then
      raise exception 'no % for this %', tg_argv[0], tg_table_name using errcode = '23503';
    end if;
    return new;
  end
$$;
create or replace function perenne.translation_takes_after_record() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    case new.record_table
      when 'relationship' then
        select r.space_id, r.visibility into new.space_id, new.visibility from perenne.relationship r where r.id = new.record_id;
      when 'agreement' then
        select r.space_id, r.visibility into new.space_id, new.visibility from perenne.agreement r where r.id = new.record_id;
      when 'organisation' then
        select r.space_id, r.visibility into new.space_id, new.visibility from perenne.organisation r where r.id = new.record_id;
      when 'activity' then
        select r.space_id, r.visibility into new.space_id, new.visibility from perenne.activity r where r.id = new.record_id;
      when 'contact' then
        select r.space_id, r.visibility into new.space_id, new.visibility from perenne.contact r where r.id = new.record_id;
      else
        execute format('select space_id, visibility from perenne.%I where id = $1', new.record_table)
          using new.record_id into new.space_id, new.visibility;
    end case;
    if new.space_id is null then
      raise exception 'no % with this id for a text', new.record_table using errcode = '23503';
    end if;
    if tg_table_name = 'translation' then
      new.visibility := least(new.visibility, (select c.at_most from perenne.field_circle c
        where c.record_id = new.record_id and c.record_table = new.record_table and c.field = new.field));
    end if;
    return new;
  end
$$;

-- Texts follow the circle that they are given, all of a statement together; those of new records are not there yet.
create function perenne.texts_follow_new_circle() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp set enable_seqscan = off as $$
  begin
    -- A new circle has just taken after its record: it knows the visibility of the whole.
    update perenne.translation t set visibility = least(a.visibility, a.at_most)
      from added a
      where t.record_id = a.record_id and t.record_table = a.record_table and t.field = a.field
        and t.visibility is distinct from least(a.visibility, a.at_most);
    return null;
  end
$$;
drop trigger texts_follow_circle on perenne.field_circle;
create trigger texts_follow_circle after update or delete on perenne.field_circle
  for each row execute function perenne.texts_follow_circle();
create trigger texts_follow_new_circle after insert on perenne.field_circle referencing new table as added
  for each statement execute function perenne.texts_follow_new_circle();
create or replace function perenne.sensitivity_stays_inside() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    insert into perenne.field_circle (record_table, record_id, field, at_most)
      select 'relationship', a.id, 'sensitivity', 0 from added a on conflict do nothing;
    return null;
  end
$$;
drop trigger sensitivity_stays_inside on perenne.relationship;
create trigger sensitivity_stays_inside after insert on perenne.relationship referencing new table as added
  for each statement execute function perenne.sensitivity_stays_inside();

-- Whoever removes agreements asks for each what amends it.
create index on perenne.agreement (amends_id) where amends_id is not null;

-- The lines of an import lie in its space by their key: nothing is asked for each of tens of thousands.
drop trigger take_after_parent on perenne.import_row;
drop trigger take_after_new_parent on perenne.import_row;
drop trigger hand_down_to_import_row on perenne.import_batch;
alter table perenne.import_batch add unique (id, space_id);
alter table perenne.import_row
  drop constraint import_row_batch_id_fkey,
  add foreign key (batch_id, space_id) references perenne.import_batch (id, space_id) on delete cascade,
  add check (visibility = 0);

-- ─── Names and addresses as they were before an import ─────────────────────────────────────────────
-- Sealed for each person by itself, where it was once one sealed whole: whoever is erased is taken out of it in the same moment,
-- whatever erases them. What was sealed before this migration cannot be taken apart: those imports are undone without it.
create table perenne.import_person (
  id uuid primary key default gen_random_uuid(),
  batch_id uuid not null,
  contact_id uuid not null,
  person_id uuid not null references perenne.person on delete cascade,
  sealed bytea not null,
  space_id uuid not null,
  visibility smallint not null default 0 check (visibility = 0),
  foreign key (batch_id, space_id) references perenne.import_batch (id, space_id) on delete cascade,
  unique (batch_id, person_id)
);
create index on perenne.import_person (person_id);
comment on column perenne.import_person.sealed is
  'name, address and telephone before and after the import, encrypted, so that it can be undone: for a week';
call perenne.guard('import_person', versioned => false, public => false, reads => perenne.holds_predicate('edit'));
alter table perenne.import_batch drop column persons_before;

create function perenne.forget_before_import() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.import_person where person_id = new.id;
    return null;
  end
$$;
create trigger forget_before_import after update of erased_at on perenne.person
  for each row when (new.erased_at is not null) execute function perenne.forget_before_import();
