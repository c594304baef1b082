-- Where the rows of a file wait for their merge. Each running load has one of four slots to itself, which it empties by
-- TRUNCATE before it begins: what a killed load left behind costs nothing and is never seen. Unlogged: after a crash of
-- the database the load begins again from the file.
create table ingest.staged_registration (
    slot smallint not null,
    line bigint not null,
    subject text not null,
    code_class text not null,
    subject_kind text not null,
    name text,
    search_grams text[] not null,
    region text,
    industry text,
    section text,
    type_code text,
    type_name text,
    status text not null,
    established date,
    capital_fen bigint,
    capital_text text,
    address text,
    legal_person text,
    business_scope text,
    register_number text,
    authority text,
    term_from date,
    term_to date,
    approved_on date,
    revoked_on date,
    deregistered_on date,
    flags integer not null,
    content_hash uuid not null
) partition by list (slot);
create unlogged table ingest.staged_registration_1 partition of ingest.staged_registration for values in (1) with (autovacuum_enabled = false);
grant truncate on ingest.staged_registration_1 to shuangsuiji_app;
create unlogged table ingest.staged_registration_2 partition of ingest.staged_registration for values in (2) with (autovacuum_enabled = false);
grant truncate on ingest.staged_registration_2 to shuangsuiji_app;
create unlogged table ingest.staged_registration_3 partition of ingest.staged_registration for values in (3) with (autovacuum_enabled = false);
grant truncate on ingest.staged_registration_3 to shuangsuiji_app;
create unlogged table ingest.staged_registration_4 partition of ingest.staged_registration for values in (4) with (autovacuum_enabled = false);
grant truncate on ingest.staged_registration_4 to shuangsuiji_app;
comment on table ingest.staged_registration is 'Registrations waiting for their merge';
comment on column ingest.staged_registration.slot is 'The running load it belongs to';
comment on column ingest.staged_registration.line is 'Line of the row in its file';
comment on column ingest.staged_registration.subject is 'Credit code or old number';
comment on column ingest.staged_registration.code_class is 'What the checks say about it';
comment on column ingest.staged_registration.subject_kind is 'Kind of subject';
comment on column ingest.staged_registration.name is 'Name';
comment on column ingest.staged_registration.search_grams is 'What the search looks for';
comment on column ingest.staged_registration.region is 'Administrative division';
comment on column ingest.staged_registration.industry is 'Industry';
comment on column ingest.staged_registration.section is 'Section';
comment on column ingest.staged_registration.type_code is 'Type code';
comment on column ingest.staged_registration.type_name is 'Type';
comment on column ingest.staged_registration.status is 'Status';
comment on column ingest.staged_registration.established is 'Day of establishment';
comment on column ingest.staged_registration.capital_fen is 'Capital in fen';
comment on column ingest.staged_registration.capital_text is 'Capital as delivered';
comment on column ingest.staged_registration.address is 'Address';
comment on column ingest.staged_registration.legal_person is 'Legal representative';
comment on column ingest.staged_registration.business_scope is 'Business scope';
comment on column ingest.staged_registration.register_number is 'Registration number beside the code';
comment on column ingest.staged_registration.authority is 'Registering authority';
comment on column ingest.staged_registration.term_from is 'Business term from';
comment on column ingest.staged_registration.term_to is 'Business term to';
comment on column ingest.staged_registration.approved_on is 'Day of approval';
comment on column ingest.staged_registration.revoked_on is 'Day of revocation';
comment on column ingest.staged_registration.deregistered_on is 'Day of deregistration';
comment on column ingest.staged_registration.flags is 'Marks';
comment on column ingest.staged_registration.content_hash is 'Digest of the registration';

create table ingest.staged_record (
    slot smallint not null,
    line bigint not null,
    subject text not null,
    code_class text not null,
    subject_kind text not null,
    name text,
    event_day date not null,
    ends_on date,
    repaired_on date,
    withdrawn_on date,
    severity smallint,
    amount_fen bigint,
    confiscated_fen bigint,
    category text,
    document_no text,
    authority text,
    summary text,
    flags integer not null,
    key_hash uuid not null,
    content_hash uuid not null
) partition by list (slot);
create unlogged table ingest.staged_record_1 partition of ingest.staged_record for values in (1) with (autovacuum_enabled = false);
grant truncate on ingest.staged_record_1 to shuangsuiji_app;
create unlogged table ingest.staged_record_2 partition of ingest.staged_record for values in (2) with (autovacuum_enabled = false);
grant truncate on ingest.staged_record_2 to shuangsuiji_app;
create unlogged table ingest.staged_record_3 partition of ingest.staged_record for values in (3) with (autovacuum_enabled = false);
grant truncate on ingest.staged_record_3 to shuangsuiji_app;
create unlogged table ingest.staged_record_4 partition of ingest.staged_record for values in (4) with (autovacuum_enabled = false);
grant truncate on ingest.staged_record_4 to shuangsuiji_app;
comment on table ingest.staged_record is 'Credit records waiting for their merge';
comment on column ingest.staged_record.slot is 'The running load it belongs to';
comment on column ingest.staged_record.line is 'Line of the row in its file';
comment on column ingest.staged_record.subject is 'Credit code or old number';
comment on column ingest.staged_record.code_class is 'What the checks say about it';
comment on column ingest.staged_record.subject_kind is 'Kind of subject, as far as the code tells';
comment on column ingest.staged_record.name is 'Name as the record gives it';
comment on column ingest.staged_record.event_day is 'Day it is about';
comment on column ingest.staged_record.ends_on is 'First day it no longer counts';
comment on column ingest.staged_record.repaired_on is 'Day of repair or removal';
comment on column ingest.staged_record.withdrawn_on is 'Day of withdrawal';
comment on column ingest.staged_record.severity is 'Severity';
comment on column ingest.staged_record.amount_fen is 'Fine in fen';
comment on column ingest.staged_record.confiscated_fen is 'Confiscated in fen';
comment on column ingest.staged_record.category is 'Category codes';
comment on column ingest.staged_record.document_no is 'Document number';
comment on column ingest.staged_record.authority is 'Body that decided';
comment on column ingest.staged_record.summary is 'What it says';
comment on column ingest.staged_record.flags is 'Marks';
comment on column ingest.staged_record.key_hash is 'Natural key';
comment on column ingest.staged_record.content_hash is 'Digest of what it says';

