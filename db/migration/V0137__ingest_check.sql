-- A file may be tried out before it is loaded: it is checked, waits for a word, and takes its turn among the files of its
-- kind when the word is given.
alter table ingest.delivery drop constraint delivery_state_check;
alter table ingest.delivery add constraint delivery_state_check
    check (state in ('checking', 'checked', 'received', 'running', 'done', 'failed', 'cancelled'));
comment on column ingest.delivery.state is
    'checking, checked, received, running, done, failed or cancelled; only a done one has rows elsewhere';

create sequence ingest.delivery_turn;
alter table ingest.delivery add column turn bigint;
update ingest.delivery set turn = id;
select setval('ingest.delivery_turn', coalesce(max(id), 0) + 1, false) from ingest.delivery;
alter table ingest.delivery
    alter column turn set default nextval('ingest.delivery_turn'),
    alter column turn set not null;
alter sequence ingest.delivery_turn owned by ingest.delivery.turn;
comment on column ingest.delivery.turn is
    'Files of one kind are loaded in this order: that of receipt, for a checked one that of the word to load it';

create table ingest.delivery_check (
    delivery_id  bigint   primary key references ingest.delivery (id),
    checked_at   timestamptz not null,
    refusal_code text,
    refusal_args text[],
    same_file_as bigint references ingest.delivery (id),
    header_row   integer,
    rows_read    bigint   not null default 0 check (rows_read >= 0),
    added        bigint   not null default 0 check (added >= 0),
    changed      bigint   not null default 0 check (changed >= 0),
    same         bigint   not null default 0 check (same >= 0),
    flagged      bigint   not null default 0 check (flagged >= 0),
    faults       bigint   not null default 0 check (faults >= 0),
    marks        text[]   not null default '{}',
    marked       bigint[] not null default '{}',
    check (rows_read = added + changed + same + faults),
    check (cardinality(marks) = cardinality(marked)),
    check ((refusal_code is null) = (refusal_args is null))
);
comment on table ingest.delivery_check is 'What the last trial of a file found; nothing of it was stored elsewhere';
comment on column ingest.delivery_check.delivery_id is 'The file';
comment on column ingest.delivery_check.checked_at is 'When the trial ended';
comment on column ingest.delivery_check.refusal_code is 'Message key of why the whole file could not be loaded so';
comment on column ingest.delivery_check.refusal_args is 'Arguments of that message';
comment on column ingest.delivery_check.same_file_as is 'An earlier merged delivery of the very same bytes, read in the same way: a load would end as it did';
comment on column ingest.delivery_check.header_row is 'Place of the header among the rows that are not blank; absent where the file could not be cut into rows';
comment on column ingest.delivery_check.rows_read is 'Rows below the header';
comment on column ingest.delivery_check.added is 'Rows that would be new';
comment on column ingest.delivery_check.changed is 'Rows that would change what is known';
comment on column ingest.delivery_check.same is 'Rows that say what is known';
comment on column ingest.delivery_check.flagged is 'Rows that would be kept and marked';
comment on column ingest.delivery_check.faults is 'Rows that would be refused';
comment on column ingest.delivery_check.marks is 'Marks (Flag)';
comment on column ingest.delivery_check.marked is 'Rows with each of them';

create table ingest.delivery_check_header (
    delivery_id bigint  not null references ingest.delivery_check (delivery_id) on delete cascade,
    place       integer not null check (place > 0),
    text        text    not null,
    folded      text    not null,
    taken       text    not null check (taken in ('COLUMN', 'CHOSEN', 'LEFT_OUT', 'PERSONAL', 'NOT_KEPT', 'UNKNOWN', 'NAMELESS')),
    column_name text,
    primary key (delivery_id, place)
);
comment on table ingest.delivery_check_header is 'A header of a file on trial and what it was taken for';
comment on column ingest.delivery_check_header.delivery_id is 'The file';
comment on column ingest.delivery_check_header.place is 'Its place, from 1';
comment on column ingest.delivery_check_header.text is 'As it stands in the file';
comment on column ingest.delivery_check_header.folded is 'As it is compared';
comment on column ingest.delivery_check_header.taken is 'What it was taken for';
comment on column ingest.delivery_check_header.column_name is 'The column; absent where it is none';

create table ingest.delivery_check_row (
    delivery_id bigint  not null references ingest.delivery_check (delivery_id) on delete cascade,
    place       integer not null,
    cells       text[]  not null,
    primary key (delivery_id, place)
);
comment on table ingest.delivery_check_row is 'One of the first rows of a file on trial, shortened and masked';
comment on column ingest.delivery_check_row.delivery_id is 'The file';
comment on column ingest.delivery_check_row.place is 'Its place below the header, from 1; above it, 0 and less';
comment on column ingest.delivery_check_row.cells is 'Its fields, one below each header; above the header one text';

create table ingest.delivery_check_sample (
    delivery_id bigint   not null references ingest.delivery_check (delivery_id) on delete cascade,
    place       integer  not null check (place > 0),
    outcome     text     not null check (outcome in ('added', 'changed', 'fault')),
    line        bigint   not null check (line > 0),
    subject     text,
    name        text,
    field       text,
    was         text,
    becomes     text,
    code        text,
    args        text[],
    primary key (delivery_id, place),
    check ((outcome = 'fault') = (code is not null))
);
comment on table ingest.delivery_check_sample is 'An example of what would become of a row; a changed one has as many as fields that change';
comment on column ingest.delivery_check_sample.delivery_id is 'The file';
comment on column ingest.delivery_check_sample.place is 'Order of the examples';
comment on column ingest.delivery_check_sample.outcome is 'added, changed or fault';
comment on column ingest.delivery_check_sample.line is 'Line of the row';
comment on column ingest.delivery_check_sample.subject is 'Whom it is about';
comment on column ingest.delivery_check_sample.name is 'Name, as the row gives it';
comment on column ingest.delivery_check_sample.field is 'What changes; of a fault the header at fault';
comment on column ingest.delivery_check_sample.was is 'What is known';
comment on column ingest.delivery_check_sample.becomes is 'What it would become; of a fault what was found';
comment on column ingest.delivery_check_sample.code is 'Message key of the fault';
comment on column ingest.delivery_check_sample.args is 'Arguments of that message';
