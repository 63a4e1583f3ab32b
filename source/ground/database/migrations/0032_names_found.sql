-- The names of contacts that somebody may read, as `contact_names` (migration 0010) has it of one memory, of all of them: to be
-- found by a search. Which line is in sight, and of which memory, is for the policies of whoever asks.
create function perenne.names_of_contacts(one_space uuid) returns table (contact_id uuid, given_name text, family_name text)
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select k.id, p.given_name, p.family_name
    from perenne.contact k join perenne.person p on p.id = k.person_id
    where (one_space is null or k.space_id = one_space) and (p.given_name is not null or p.family_name is not null)
      and (k.space_id = any ((select perenne.spaces('read'))::uuid[])
        or (k.public_office and ((k.visibility = 2 and (select perenne.is_somebody()))
          or (k.visibility = 1 and k.space_id = any ((select perenne.spaces('network'))::uuid[])))))
$$;
revoke execute on function perenne.names_of_contacts from public;
grant execute on function perenne.names_of_contacts to perenne_app, perenne_public;
