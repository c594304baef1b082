-- Further kinds of record tell what the first five had no place for: a number (of complaints, of goods), facts of their own
-- kind, the other party of a relation. A record that came under another identity of its subject remembers which. Marks
-- outgrow thirty-two bits.
drop view ingest.read_record;
drop view ingest.read_enterprise;

alter table ingest.enterprise alter column flags type bigint;
alter table ingest.enterprise_version alter column flags type bigint;
alter table ingest.staged_registration alter column flags type bigint;
alter table ingest.staged_record alter column flags type bigint;
alter table ingest.record
    alter column flags type bigint,
    add column quantity bigint check (quantity >= 0),
    add column details jsonb check (jsonb_typeof(details) = 'object'),
    add column related_id bigint,
    add column person_key uuid,
    add column subject_id bigint check (subject_id <> enterprise_id),
    drop constraint record_kind_check,
    add constraint record_kind_check check (kind between 2 and 99);
alter table ingest.delivery
    drop constraint delivery_kind_check,
    add constraint delivery_kind_check check (kind between 1 and 99);
alter table ingest.staged_record
    add column quantity bigint,
    add column details jsonb,
    add column related text,
    add column related_class text,
    add column related_name text,
    add column person_key uuid;
comment on column ingest.record.quantity is 'A number that the kind counts, such as complaints or articles; absent where it counts none';
comment on column ingest.record.details is 'Facts of the kind''s own, by name; money in fen, days as ISO dates, shares in millionths';
comment on column ingest.record.related_id is 'The other enterprise of a relation; absent for other kinds and for persons';
comment on column ingest.record.person_key is 'Keyed digest of the person of a relation: 128 bits of HMAC-SHA-256; the number itself is kept nowhere';
comment on column ingest.record.subject_id is 'The identity under which it came, where a link says that this is another of its subject''s';
comment on column ingest.staged_record.quantity is 'A number that the kind counts';
comment on column ingest.staged_record.details is 'Facts of the kind''s own';
comment on column ingest.staged_record.related is 'Code, number or compared name of the other enterprise of a relation';
comment on column ingest.staged_record.related_class is 'What the checks say about it';
comment on column ingest.staged_record.related_name is 'Name of the other enterprise as the row gives it';
comment on column ingest.staged_record.person_key is 'Keyed digest of the person of a relation';
create index record_related on ingest.record (related_id) where related_id is not null;
create index record_person on ingest.record (person_key) where person_key is not null;
create index record_subject on ingest.record (subject_id) where subject_id is not null;

create view ingest.read_enterprise as
select e.id as enterprise_id,
       e.credit_code,
       e.code_class,
       coalesce(e.name, e.credit_code, e.old_number) as name,
       e.region,
       e.industry,
       e.section,
       e.type_code,
       e.subject_kind,
       e.status,
       e.established,
       e.capital_fen,
       e.address,
       e.legal_person,
       e.old_number,
       e.registered,
       e.name is null as unnamed,
       e.flags,
       e.first_delivery_id,
       e.delivery_id,
       e.known_from
from ingest.enterprise e;
comment on view ingest.read_enterprise is 'Every subject as known now';
comment on column ingest.read_enterprise.enterprise_id is 'Identity';
comment on column ingest.read_enterprise.credit_code is 'Credit code; absent when only an old number is known';
comment on column ingest.read_enterprise.code_class is 'OK, CHECK_WRONG, ORGANISATION_CHECK_WRONG or OLD_NUMBER';
comment on column ingest.read_enterprise.name is 'Name; the code or number of a subject without a name';
comment on column ingest.read_enterprise.region is 'Administrative division of its address; absent when not known';
comment on column ingest.read_enterprise.industry is 'Industry (GB/T 4754), four digits';
comment on column ingest.read_enterprise.section is 'Section of the industry, A to T';
comment on column ingest.read_enterprise.type_code is 'Enterprise type code';
comment on column ingest.read_enterprise.subject_kind is 'ENTERPRISE, INDIVIDUAL or COOPERATIVE';
comment on column ingest.read_enterprise.status is 'Registration status; only ACTIVE is still trading';
comment on column ingest.read_enterprise.established is 'Day of establishment';
comment on column ingest.read_enterprise.capital_fen is 'Registered capital in fen of renminbi';
comment on column ingest.read_enterprise.address is 'Address';
comment on column ingest.read_enterprise.legal_person is 'Legal representative, name only';
comment on column ingest.read_enterprise.old_number is '15-digit registration number';
comment on column ingest.read_enterprise.registered is 'False while only records name it';
comment on column ingest.read_enterprise.unnamed is 'True when it has no name of its own';
comment on column ingest.read_enterprise.flags is 'Marks: one bit each (Flag)';
comment on column ingest.read_enterprise.first_delivery_id is 'Delivery that first named it';
comment on column ingest.read_enterprise.delivery_id is 'Delivery of what is known now';
comment on column ingest.read_enterprise.known_from is 'When the office learned what stands here';

create view ingest.read_record as
select r.id as record_id, r.enterprise_id, r.kind, r.event_day, r.ends_on, r.repaired_on, r.withdrawn_on, r.severity,
       r.amount_fen, r.category, r.document_no, r.authority, r.summary, r.delivery_id, r.known_from, r.known_to,
       r.confiscated_fen, r.flags,
       r.kind = 3 and r.amount_fen is null
           and (r.flags & (1 << 18) <> 0 or coalesce('010103' = any (string_to_array(r.category, ',')), false))
           as amount_unknown,
       r.quantity, r.details, r.related_id, r.person_key
from ingest.record r;
comment on view ingest.read_record is 'Every version of every credit record; the current one has no known_to';
comment on column ingest.read_record.record_id is 'Identity of this version';
comment on column ingest.read_record.enterprise_id is 'The subject';
comment on column ingest.read_record.kind is 'What it is about (RecordKind)';
comment on column ingest.read_record.event_day is 'Day it is about; it counts from this day on';
comment on column ingest.read_record.ends_on is 'First day on which it no longer counts by lapse of time';
comment on column ingest.read_record.repaired_on is 'Day of repair, or of removal from the list';
comment on column ingest.read_record.withdrawn_on is 'Day the source withdrew it';
comment on column ingest.read_record.severity is '1 minor, 2 general, 3 serious';
comment on column ingest.read_record.amount_fen is 'Fine in fen';
comment on column ingest.read_record.category is 'Codes of its categories, joined by commas';
comment on column ingest.read_record.document_no is 'Number of the document';
comment on column ingest.read_record.authority is 'Body that decided';
comment on column ingest.read_record.summary is 'What it says, for people';
comment on column ingest.read_record.delivery_id is 'Delivery that brought this version';
comment on column ingest.read_record.known_from is 'When the office learned this version';
comment on column ingest.read_record.known_to is 'When it learned the next one; absent for the current';
comment on column ingest.read_record.confiscated_fen is 'Confiscated in fen';
comment on column ingest.read_record.flags is 'Marks: one bit each (Flag)';
comment on column ingest.read_record.amount_unknown is 'True when there was a fine and its amount is not known';
comment on column ingest.read_record.quantity is 'A number that the kind counts';
comment on column ingest.read_record.details is 'Facts of the kind''s own, by name';
comment on column ingest.read_record.related_id is 'The other enterprise of a relation';
comment on column ingest.read_record.person_key is 'Keyed digest of the person of a relation';

revoke insert, update, delete, truncate on ingest.read_enterprise, ingest.read_record from shuangsuiji_app;
