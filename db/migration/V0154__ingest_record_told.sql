-- Who is told again, under another of its identities, what the office knows of it already, leaves no new version. If the
-- two turn out to be two after all, the fact was told of both.
create table ingest.record_told (
    record_id   bigint not null references ingest.record (id),
    identity_id bigint not null references ingest.enterprise (id),
    delivery_id bigint not null references ingest.delivery (id),
    noted_at    timestamptz not null,
    primary key (record_id, identity_id)
);
create index record_told_identity on ingest.record_told (identity_id);
comment on table ingest.record_told is 'Further identities of its subject of which a record was told in the same words';
comment on column ingest.record_told.record_id is 'The record, in the version that stood then';
comment on column ingest.record_told.identity_id is 'The identity that the row named, beside the one that the record was told of';
comment on column ingest.record_told.delivery_id is 'The delivery that first did';
comment on column ingest.record_told.noted_at is 'When it did';

revoke update, delete, truncate on ingest.record_told from shuangsuiji_app;
