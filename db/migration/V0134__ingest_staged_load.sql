-- How far the content of a slot goes. It is written in the transaction that copies a chunk there, and is unlogged as the
-- slots are: a crash of the database empties both together, a killed program leaves both, and its load goes on from there.
create unlogged table ingest.staged_load (
    slot        smallint primary key check (slot between 1 and 4),
    delivery_id bigint   not null unique references ingest.delivery (id),
    read_as     uuid     not null,
    chunk       integer  not null check (chunk >= 0),
    last_line   bigint   not null check (last_line >= 0),
    rows_read   bigint   not null check (rows_read >= 0),
    flagged     bigint   not null check (flagged >= 0),
    faults      bigint   not null check (faults >= 0),
    marks       bigint[] not null
);
comment on table ingest.staged_load is 'Whose rows a slot of the stage holds, and up to which line of the file';
comment on column ingest.staged_load.slot is 'The slot';
comment on column ingest.staged_load.delivery_id is 'The file';
comment on column ingest.staged_load.read_as is 'Digest of everything that decides how a row is read; rows read in two ways never stand together';
comment on column ingest.staged_load.chunk is 'Chunks copied so far';
comment on column ingest.staged_load.last_line is 'Line on which the last row of the last chunk begins; 0 before the first';
comment on column ingest.staged_load.rows_read is 'Rows up to there, whatever became of them';
comment on column ingest.staged_load.flagged is 'Rows of these that were kept and marked';
comment on column ingest.staged_load.faults is 'Rows of these that were refused; each stands in delivery_fault';
comment on column ingest.staged_load.marks is 'How many rows have which mark, in the order of the bits (Flag)';
