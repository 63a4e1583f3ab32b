-- Names found while they are typed, among many; and what has begun to leave keeps all its words.

-- ─── Names ─────────────────────────────────────────────────────────────────────────────────────────
-- As names are compared: without accents and capitals. unaccent() is only stable, since somebody could give it another
-- dictionary; with the dictionary named, and nobody but a superuser able to change that one, it says the same each time.
create function perenne.fold(words text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;

-- Names are written seldom and looked up while people type: nothing is left to be sorted in later.
create index translation_name on perenne.translation using gin (perenne.fold(body) public.gin_trgm_ops)
  with (fastupdate = off) where field = 'name';
create index organisation_short_name on perenne.organisation using gin (perenne.fold(short_name) public.gin_trgm_ops)
  with (fastupdate = off) where short_name is not null;

-- The public records whose names come closest to some words, closest first: organisations of some spaces, or territories.
--
-- It runs as the owner because the policies may not be asked after an index of likeness: PostgreSQL would have to trust
-- that operator with rows which nobody may see. So it says itself what may be seen, which is what everybody may see
-- (visibility = 2, and somebody asks), and tells ids and nothing else: whoever asks reads the records in their own name.
create function perenne.names_resembling(what text, spaces uuid[], words text, most integer)
  returns table (id uuid, likeness float8)
  language plpgsql stable security definer rows 12 set search_path = perenne, pg_temp as $$
  declare
    asked text := perenne.fold(words);
    trigrams integer := cardinality(public.show_trgm(asked));
    pattern text := '%' || regexp_replace(asked, '([\\%_])', '\\\1', 'g') || '%';
    texts_of text := case what when 'organisation' then 'organisation' else 'space' end;
    bound float8;
    found uuid[];
    scores float8[];
  begin
    if what not in ('organisation', 'territory') then
      raise exception 'no names of % are looked for', what;
    end if;
    if asked is null or asked = '' or not (select perenne.is_somebody()) then
      return;
    end if;
    -- The closest first. Names under the bound are not even compared, and once enough are over it, none under it could come
    -- before them. Whatever the bound, names that have the words in them are looked up: they come to 0.9.
    -- (The thresholds hold for this transaction; nothing else of ours asks with these two operators.)
    foreach bound in array array[0.9, 0.7, 0.55, 0.4] loop
      perform set_config('pg_trgm.similarity_threshold', (bound - 0.001)::text, true),
        set_config('pg_trgm.strict_word_similarity_threshold', ((bound - 0.001) / 0.9)::text, true);
      with name as materialized (
        select t.record_id as id, perenne.fold(t.body) as folded from perenne.translation t
        where t.field = 'name' and t.record_table = texts_of and t.visibility = 2 and perenne.fold(t.body) like pattern
        union
        select t.record_id, perenne.fold(t.body) from perenne.translation t
        where t.field = 'name' and t.record_table = texts_of and t.visibility = 2 and perenne.fold(t.body) operator(public.%) asked
        union
        select t.record_id, perenne.fold(t.body) from perenne.translation t
        where t.field = 'name' and t.record_table = texts_of and t.visibility = 2 and asked operator(public.<<%) perenne.fold(t.body)
        union
        select o.id, perenne.fold(o.short_name) from perenne.organisation o
        where what = 'organisation' and o.short_name is not null and o.visibility = 2 and perenne.fold(o.short_name) like pattern
        union
        select o.id, perenne.fold(o.short_name) from perenne.organisation o
        where what = 'organisation' and o.short_name is not null and o.visibility = 2 and perenne.fold(o.short_name) operator(public.%) asked
        union
        select o.id, perenne.fold(o.short_name) from perenne.organisation o
        where what = 'organisation' and o.short_name is not null and o.visibility = 2 and asked operator(public.<<%) perenne.fold(o.short_name)
      ), allowed as materialized (
        select n.id, n.folded from name n
        where case what
          when 'organisation' then (select o.visibility = 2 and o.space_id = any (spaces)
            from perenne.organisation o where o.id = n.id)
          else (select t.visibility = 2 and t.successor_id is null from perenne.territory t where t.id = n.id) end
      ), compared as materialized (
        select a.id, a.folded, strpos(a.folded, asked) as at,
          case when strpos(a.folded, asked) = 0 then public.similarity(asked, a.folded) end as alike
        from allowed a
      ), scored as (
        select c.id, case
            when c.folded = asked then 1
            -- Beginning as a name begins is what people type; within a name it counts a little less.
            when c.at = 1 then 0.95
            when c.at > 0 then 0.9
            -- The closest words within a name are looked for, which is dear, only where enough letters are common to both:
            -- the three-letter groups in common can be no more than this, and so many are needed to come to 0.4.
            when c.alike / (1 + c.alike) * (trigrams + length(c.folded) + 1) < 0.44 * trigrams then c.alike
            else greatest(c.alike, 0.9 * public.strict_word_similarity(asked, c.folded))
          end as likeness
        from compared c
      ), hit as (
        select s.id, max(s.likeness) as likeness from scored s where s.likeness >= bound group by s.id
      ), best as (
        select h.* from hit h order by h.likeness desc, h.id limit most
      )
      select array_agg(b.id order by b.likeness desc, b.id), array_agg(b.likeness order by b.likeness desc, b.id)
        into found, scores from best b;
      exit when cardinality(found) >= most;
    end loop;
    return query select f.id, f.score from unnest(found, scores) as f (id, score);
  end
$$;
revoke execute on function perenne.names_resembling from public;
grant execute on function perenne.names_resembling to perenne_app, perenne_public;

-- ─── What has begun to leave ───────────────────────────────────────────────────────────────────────
-- Nobody takes words out of it. With the mailing itself its words go: it is gone when they are looked at.
create or replace function perenne.keep_words_of_begun_mailing() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    mailing_id uuid := case tg_op when 'INSERT' then new.record_id else old.record_id end;
  begin
    perform 1 from perenne.mailing m where m.id = mailing_id for update;
    if exists (select from perenne.mailing m where m.id = mailing_id and m.started_at is not null) then
      raise exception 'this mailing has begun to leave' using errcode = '23001', constraint = 'settled_words_stay';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end
$$;
create trigger keep_all_words_of_begun_mailing before delete on perenne.translation
  for each row when (old.record_table = 'mailing') execute function perenne.keep_words_of_begun_mailing();
