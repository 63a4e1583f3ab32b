-- What somebody changed in the form of a mail that waits is kept with the mail, until it is written down or goes.
-- Sealed like the mail itself: names and addresses of people stand in `person` alone.
alter table perenne.mail_draft add column typed bytea, add column typed_by uuid references perenne.person,
  add check (typed is not null or typed_by is null);
comment on column perenne.mail_draft.typed is 'its form as somebody left it, encrypted, with the mail and no longer';
alter table perenne.mail_draft alter column typed set storage external;

-- `person` lets nobody read the names of colleagues but those who give rights: who brought a mail in, and who changed its form
-- last, is told to those who keep the memory in which it waits. An erased person has no name.
create function perenne.mail_draft_names(space uuid) returns table (draft_id uuid, dropped_by text, typed_by text)
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select d.id, nullif(concat_ws(' ', p.given_name, p.family_name), ''), nullif(concat_ws(' ', k.given_name, k.family_name), '')
    from perenne.mail_draft d
    left join perenne.person p on p.id = d.dropped_by
    left join perenne.person k on k.id = d.typed_by
    where d.space_id = space and (space = any (perenne.spaces('edit')) or perenne.is_job())
$$;
revoke execute on function perenne.mail_draft_names from public;
grant execute on function perenne.mail_draft_names to perenne_app;
