-- The directory of enterprises that are evaluated (评价企业名录): who trades, by area of the registered address, month by
-- month. Kept as intervals: whoever stays where it is costs no row. What a month found is never rewritten by a later one.
create table ingest.directory_month (
    month      date        primary key check (extract(day from month) = 1),
    members    bigint      not null check (members >= 0),
    taken_by   text        not null,
    taken_at   timestamptz not null
);
comment on table ingest.directory_month is 'Months for which the directory was drawn up, in their order';
comment on column ingest.directory_month.month is 'Its first day';
comment on column ingest.directory_month.members is 'How many enterprises it has';
comment on column ingest.directory_month.taken_by is 'Account that asked for it, or the system';
comment on column ingest.directory_month.taken_at is 'When it was drawn up, and as of when';
revoke delete, truncate, update on ingest.directory_month from shuangsuiji_app;

create table ingest.directory_member (
    enterprise_id bigint not null,
    region        text   not null,
    from_month    date   not null references ingest.directory_month (month),
    gone_month    date   references ingest.directory_month (month),
    gone_status   text,
    primary key (enterprise_id, from_month),
    check (gone_month > from_month),
    check (gone_status is null or gone_month is not null)
);
create unique index directory_member_now on ingest.directory_member (enterprise_id) where gone_month is null;
create index directory_member_from on ingest.directory_member (from_month, enterprise_id);
create index directory_member_gone on ingest.directory_member (gone_month, enterprise_id) where gone_month is not null;
create index directory_member_region on ingest.directory_member (region text_pattern_ops, enterprise_id) where gone_month is null;
comment on table ingest.directory_member is 'From which month to which an enterprise stood in the directory in one place';
comment on column ingest.directory_member.enterprise_id is 'The enterprise';
comment on column ingest.directory_member.region is 'Administrative division of its registered address; empty where it is not known';
comment on column ingest.directory_member.from_month is 'First month in which it stands there';
comment on column ingest.directory_member.gone_month is 'First month in which it does not; absent while it does';
comment on column ingest.directory_member.gone_status is 'Its registration status when it was gone; absent when it only moved';
revoke delete, truncate, update on ingest.directory_member from shuangsuiji_app;
grant update (gone_month, gone_status) on ingest.directory_member to shuangsuiji_app;
