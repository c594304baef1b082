-- What no document's number tells apart is known by what it says: a tax and its period, a year, a scheme and its day. Told
-- under two identities of one subject it is one fact all the same.
alter table ingest.staged_record add column fact_hash uuid;
comment on column ingest.staged_record.fact_hash is 'By what the fact is known whoever it is told of; absent where the number of a document tells it apart';
alter table ingest.record add column fact_hash uuid;
comment on column ingest.record.fact_hash is 'By what the fact is known whoever it is told of; absent where the number of a document tells it apart';
