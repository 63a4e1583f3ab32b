-- Who wrote what in a space, told to those who read inside it: colleagues of today and of before.

-- ─── Names of authors ──────────────────────────────────────────────────────────────────────────────
-- `person` lets nobody read the names of colleagues but those who give rights, since the policy of access_right hides from all
-- others who holds one; and a predecessor may hold none by now. Of the persons asked for, these are the names of those who
-- wrote or removed something in the space that whoever asks may know of: nothing of a confidential note, of what it is about
-- or of whom it was shown to, unless it is their own or shown to them. Addresses are not told. An erased person has no name.
create function perenne.author_names(space uuid, authors uuid[])
  returns table (person_id uuid, given_name text, family_name text)
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select p.id, p.given_name, p.family_name
    from perenne.person p
    where p.id = any (authors)
      and (space = any (perenne.spaces('read')) or perenne.is_job())
      and exists (
        select from perenne.record_version v
        where v.space_id = space
          and ((v.actor_kind = 'person' and v.actor_id = p.id::text)
            or (v.ended_by_kind = 'person' and v.ended_by_id = p.id::text))
          and (p.id = perenne.actor_uuid('person')
            or case v.record_table
              when 'note' then v.doc ->> 'confidential' = 'false' or v.record_id = any (perenne.shared_ids())
              when 'about' then v.doc ->> 'record_table' <> 'note'
              when 'share' then v.doc ->> 'record_table' <> 'note'
              else true end))
$$;
revoke execute on function perenne.author_names from public;
grant execute on function perenne.author_names to perenne_app;
