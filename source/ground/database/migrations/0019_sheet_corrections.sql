-- Corrections of single rows of a spreadsheet belong to one file: whoever imports that very file again has them once more.
alter table perenne.import_batch add column corrections jsonb check (corrections is null or corrections ? 'sheet');
comment on column perenne.import_batch.corrections is
  'which sheet was read, and what was read instead in single rows of it, nothing of people among it: for the same file again';
