-- A row that once was found to mean a record under another natural key means it from then on: looked for anew each time,
-- the same file could find another one, and two rows of it could change places.
create table ingest.record_alias (
    id         bigint generated always as identity primary key,
    key_hash   uuid not null,
    record_key uuid not null check (record_key <> key_hash),
    noted_at   timestamptz not null,
    unique (key_hash, record_key)
);
comment on table ingest.record_alias is 'Other natural keys under which sources told of a record that the office knew already';
comment on column ingest.record_alias.id is 'Internal number; of two records under one key the one noted last is meant';
comment on column ingest.record_alias.key_hash is 'Natural key as the row has it';
comment on column ingest.record_alias.record_key is 'Natural key of the record that it was found to mean';
comment on column ingest.record_alias.noted_at is 'When the office found that';

revoke update, delete, truncate on ingest.record_alias from shuangsuiji_app;
