-- An agreement may be ended before its term is over. The agreement stays as it was signed; its end is a line of its own.
create table ingest.agreement_end (
    agreement_id bigint      primary key references ingest.agreement (id),
    ended_on     date        not null,
    reason       text        not null check (length(reason) between 2 and 500),
    ended_by     text        not null,
    entered_at   timestamptz not null
);
comment on table ingest.agreement_end is 'The early end of a confidentiality agreement (提前终止)';
comment on column ingest.agreement_end.agreement_id is 'The agreement that ended';
comment on column ingest.agreement_end.ended_on is 'First day on which it no longer holds';
comment on column ingest.agreement_end.reason is 'Why it was ended';
comment on column ingest.agreement_end.ended_by is 'Account that entered the end';
comment on column ingest.agreement_end.entered_at is 'When the end was entered';
revoke update, delete, truncate on ingest.agreement_end from shuangsuiji_app;
