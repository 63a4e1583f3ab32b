-- Found by what the fields of a record say, in whatever language; within one memory, by time, and as of a past day.

-- ─── What an entry says besides its words ──────────────────────────────────────────────────────────
-- What a record carries in its fields is written among its words as a code, `#relationship:twinning`, `#country:CL`; whoever
-- asks with a word of any language asks for the codes too (ground/search/rules/widen.ts). Whose it is and who may see it is
-- written there as well, `@…`, with its language, so that one index answers for one space without reading those of the others.
-- No word of a text or of a question begins so: the parser leaves both signs out.
alter table perenne.search_entry add column reach daterange;
comment on column perenne.search_entry.reach is 'the days that the record tells of; null when it says none';

create function perenne.stamp_entry() returns trigger language plpgsql set search_path = perenne, pg_temp as $$
  begin
    -- What is not whole is refused by the table, in its own words.
    if new.space_id is null or new.language is null then
      return new;
    end if;
    if tg_op = 'UPDATE' then
      new.words := ts_delete(new.words, array['@' || old.space_id || old.language, '@2' || old.language]);
    end if;
    new.words := new.words || array_to_tsvector(
      array['@' || new.space_id || new.language] || case when new.visibility = 2 then array['@2' || new.language] else '{}' end);
    return new;
  end
$$;
create trigger stamp_entry before insert or update of words, space_id, visibility, language on perenne.search_entry
  for each row execute function perenne.stamp_entry();

-- ─── Of a record, now or as it was known ───────────────────────────────────────────────────────────
-- These name tables plainly and have no search path of their own: with `past` before `perenne` they tell what was known then,
-- under the rights of whoever asks (decision 0018). For the index of today they are asked by the two functions below.

-- As in migration 0010.
create function perenne.words_as_known(tbl text, ids uuid[])
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
      union all select t.record_id, t.language, perenne.field_at_most(tbl, t.record_id, t.field),
          case when t.field in ('name', 'title', 'object', 'body') then 0 else 1 end, t.body
        from one join translation t on t.record_id = one.id
        where t.record_table = tbl
          and tbl in ('relationship', 'agreement', 'organisation', 'post', 'term', 'activity', 'decision', 'memory_document', 'network_seat')
          and (tbl <> 'organisation' or exists (select from organisation o where o.id = t.record_id and o.remembered))
      union all select o.id, s.language, 2, 1, o.short_name
        from one join organisation o on o.id = one.id
        join translation s on s.record_id = o.id and s.record_table = 'organisation' and s.field = 'name' and s.state = 'source'
        where tbl = 'organisation' and o.remembered and o.short_name is not null
      union all select d.id, s.language, 2, 1, d.number
        from one join decision d on d.id = one.id
        join translation s on s.record_id = d.id and s.record_table = 'decision' and s.field = 'object' and s.state = 'source'
        where tbl = 'decision'
      union all select a.id, s.language, 2, 1, a.identifier
        from one join activity a on a.id = one.id
        join translation s on s.record_id = a.id and s.record_table = 'activity' and s.field = 'title' and s.state = 'source'
        where tbl = 'activity' and a.identifier is not null
      union all select d.id, coalesce(case when d.language in ('fr', 'es', 'pt', 'en') then d.language end, s.language), 2, 1, x.body
        from one join memory_document d on d.id = one.id
        join translation s on s.record_id = d.id and s.record_table = 'memory_document' and s.field = 'title' and s.state = 'source'
        join document_version v on v.document_id = d.id
        join document_text x on x.id = v.id
        where tbl = 'memory_document'
          and v.number = (select max(w.number) from document_version w where w.document_id = d.id)
    ), named as (
      select distinct on (o.id) o.id, o.words as title, o.at_most from own o where o.rank = 0
      order by o.id, (select count(*) from translation t where t.record_id = o.id and t.body = o.words and t.state = 'source') desc
    )
    select o.id, o.language, o.at_most,
      left(coalesce(min(o.words) filter (where o.rank = 0),
        (select min(w.words) from own w where w.id = o.id and w.language = o.language and w.rank = 0 and w.at_most >= o.at_most),
        (select n.title from named n where n.id = o.id and n.at_most >= o.at_most), left(min(o.words), 100)), 300),
      coalesce(string_agg(o.words, E'\n') filter (where o.rank = 1), '')
    from own o where o.language in ('fr', 'es', 'pt', 'en') and btrim(coalesce(o.words, '')) <> ''
    group by o.id, o.language, o.at_most
