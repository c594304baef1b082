-- A number of a document is unique within its body, and a body is known by its code before its name (双公示: CF_CFJGDM,
-- XK_XKJGDM): two rows with one name and two codes are two bodies, two names with one code are one.
alter table ingest.staged_record add column authority_code text;
alter table ingest.record add column authority_code text;
comment on column ingest.staged_record.authority_code is 'Credit code of the body that decided';
comment on column ingest.record.authority_code is
    'Credit code of the body that decided, as the source writes it; absent where no source gave it';
