-- A search in the past asks once: for all tables together, of the versions of one space that are read once.

-- ─── What a record says ────────────────────────────────────────────────────────────────────────────
-- As in migration 0014, the longest first and always in the same order, and without looking a title or a document's newest version
-- up again for each of them: the past has no index.
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
      union all select t.record_id, t.language, perenne.field_at_most(tbl, t.record_id, t.field),
          case when t.field in ('name', 'title', 'object', 'body') then 0 else 1 end, t.body
        from one join translation t on t.record_id = one.id
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

-- ─── The past of all tables at once ────────────────────────────────────────────────────────────────
-- What a search in the past reads is what the index of today is made of (`words_as_known`, `carried_as_known`, `reach_as_known`),
-- asked of views, one table after the other: each view asks history again under its own policies, and planning all that took
-- longer than ten searches of today. Here the same three texts, word for word, are put behind tables of the same names that are
-- made from one reading of history, so that there is still one rule. Called again by a migration that changes one of the three, or
-- (through `seen_as_of`) a table that they read.
create procedure perenne.search_the_past() language plpgsql set search_path = perenne, public, pg_temp as $proc$
  declare
    found constant text[] := '{relationship,agreement,organisation,post,term,activity,decision,memory_document,interaction,commitment,note}';
    others constant text[] := '{translation,relationship_party,agreement_event,activity_class,activity_place,document_version}';
    tables text;
    parts text[] := '{}';
    part text;
    body text;
  begin
    select string_agg(format($cte$%1$I as (
      select %2$s from version_then v cross join lateral jsonb_populate_record(null::perenne.%1$I, v.doc) r
      where v.record_table = %1$L)$cte$, t.name, (
        select string_agg(case a.attname when 'id' then 'v.record_id as id' when 'space_id' then 'v.space_id'
            when 'visibility' then 'v.visibility' else format('r.%I', a.attname) end, ', ' order by a.attnum)
          from pg_attribute a where a.attrelid = format('perenne.%I', t.name)::regclass and a.attnum > 0 and not a.attisdropped)
      ), ', ' order by t.place) into tables
      from unnest(found || others) with ordinality as t (name, place);
    -- « one » is known to all three: the records, each with its table.
    foreach part in array '{words_as_known,carried_as_known,reach_as_known}'::text[] loop
      select p.prosrc into strict body from pg_proc p where p.oid = format('perenne.%I(text, uuid[])', part)::regprocedure;
      if body !~ '^\s*with one as materialized \(\s*select distinct u\.id from unnest\(ids\) as u \(id\)\s*\)' then
        raise exception 'perenne.% does not begin as perenne.search_the_past reads it', part;
      end if;
      body := regexp_replace(body, '^\s*with one as materialized \(\s*select distinct u\.id from unnest\(ids\) as u \(id\)\s*\)\s*', '');
      body := regexp_replace(body, '^,', 'with');
      parts := parts || regexp_replace(body, '\mtbl\M', 'one.tbl', 'g');
    end loop;
    execute format($create$
      create or replace function perenne.entries_then()
        returns table (id uuid, record_table text, language text, at_most smallint, title text, body text, words tsvector, reach daterange)
        language plpgsql stable set search_path = perenne, public, pg_temp set enable_nestloop = off set jit = off as $f$
        #variable_conflict use_column
        begin return query
          with version_then as materialized (
            select v.record_table, v.record_id, v.space_id, v.visibility,
              case when v.shape < c.newest then perenne.in_shape_of_today(v.record_table, v.shape, v.doc) else v.doc end as doc
            from perenne.record_version v
            left join (select n.record_table, max(n.shape) as newest from perenne.version_converter n group by 1) c
              on c.record_table = v.record_table
            where v.space_id = (select perenne.known_space()) and v.known @> (select perenne.known_at())
              and v.record_table = any (%1$L)
          ), %2$s, one as materialized (
            select v.record_id as id, v.record_table as tbl from version_then v where v.record_table = any (%3$L)
          ), said (id, language, at_most, title, body) as materialized (%4$s
          ), carried (id, at_most, code) as materialized (%5$s
          ), reached (id, reach) as materialized (%6$s
          ), entry as (
            select s.* from said s
            union all (
              select distinct on (s.id, s.language, n.at_most) s.id, s.language, n.at_most, s.title, s.body
              from said s join (select distinct c.id, c.at_most from carried c where c.at_most < 2) n
                on n.id = s.id and n.at_most < s.at_most
              where not exists (select from said o where o.id = s.id and o.language = s.language and o.at_most = n.at_most)
              order by s.id, s.language, n.at_most, s.at_most desc)
          ), fields as materialized (
            select c.id, o.at_most, array_to_tsvector(array_agg(distinct c.code)) as codes
            from (select distinct e.id, e.at_most from entry e) o join carried c on c.id = o.id and c.at_most >= o.at_most
            group by c.id, o.at_most
          )
          select e.id, one.tbl, e.language, e.at_most::smallint, e.title, e.body,
            -- What says the same today is stemmed already: its words have a weight there, its codes have none.
            coalesce(ts_filter(t.words, '{a,c}'),
              setweight(to_tsvector(l.name::regconfig, public.unaccent(e.title)), 'A')
                || setweight(to_tsvector(l.name::regconfig, public.unaccent(left(e.body, 100000))), 'C'))
              || coalesce(f.codes, ''),
            r.reach
          from entry e
          join one on one.id = e.id
          join (values ('fr', 'french'), ('es', 'spanish'), ('pt', 'portuguese'), ('en', 'english')) as l (language, name)
            on l.language = e.language
          left join (select x.record_id, x.record_table, x.language, x.at_most, x.title, x.body, x.words
              from perenne.search_entry x where x.space_id = (select perenne.known_space())) t
            on t.record_id = e.id and t.record_table = one.tbl and t.language = e.language and t.at_most = e.at_most
              and t.title = e.title and t.body = left(e.body, 100000)
          left join fields f on f.id = e.id and f.at_most = e.at_most
          left join reached r on r.id = e.id;
        end $f$
      $create$, found || others, tables, found, parts[1], parts[2], parts[3]);
  end