$$;

-- What the fields of records say, as codes whose words stand in messages. A partner's country is known as far as the partner
-- is and its part in the relationship, so that nobody finds by it what they may not read.
create function perenne.carried_as_known(tbl text, ids uuid[])
  returns table (id uuid, at_most smallint, code text)
  language sql stable as $$
    with one as materialized (
      select distinct u.id from unnest(ids) as u (id)
    )
    select one.id, 2::smallint, '#record:' || tbl from one
    union all select r.id, 2, '#relationship:' || r.kind from one join relationship r on r.id = one.id where tbl = 'relationship'
    union all select p.relationship_id, least(p.at_most, o.visibility), '#country:' || o.country
      from one join relationship_party p on p.relationship_id = one.id join organisation o on o.id = p.organisation_id
      where tbl = 'relationship' and o.country is not null
    union all select a.id, 2, '#agreement:' || a.kind from one join agreement a on a.id = one.id where tbl = 'agreement'
    union all select o.id, 2, '#organisation:' || o.kind
      from one join organisation o on o.id = one.id where tbl = 'organisation' and o.remembered
    union all select o.id, 2, '#country:' || o.country
      from one join organisation o on o.id = one.id where tbl = 'organisation' and o.remembered and o.country is not null
    union all select c.activity_id, 2, '#' || c.vocabulary || ':' || c.code
      from one join activity_class c on c.activity_id = one.id where tbl = 'activity' and c.vocabulary in ('sector', 'goal', 'marker')
    union all select p.activity_id, 2, '#country:' || p.country
      from one join activity_place p on p.activity_id = one.id where tbl = 'activity' and p.country is not null
    union all select i.id, 2, '#interaction:' || i.kind from one join interaction i on i.id = one.id where tbl = 'interaction'
    union all select d.id, 2, '#document:' || d.category
      from one join memory_document d on d.id = one.id where tbl = 'memory_document'
    union all select n.id, 2, '#note:' || n.kind from one join note n on n.id = one.id where tbl = 'note' and not n.confidential
$$;

-- The days that records tell of.
create function perenne.reach_as_known(tbl text, ids uuid[]) returns table (id uuid, reach daterange)
  language sql stable as $$
    with one as materialized (
      select distinct u.id from unnest(ids) as u (id)
    ), known as (
      select r.id, r.reach from one join relationship r on r.id = one.id where tbl = 'relationship'
      union all select t.id, t.reach from one join term t on t.id = one.id where tbl = 'term'
      union all select i.id, i.reach from one join interaction i on i.id = one.id where tbl = 'interaction'
      union all select e.agreement_id, daterange(min(e.on_day),
          greatest(max(e.on_day), max(e.ends_on), (select a.first_end from agreement a where a.id = e.agreement_id)), '[]')
        from one join agreement_event e on e.agreement_id = one.id where tbl = 'agreement' group by e.agreement_id
      union all select a.id, case when d.first is null and d.last is null then null when d.first > d.last then daterange(d.last, d.first, '[]')
          else daterange(d.first, d.last, '[]') end
        from one join activity a on a.id = one.id
        cross join lateral (select coalesce(a.actual_start, a.planned_start) as first, coalesce(a.actual_end, a.planned_end) as last) d
        where tbl = 'activity'
      union all select d.id, daterange(d.decided_on, d.decided_on, '[]') from one join decision d on d.id = one.id where tbl = 'decision'
      union all select c.id, daterange(least(c.due, c.settled_on), greatest(c.due, c.settled_on), '[]')
        from one join commitment c on c.id = one.id where tbl = 'commitment' and coalesce(c.due, c.settled_on) is not null
      union all select p.id, perenne.edtf_reach(p.during) from one join post p on p.id = one.id where tbl = 'post' and p.during is not null
      union all select d.id, perenne.edtf_reach(d.during)
        from one join memory_document d on d.id = one.id where tbl = 'memory_document' and d.during is not null
      union all select n.id, perenne.edtf_reach(n.during) from one join note n on n.id = one.id where tbl = 'note' and n.during is not null
      union all select o.id, perenne.edtf_reach(o.during)
        from one join organisation o on o.id = one.id where tbl = 'organisation' and o.during is not null
    )
    select k.id, k.reach from known k
$$;

