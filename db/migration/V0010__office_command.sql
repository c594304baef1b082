-- A command carries a key made by its sender; the same key again gets the first answer and changes nothing.
create table office.command (
    actor          text  not null,
    key            text  not null check (length(key) between 8 and 200),
    request_digest bytea not null check (octet_length(request_digest) = 32),
    answer         text  not null,
    at             timestamptz not null,
    primary key (actor, key)
);
comment on table office.command is 'Commands already carried out, by their idempotency key';
comment on column office.command.actor is 'Account or API client that sent it';
comment on column office.command.key is 'The key that the sender made';
comment on column office.command.request_digest is 'SHA-256 of what was asked; the same key with another request is refused';
comment on column office.command.answer is 'Where the first answer is: an address or an id';
comment on column office.command.at is 'When it was carried out';

create table office.grade_read (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    reader  text not null,
    purpose text not null,
    what    text not null
);
create index grade_read_what on office.grade_read (what, at);
create index grade_read_reader on office.grade_read (reader, at);
comment on table office.grade_read is 'Who looked at which grade, and for what';
comment on column office.grade_read.id is 'Order of writing';
comment on column office.grade_read.at is 'When';
comment on column office.grade_read.reader is 'Account or API client';
comment on column office.grade_read.purpose is 'For what (GradeReads.Purpose)';
comment on column office.grade_read.what is 'enterprise:id or the set that was read';
revoke update, delete, truncate on office.grade_read from shuangsuiji_app;
