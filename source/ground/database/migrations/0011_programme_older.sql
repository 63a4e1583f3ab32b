-- A language that is published after a release may be out of date in places, as one that was released with the version may be.

-- Frozen with its words, as they are: a version of a language that was published before says of none that it was out of date,
-- since such words were left out then.
alter table perenne.programme_version_language
  add column older text[] not null default '{}';
comment on column perenne.programme_version_language.older is
  'places of those words that were older than their original, or that nobody had read, when they were published';

-- ─── The entries of calendars ──────────────────────────────────────────────────────────────────────
-- Calendars know an entry by its UID, which ends in the host that made it. An installation that moves to another address keeps
-- the one it had: else whoever has its calendars would have every entry twice.
alter table perenne.installation
  add column calendar_host text check (btrim(calendar_host) <> '' and length(calendar_host) <= 255);
comment on column perenne.installation.calendar_host is
  'what the UIDs of calendar entries end in: the host of its first address in real use; null before that';
grant update (calendar_host) on perenne.installation to perenne_app;

create function perenne.calendar_host_stays() returns trigger language plpgsql as $$
  begin
    if old.calendar_host is not null then
      new.calendar_host := old.calendar_host;
    end if;
    return new;
  end
$$;
create trigger calendar_host_stays before update of calendar_host on perenne.installation
  for each row execute function perenne.calendar_host_stays();
