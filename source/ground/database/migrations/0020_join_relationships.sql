-- Two relationships that were found to be one: all that hangs on the one that is left hangs on the other from then on.

-- ─── Which one leads to which ──────────────────────────────────────────────────────────────────────
-- The one that is left is removed like any record, and its history stays. This line leads its address on, and knows from when on,
-- so that the two can be taken apart again: what belonged to which is read in the history.
create table perenne.relationship_join (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility = 0),
  left_id uuid not null unique,
  into_id uuid not null check (into_id <> left_id),
  joined_at timestamptz not null,
  joined_by uuid references perenne.person,
  wrote text not null,
  notes uuid[] not null default '{}'
);
create index on perenne.relationship_join (into_id);
create index on perenne.relationship_join (space_id);
comment on column perenne.relationship_join.joined_at is 'the last moment at which both were there';
comment on column perenne.relationship_join.wrote is
  'a digest of the one that stayed, as it was written: nobody changed it since where it still is so';
comment on column perenne.relationship_join.notes is 'those that keep what was said and does not stand any more';
call perenne.guard('relationship_join', versioned => false, public => false);

-- Where a relationship went, over several steps too; null when it was never joined. It says an id and no more: whoever asks reads
-- the other one in their own name, or does not.
create function perenne.relationship_joined_into(record uuid) returns uuid
  language sql stable security definer set search_path = perenne, pg_temp as $$
    with recursive way (id, step) as (
      select j.into_id, 1 from perenne.relationship_join j where j.left_id = record
      union all
      select j.into_id, w.step + 1 from way w join perenne.relationship_join j on j.left_id = w.id where w.step < 100
    )
    select w.id from way w order by w.step desc limit 1
$$;
revoke execute on function perenne.relationship_joined_into from public;
grant execute on function perenne.relationship_joined_into to perenne_app, perenne_public;

-- One that is there again stands for itself, however it came back.
create function perenne.relationship_is_back() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    delete from perenne.relationship_join j using added a where j.left_id = a.id;
    return null;
  end
$$;
create trigger relationship_is_back after insert on perenne.relationship referencing new table as added
  for each statement execute function perenne.relationship_is_back();

-- ─── What tells of them ────────────────────────────────────────────────────────────────────────────
-- Of a confidential note whoever joins does not even know that it tells of the relationship: it must not lose it all the same.
-- These two move such lines unseen, for those who edit the space.
create function perenne.may_join(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = perenne, pg_temp as $$
    select count(*) = 2 and count(distinct r.space_id) = 1
        and bool_and(perenne.is_job() or r.space_id = any (perenne.spaces('edit')))
    from perenne.relationship r where r.id in (one, other)
$$;
revoke execute on function perenne.may_join from public;

-- What tells of `gone` tells of `stays`; what tells of both loses the one with it.
create function perenne.mentions_move(gone uuid, stays uuid) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if not perenne.may_join(gone, stays) then
      raise exception 'not yours to join' using errcode = '42501';
    end if;
    update perenne.about a set about_id = stays
      where a.about_table = 'relationship' and a.about_id = gone
        and not exists (select from perenne.about b where b.record_id = a.record_id and b.about_id = stays);
  end
$$;
-- What told of `gone` at a moment tells of it again, where it still tells of `stays`.
create function perenne.mentions_back(gone uuid, stays uuid, moment timestamptz) returns void
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    if not perenne.may_join(gone, stays) then
      raise exception 'not yours to take apart' using errcode = '42501';
    end if;
    with told as (
      select v.record_id as id, v.doc from perenne.record_version v join perenne.relationship r on r.id = gone
      where v.record_table = 'about' and v.space_id = r.space_id and v.known @> moment and v.doc ->> 'about_id' = gone::text
    ), moved as (
      update perenne.about a set about_id = gone from told t where a.id = t.id and a.about_id = stays returning a.id
    )
    insert into perenne.about (id, record_table, record_id, about_table, about_id)
      select t.id, t.doc ->> 'record_table', (t.doc ->> 'record_id')::uuid, 'relationship', gone
      from told t
      where not exists (select from perenne.about a where a.id = t.id)
        and exists (select from perenne.about a where a.record_id = (t.doc ->> 'record_id')::uuid and a.about_id = stays);
  end
$$;
revoke execute on function perenne.mentions_move, perenne.mentions_back from public;
grant execute on function perenne.mentions_move, perenne.mentions_back to perenne_app;
