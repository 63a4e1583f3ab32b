-- What an import left out is told beside what it wrote, for as long as the import is listed.
alter table perenne.import_batch add column left_out jsonb check (left_out is null or left_out ? 'rows');
comment on column perenne.import_batch.left_out is
  'how many rows had an error and which, comments that were not kept, columns that were not read and other lists of the file; nothing of people among it';
