-- Which mails of a memory are owed: a server that was down on Monday finds by this day what has not left yet.
comment on column perenne.memory_digest.last_sent_on is
  'no mail of a Monday up to this day is owed: it has left, there was nothing to tell, or it was asked for later';
