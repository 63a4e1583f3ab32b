-- A language that is published after a release may be out of date in places, as one that was released with the version may be.

-- Frozen with its words, as they are: a version of a language that was published before says of none that it was out of date,
-- since such words were left out then.
alter table perenne.programme_version_language
  add column older text[] not null default '{}';
comment on column perenne.programme_version_language.older is
  'places of those words that were older than their original, or that nobody had read, when they were published';
