-- One event is often told by several sources, in words of their own. It is one record, and this is who told it besides the
-- one whose delivery brought it.
create table ingest.record_source (
    record_key  uuid   not null,
    source_id   bigint not null references ingest.source (id),
    delivery_id bigint not null,
    noted_at    timestamptz not null,
    primary key (record_key, source_id)
);
comment on table ingest.record_source is 'Further sources that told of a record which the office knew already';
comment on column ingest.record_source.record_key is 'Natural key of the record';
comment on column ingest.record_source.source_id is 'The further source';
comment on column ingest.record_source.delivery_id is 'Its delivery that first told of it';
comment on column ingest.record_source.noted_at is 'When the office noted that';
revoke update, delete, truncate on ingest.record_source from shuangsuiji_app;
