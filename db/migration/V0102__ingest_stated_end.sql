-- An end of publicity that a source stated stays stated when a narrower file tells of the same decision again; one that was
-- worked out from the law may be worked out anew.
alter table ingest.staged_record add column stated_end date;
alter table ingest.record add column stated_end date;
comment on column ingest.staged_record.stated_end is 'First day after the end of publicity that the source states (公示截止期)';
comment on column ingest.record.stated_end is
    'First day after the end of publicity that the source states (公示截止期); absent when it states none, and for what was known before this was kept';
