-- Telling those who are registered what changed in a programme.

-- Up to which version everybody concerned was told, and by whom. Its key makes that they are told once.
alter table perenne.programme_version add unique (id, seminar_id);
create table perenne.programme_notice (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references perenne.seminar on delete cascade,
  version_id uuid not null,
  told integer not null check (told >= 0),
  sent_at timestamptz not null default perenne.now(),
  sent_by uuid references perenne.person,
  space_id uuid not null,
  visibility smallint not null,
  foreign key (version_id, seminar_id) references perenne.programme_version (id, seminar_id) on delete cascade,
  unique (seminar_id, version_id)
);
comment on table perenne.programme_notice is 'field `note`: what its organisers add in the mail';
comment on column perenne.programme_notice.told is 'to how many people it was written';
create trigger stays_internal before insert or update on perenne.programme_notice
  for each row execute function perenne.stays_internal();
call perenne.guard('programme_notice', public => false);
call perenne.carries_texts('programme_notice');

-- The number of the last version that was told; 0 when none was.
create function perenne.told_up_to(seminar uuid) returns integer language sql stable as $$
  select coalesce(max(v.number), 0) from perenne.programme_notice n
  join perenne.programme_version v on v.id = n.version_id where n.seminar_id = seminar
$$;

-- Who is registered and has not ended, with the number of the version that they know: the last one that was told, or that
-- stood when they registered; 0 when there was none. As far as whoever asks sees them.
create function perenne.registrants_to_tell(seminar uuid, told integer)
  returns table (registration uuid, person uuid, address text, language text, line bigint, base integer)
  language sql stable as $$
    select r.id, p.id, p.email_folded, r.language, r.line, greatest(told, (
      select coalesce(max(v.number), 0) from perenne.programme_version v
      where v.seminar_id = seminar and v.released_at <= r.requested_at))
    from perenne.registration r join perenne.person p on p.id = r.person_id
    where r.seminar_id = seminar and r.state in ('requested', 'waiting', 'offered', 'confirmed')
      and p.erased_at is null and p.email is not null
  $$;

revoke execute on function perenne.told_up_to, perenne.registrants_to_tell from public;
grant execute on function perenne.told_up_to, perenne.registrants_to_tell to perenne_app;