-- The entries that records have, one for each language and circle: for the index of today, and for a search in the past.
create function perenne.entries_as_known(tbl text, ids uuid[])
  returns table (id uuid, language text, at_most smallint, title text, body text, words tsvector, reach daterange)
  language sql stable as $$
    with said as materialized (
      select w.* from perenne.words_as_known(tbl, ids) w
    ), carried as materialized (
      select c.* from perenne.carried_as_known(tbl, ids) c
    ), reached as materialized (
      select r.* from perenne.reach_as_known(tbl, ids) r
    ), entry as (
      select s.* from said s
      -- A circle that knows more of the fields than the others has an entry of its own, with what all may read of the words.
      union all (
        select distinct on (s.id, s.language, n.at_most) s.id, s.language, n.at_most, s.title, s.body
        from said s join (select distinct c.id, c.at_most from carried c where c.at_most < 2) n
          on n.id = s.id and n.at_most < s.at_most
        where not exists (select from said o where o.id = s.id and o.language = s.language and o.at_most = n.at_most)
        order by s.id, s.language, n.at_most, s.at_most desc)
    ), fields as materialized (
      -- Joined once, not looked up for each entry: an import brings thousands.
      select c.id, o.at_most, array_to_tsvector(array_agg(distinct c.code)) as codes
      from (select distinct e.id, e.at_most from entry e) o join carried c on c.id = o.id and c.at_most >= o.at_most
      group by c.id, o.at_most
    )
    select e.id, e.language, e.at_most, e.title, e.body,
      setweight(to_tsvector(l.name::regconfig, public.unaccent(e.title)), 'A')
        || setweight(to_tsvector(l.name::regconfig, public.unaccent(left(e.body, 100000))), 'C')
        || coalesce(f.codes, ''),
      r.reach
    from entry e
    join (values ('fr', 'french'), ('es', 'spanish'), ('pt', 'portuguese'), ('en', 'english')) as l (language, name)
      on l.language = e.language
    left join fields f on f.id = e.id and f.at_most = e.at_most
    left join reached r on r.id = e.id
$$;

-- Makes the entries of some records anew; as the owner, since an index holds what nobody may see of all of them.
create or replace function perenne.index_memory(tbl text, ids uuid[]) returns void
  language plpgsql security definer set search_path = perenne, public, pg_temp set enable_seqscan = off as $$
  begin
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
drop function perenne.memory_words(text, uuid[]);
revoke execute on function perenne.words_as_known, perenne.carried_as_known, perenne.reach_as_known, perenne.entries_as_known from public;
grant execute on function perenne.words_as_known, perenne.carried_as_known, perenne.reach_as_known, perenne.entries_as_known
  to perenne_app, perenne_public;
grant execute on function perenne.memory_path, perenne.field_at_most to perenne_app, perenne_public;

-- ─── What changes it ───────────────────────────────────────────────────────────────────────────────
-- As in migration 0010, and what the fields say: themes and places of a project, partners of a relationship, events of an agreement.
create or replace function perenne.search_is_due() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    doc jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    before jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end;
    tbl text;
    record uuid;
  begin
    case tg_table_name
      when 'translation', 'field_circle' then tbl := doc ->> 'record_table'; record := (doc ->> 'record_id')::uuid;
      when 'document_text' then
        tbl := 'memory_document';
        select v.document_id into record from perenne.document_version v where v.id = (doc ->> 'id')::uuid;
      when 'activity_class', 'activity_place' then tbl := 'activity'; record := (doc ->> 'activity_id')::uuid;
      when 'relationship_party' then tbl := 'relationship'; record := (doc ->> 'relationship_id')::uuid;
      when 'agreement_event' then tbl := 'agreement'; record := (doc ->> 'agreement_id')::uuid;
      else tbl := tg_table_name; record := (doc ->> 'id')::uuid;
    end case;
    if tg_table_name = 'organisation' and before is not null
        and (before -> 'country', before -> 'visibility') is distinct from (doc -> 'country', doc -> 'visibility') then
      insert into perenne.search_due (record_table, record_id)
        select distinct 'relationship', p.relationship_id from perenne.relationship_party p where p.organisation_id = record
        on conflict do nothing;
    end if;
    -- An organisation that only a seminar names is no record of a memory.
    if tbl = 'organisation' and not exists (select from perenne.organisation o where o.id = record and o.remembered)
        and not (tg_table_name = 'organisation' and coalesce((before ->> 'remembered')::boolean, false)) then
      return null;
    end if;
    if record is not null and tbl in ('relationship', 'agreement', 'organisation', 'post', 'term', 'activity', 'decision',
        'memory_document', 'interaction', 'commitment', 'note') then
      insert into perenne.search_due (record_table, record_id) values (tbl, record) on conflict do nothing;
    end if;
    return null;
  end
