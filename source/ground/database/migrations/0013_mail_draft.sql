-- A mail that was dropped into the journal of a memory waits until somebody writes it down; a network may be an invented one.

-- ─── Mails that wait ───────────────────────────────────────────────────────────────────────────────
-- What it says is sealed (the names, the addresses, the words, what is attached): addresses of people stand in `person` alone.
create table perenne.mail_draft (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references perenne.space,
  visibility smallint not null default 0 check (visibility = 0),
  mail_hash text not null check (mail_hash ~ '^[0-9a-f]{64}$'),
  waiting bytea not null,
  salt bytea not null check (length(salt) = 16),
  people bytea[] not null default '{}',
  dropped_at timestamptz not null default perenne.now(),
  dropped_by uuid references perenne.person,
  unique (space_id, mail_hash)
);
comment on column perenne.mail_draft.mail_hash is 'keyed hash of its Message-ID, or of its bytes: the same mail waits once';
comment on column perenne.mail_draft.waiting is 'what it says, encrypted, until it is written down or dropped, and no longer than 14 days';
comment on column perenne.mail_draft.people is
  'sha256 of the salt of this line and of each address it names, in small letters: by these an erased person is found in it';
create table perenne.mail_draft_attachment (
  id uuid primary key default gen_random_uuid(),
  draft_id uuid not null references perenne.mail_draft on delete cascade,
  number smallint not null check (number >= 0),
  content bytea not null,
  space_id uuid not null,
  visibility smallint not null,
  unique (draft_id, number)
);
comment on column perenne.mail_draft_attachment.content is 'encrypted';
-- What is encrypted does not get smaller.
alter table perenne.mail_draft alter column waiting set storage external;
alter table perenne.mail_draft_attachment alter column content set storage external;
call perenne.follow('mail_draft_attachment', 'mail_draft', 'draft_id');
call perenne.guard('mail_draft', versioned => false, public => false, reads => perenne.holds_predicate('edit'));
call perenne.guard('mail_draft_attachment', versioned => false, public => false, reads => perenne.holds_predicate('edit'));

-- Whose address goes, goes from the mails that wait too: erased, taken out of the contacts, by whichever way. A mail stays where
-- the same office still has the same address of another contact.
create function perenne.forget_mail_drafts() returns trigger
  language plpgsql security definer set search_path = perenne, pg_temp as $$
  begin
    with gone as (
      delete from perenne.mail_draft d
      where sha256(d.salt || convert_to(old.email_folded, 'UTF8')) = any (d.people)
        and not exists (
          select from perenne.contact k join perenne.person p on p.id = k.person_id
          where k.space_id = d.space_id and p.id <> old.id and p.email_folded = old.email_folded)
      returning d.space_id
    )
    insert into perenne.noted_act (space_id, what, detail)
      select g.space_id, 'mail-drafts-erased', jsonb_build_object('drafts', count(*)) from gone g group by g.space_id;
    return null;
  end
$$;
create trigger forget_mail_drafts after update of email on perenne.person
  for each row when (old.email_folded is not null and new.email_folded is null)
  execute function perenne.forget_mail_drafts();

-- ─── Invented networks ─────────────────────────────────────────────────────────────────────────────
-- Territories say it of themselves (`territory.fictitious`).
alter table perenne.space add column fictitious boolean not null default false,
  add check (kind = 'network' or not fictitious);
comment on column perenne.space.fictitious is 'of a network: it is invented, and so is what is told of it';
create function perenne.space_in_shape_13(doc jsonb) returns jsonb language sql immutable as $$
  select '{"fictitious": false}'::jsonb || doc
$$;
insert into perenne.version_converter (record_table, shape, convert) values ('space', 13, 'space_in_shape_13');
call perenne.seen_as_of('space');
