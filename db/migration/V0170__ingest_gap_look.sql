-- Gaps are found when a source is looked at; until then nobody may say that there is none.
create table ingest.gap_look (
    source_id bigint      primary key references ingest.source (id),
    looked_at timestamptz not null
);
comment on table ingest.gap_look is 'When gaps of a source were last looked for';
comment on column ingest.gap_look.source_id is 'Who owes';
comment on column ingest.gap_look.looked_at is 'When; a duty or a limit entered after it has not been looked at';
revoke delete, truncate on ingest.gap_look from shuangsuiji_app;
