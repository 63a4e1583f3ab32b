-- Whom something is shown to, by the name that was typed; and what differs between two days, in bounds.

-- ─── Names of those to whom something is shown ─────────────────────────────────────────────────────
-- Whoever shares a record types a name and an address. Whether the address has an account here, and whose, is not theirs to know:
-- they are shown the name that they typed, a row of `person` of its own, which goes when the share ends, or when the person whom
-- it names is erased.
create table perenne.share_name (
  share_id uuid primary key references perenne.share on delete cascade,
  person_id uuid not null unique references perenne.person,
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility = 0)
);
comment on column perenne.share_name.person_id is 'a row that holds the typed name alone: never that of an account';
-- Told with the share, to whoever is told of that, and for as long as it lasts.
call perenne.guard('share_name', versioned => false, public => false,
  reads => '(' || perenne.holds_predicate('read') || ') and exists (
    select from perenne.share s where s.id = share_id and s.ends_at > perenne.now())');
-- Written by `name_share` and by nobody else: a row of somebody's choice would open the name of any person.
revoke insert, update, delete on perenne.share_name from perenne_app;

drop policy shared_people_read on perenne.person;
create policy shared_names_read on perenne.person for select to perenne_app using (
  exists (select from perenne.share_name n where n.person_id = person.id
          and n.space_id = any ((select perenne.spaces('read'))::uuid[])));

create function perenne.name_share(share uuid, given text, family text) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    shared perenne.share;
    named uuid;
  begin
    select * into shared from perenne.share s where s.id = share and s.ends_at > perenne.now();
    if shared.id is null or not (perenne.is_job() or shared.space_id = any (perenne.spaces('edit'))) then
      raise exception 'not yours to name' using errcode = '42501';
    end if;
    insert into perenne.person (given_name, family_name, language)
      select given, family, p.language from perenne.person p where p.id = shared.person_id returning id into named;
    insert into perenne.share_name (share_id, person_id, space_id) values (shared.id, named, shared.space_id);
  end
$$;
revoke execute on function perenne.name_share from public;
grant execute on function perenne.name_share to perenne_app;

create function perenne.forget_share_name() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    update perenne.person p set given_name = null, family_name = null, email = null, telephone = null, erased_at = perenne.now()
      where p.id = old.person_id and p.erased_at is null and not p.has_account;
    return null;
  end
$$;
create trigger forget_share_name after delete on perenne.share_name
  for each row execute function perenne.forget_share_name();

-- Those of shares that are over: by the day that was said, where a job looks, or at once.
create function perenne.forget_ended_share_names() returns integer
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  declare
    forgotten integer;
  begin
    delete from perenne.share_name n using perenne.share s where s.id = n.share_id and s.ends_at <= perenne.now();
    get diagnostics forgotten = row_count;
    return forgotten;
  end
$$;
revoke execute on function perenne.forget_ended_share_names from public;
grant execute on function perenne.forget_ended_share_names to perenne_app;
create function perenne.forget_name_of_ended_share() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.share_name n where n.share_id = new.id and new.ends_at <= perenne.now();
    return null;
  end
$$;
create trigger forget_name_of_ended_share after update of ends_at on perenne.share
  for each row execute function perenne.forget_name_of_ended_share();
create function perenne.forget_names_of_shares() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.share_name n using perenne.share s where s.id = n.share_id and s.person_id = new.id;
    return null;
  end
$$;
create trigger forget_names_of_shares after update of erased_at on perenne.person
  for each row when (new.erased_at is not null and old.erased_at is null) execute function perenne.forget_names_of_shares();

-- ─── What differs between two moments ──────────────────────────────────────────────────────────────
-- The versions that were known at the earlier moment and no more at the later one (`was`), and those that came. It runs as the
-- owner because the policies may not be asked after an index of periods: every version of the memory would be read instead. What
-- it tells is a list of keys that is too long rather than too short: whoever asks reads the versions in their own name. At most
-- one more than `most` of each, by which to know that there are more.
create function perenne.changed_keys(space uuid, earlier timestamptz, later timestamptz, most integer)
  returns table (record_id uuid, record_table text, version integer, was boolean)
  language plpgsql stable security definer rows 500 set search_path = perenne, pg_temp set enable_seqscan = off as $$
  declare
    least_circle smallint := case
      when perenne.is_job() or space = any (perenne.spaces('read')) then 0
      when space = any (perenne.spaces('network')) then 1
      else 2 end;
    shared uuid[] := perenne.shared_ids();
  begin
    if not perenne.is_somebody() then
      return;
    end if;
    return query select v.record_id, v.record_table, v.version, true from perenne.record_version v
      where v.space_id = space and v.known @> earlier and v.known << tstzrange(later, null)
        and (v.visibility >= least_circle or v.record_id = any (shared)) limit most + 1;
    return query select v.record_id, v.record_table, v.version, false from perenne.record_version v
      where v.space_id = space and v.known @> later and v.known >> tstzrange(null, earlier, '(]')
        and (v.visibility >= least_circle or v.record_id = any (shared)) limit most + 1;
  end
$$;
revoke execute on function perenne.changed_keys from public;
grant execute on function perenne.changed_keys to perenne_app, perenne_public;
drop function perenne.changed_between;
