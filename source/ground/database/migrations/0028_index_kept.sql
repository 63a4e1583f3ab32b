-- As in migration 0027, with one statement for each table, whose plan a connection keeps: to plan one anew for each change took
-- seven eighths of the time that an entry took. What is asked is always “these records”, by their index, so one plan serves all.
do $do$
declare
  branches text;
begin
  select string_agg(format($branch$
      when %1$L then
        insert into perenne.search_entry
          (record_id, language, record_table, at_most, space_id, visibility, title, title_folded, body, path, words, reach)
        select w.id, w.language, %1$L, w.at_most, r.space_id, least(r.visibility, w.at_most), w.title,
               lower(public.unaccent(w.title)), left(w.body, 100000), perenne.memory_path(%1$L, s.slug, w.id), w.words, w.reach
        from perenne.entries_as_known(%1$L, ids) w
        join perenne.%1$I r on r.id = w.id
        join perenne.space s on s.id = r.space_id and s.kind in ('territory', 'network');$branch$, t), '' order by t)
  into branches
  from unnest(array['relationship', 'agreement', 'organisation', 'post', 'term', 'activity', 'decision', 'memory_document',
    'interaction', 'commitment', 'note']) t;

  execute format($make$
    create or replace function perenne.index_memory(tbl text, ids uuid[]) returns void
      language plpgsql security definer
      set search_path = perenne, public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $f$
      begin
        if not perenne.is_job() and pg_trigger_depth() = 0 and session_user <> current_user then
          raise exception 'not yours to index' using errcode = '42501';
        end if;
        delete from perenne.search_entry e where e.record_table = tbl and e.record_id = any (ids);
        case tbl %s
        else
          raise exception 'no table of a memory: %%', tbl using errcode = '22023';
        end case;
      end
    $f$
  $make$, branches);
end
$do$;