$proc$;
create or replace procedure perenne.seen_as_of(tbl text) language plpgsql as $$
  declare
    listed text;
    newest integer := coalesce((select max(shape) from perenne.version_converter where record_table = tbl), 0);
  begin
    select string_agg(case a.attname when 'id' then 'v.record_id as id' when 'space_id' then 'v.space_id'
        when 'visibility' then 'v.visibility' else format('r.%I', a.attname) end, ', ' order by a.attnum)
      into listed from pg_attribute a
      where a.attrelid = format('perenne.%I', tbl)::regclass and a.attnum > 0 and not a.attisdropped;
    execute format('drop view if exists past.%I', tbl);
    execute format($view$
      create view past.%1$I with (security_invoker = true) as
      select %2$s from perenne.record_version v
      cross join lateral jsonb_populate_record(null::perenne.%1$I,
        case when v.shape < %3$s then perenne.in_shape_of_today(v.record_table, v.shape, v.doc) else v.doc end) r
      where v.record_table = %4$L and v.space_id = (select perenne.known_space()) and v.known @> (select perenne.known_at())
    $view$, tbl, listed, newest, tbl);
    execute format('grant select on past.%I to perenne_app, perenne_public', tbl);
    call perenne.search_the_past();
  end
$$;
call perenne.search_the_past();
comment on function perenne.entries_then is
  'what search found in a space at a moment (perenne.known_space, perenne.known_at), as whoever asks; made by perenne.search_the_past';
revoke execute on function perenne.entries_then from public;
grant execute on function perenne.entries_then to perenne_app, perenne_public;
