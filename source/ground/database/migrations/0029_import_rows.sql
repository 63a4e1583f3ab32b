-- What an import did to one record: asked for each text of each record, when one reads whether it can be undone.
create index on perenne.import_row (record_id, batch_id);
