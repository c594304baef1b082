-- A subject that goes on under another of its identities, such as a new credit code, is neither new nor gone.
alter table ingest.directory_member
    add column gone_over bigint,
    add check (gone_over is null or gone_status = 'OTHER_IDENTITY');
comment on column ingest.directory_member.gone_over is 'The identity under which the subject goes on from the month when this one is gone; absent where it stood beside it before, or where none does';
grant update (gone_over) on ingest.directory_member to shuangsuiji_app;
