-- The reader makes the name as it is compared while it reads: the database needs ten times as long for it, row after row,
-- while everybody else's merge waits.
alter table ingest.staged_registration add column name_key text;
comment on column ingest.staged_registration.name_key is 'The name as it is compared (ingest.name_key), as the reader made it';