$$;
do $$
declare t text;
begin
  foreach t in array '{activity_class,activity_place,relationship_party,agreement_event}'::text[] loop
    execute format('create trigger search_is_due after insert or update or delete on perenne.%I
      for each row execute function perenne.search_is_due()', t);
  end loop;
end
$$;

-- ─── Looked up ─────────────────────────────────────────────────────────────────────────────────────
-- The keys of entries that may answer. It runs as the owner because the policies may not be asked after an index of words or of
-- likeness: PostgreSQL would have to trust those operators with rows that nobody may see, and reads every row instead. What it
-- tells is a list of keys that is too long rather than too short: whoever asks reads the entries in their own name, under the
-- policies, which alone say what is shown, counted and suggested.
create function perenne.entry_stamps(lang text, space uuid) returns tsquery
  language plpgsql stable security definer set search_path = perenne, pg_temp as $$
  declare
    own uuid[] := perenne.spaces('read') || perenne.spaces('network');
  begin
    if space is not null then
      return quote_literal('@' || space || lang)::tsquery;
    end if;
    -- Whoever reads most of it: each stamp would be looked up for nothing.
    if perenne.is_job() or cardinality(own) > 50 then
      return ''::tsquery;
    end if;
    return (select string_agg(quote_literal('@' || s.stamp || lang), ' | ')
      from (select '2' as stamp union select u.id::text from unnest(own) as u (id)) s)::tsquery;
  end
$$;
create function perenne.entries_with(fr tsquery, es tsquery, pt tsquery, en tsquery, space uuid)
  returns table (record_id uuid, record_table text, language text, at_most smallint)
  language plpgsql stable security definer rows 500 set search_path = perenne, pg_temp as $$
  declare
    asked record;
    q tsquery;
  begin
    if not perenne.is_somebody() then
      return;
    end if;
    for asked in select * from (values ('fr', fr), ('es', es), ('pt', pt), ('en', en)) as a (lang, query) where numnode(a.query) > 0 loop
      q := asked.query && perenne.entry_stamps(asked.lang, entries_with.space);
      return query select e.record_id, e.record_table, e.language, e.at_most from perenne.search_entry e
        where e.words @@ q and e.language = asked.lang;
    end loop;
    -- What is shown to this person stands in spaces that are not theirs.
    return query select e.record_id, e.record_table, e.language, e.at_most from perenne.search_entry e
      where e.record_id = any (perenne.shared_ids()) and (entries_with.space is null or e.space_id = entries_with.space);
  end
$$;
-- Titles that look like some words, folded as they are.
create function perenne.entries_resembling(asked text[], space uuid)
  returns table (record_id uuid, record_table text, language text, at_most smallint)
  language plpgsql stable security definer rows 100 set search_path = perenne, public, pg_temp as $$
  declare
    own uuid[] := perenne.spaces('read') || perenne.spaces('network');
    shared uuid[] := perenne.shared_ids();
    everything boolean := perenne.is_job();
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
            from perenne.search_entry e where e.space_id = entries_resembling.space)
          select i.record_id, i.record_table, i.language, i.at_most from its i where one <% i.title_folded;
        continue;
      end if;
      return query select e.record_id, e.record_table, e.language, e.at_most from perenne.search_entry e
        where one <% e.title_folded
          and (everything or e.visibility = 2 or e.space_id = any (own) or e.record_id = any (shared));
    end loop;
  end
$$;
revoke execute on function perenne.entry_stamps, perenne.entries_with, perenne.entries_resembling from public;
grant execute on function perenne.entries_with, perenne.entries_resembling to perenne_app, perenne_public;

-- ─── What is there already ─────────────────────────────────────────────────────────────────────────
do $$
declare
  t text;
  ids uuid[];
begin
  foreach t in array '{relationship,agreement,organisation,post,term,activity,decision,memory_document,interaction,commitment,note}'::text[] loop
    execute format('select array_agg(id) from perenne.%I', t) into ids;
    if ids is not null then
      perform perenne.index_memory(t, ids);
    end if;
  end loop;
end
$$;
update perenne.search_entry set words = words where record_table not in
  ('relationship', 'agreement', 'organisation', 'post', 'term', 'activity', 'decision', 'memory_document', 'interaction', 'commitment', 'note');
