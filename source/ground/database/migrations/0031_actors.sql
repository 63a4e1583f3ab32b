-- The IATI list of document categories is one of donors: it names neither a decision of a council nor minutes, accounts, letters,
-- press or photographs. What a local government files every day has categories of its own beside it; documents/rules/categories.ts
-- says which of them has a code for publication.
alter table perenne.memory_document drop constraint memory_document_category_check;
alter table perenne.memory_document add constraint memory_document_category_check check (category ~ '^(A|B)\d\d$' or category in
  ('deliberation', 'statutes', 'minutes', 'report', 'accounts', 'letter', 'guide', 'speech', 'press', 'photograph', 'own'));
comment on column perenne.memory_document.category is 'a code of the IATI list of document categories, or one of those of a local government';
