-- Sessions live in the database: a console that was killed does not throw people out of their work.
create table office.http_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index http_session_expiry on office.http_session (expiry_time);
create index http_session_principal on office.http_session (principal_name);
comment on table office.http_session is 'Sessions of signed-in people (layout of Spring Session)';
comment on column office.http_session.primary_id is 'Internal id';
comment on column office.http_session.session_id is 'The id in the cookie; new at sign-in';
comment on column office.http_session.creation_time is 'Milliseconds since 1970';
comment on column office.http_session.last_access_time is 'Milliseconds since 1970';
comment on column office.http_session.max_inactive_interval is 'Seconds without a request after which it ends';
comment on column office.http_session.expiry_time is 'Milliseconds since 1970';
comment on column office.http_session.principal_name is 'Account of the person';

create table office.http_session_attributes (
    session_primary_id char(36)     not null references office.http_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
comment on table office.http_session_attributes is 'What a session keeps';
comment on column office.http_session_attributes.session_primary_id is 'The session';
comment on column office.http_session_attributes.attribute_name is 'Name of the attribute';
comment on column office.http_session_attributes.attribute_bytes is 'Its value, serialized';
