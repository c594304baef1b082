-- The doors through which the other modules read this one.
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

create view ingest.read_enterprise_version as
select e.id as enterprise_id, e.known_from, null::timestamptz as known_to, e.registered, e.name, e.region, e.industry,
       e.section, e.type_code, e.subject_kind, e.status, e.established, e.capital_fen, e.address, e.legal_person,
       e.delivery_id
from ingest.enterprise e
union all
select v.enterprise_id, v.known_from, v.known_to, v.registered, v.name, v.region, v.industry,
       v.section, v.type_code, v.subject_kind, v.status, v.established, v.capital_fen, v.address, v.legal_person,
       v.delivery_id
from ingest.enterprise_version v;
comment on view ingest.read_enterprise_version is 'Every version of every subject; the current one has no known_to';
comment on column ingest.read_enterprise_version.enterprise_id is 'Identity';
comment on column ingest.read_enterprise_version.known_from is 'When the office learned this version';
comment on column ingest.read_enterprise_version.known_to is 'When it learned the next one';
comment on column ingest.read_enterprise_version.registered is 'False when only records named it then';
comment on column ingest.read_enterprise_version.name is 'Name then';
comment on column ingest.read_enterprise_version.region is 'Administrative division then';
comment on column ingest.read_enterprise_version.industry is 'Industry then';
comment on column ingest.read_enterprise_version.section is 'Section then';
comment on column ingest.read_enterprise_version.type_code is 'Enterprise type code then';
comment on column ingest.read_enterprise_version.subject_kind is 'Kind of subject then';
comment on column ingest.read_enterprise_version.status is 'Registration status then';
comment on column ingest.read_enterprise_version.established is 'Day of establishment as given then';
comment on column ingest.read_enterprise_version.capital_fen is 'Registered capital in fen then';
comment on column ingest.read_enterprise_version.address is 'Address then';
comment on column ingest.read_enterprise_version.legal_person is 'Legal representative then';
comment on column ingest.read_enterprise_version.delivery_id is 'Delivery that brought this version';

create view ingest.read_record as
select r.id as record_id, r.enterprise_id, r.kind, r.event_day, r.ends_on, r.repaired_on, r.withdrawn_on, r.severity,
       r.amount_fen, r.category, r.document_no, r.authority, r.summary, r.delivery_id, r.known_from, r.known_to,
       r.confiscated_fen, r.flags
from ingest.record r;
comment on view ingest.read_record is 'Every version of every credit record; the current one has no known_to';
comment on column ingest.read_record.record_id is 'Identity of this version';
comment on column ingest.read_record.enterprise_id is 'The subject';
comment on column ingest.read_record.kind is 'RecordKind: 2 permit, 3 penalty, 4 abnormal, 5 dishonesty, 6 inspection';
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

create view ingest.read_touched as
select t.delivery_id, t.enterprise_id
from ingest.touched t;
comment on view ingest.read_touched is 'Whose knowledge a delivery changed';
comment on column ingest.read_touched.delivery_id is 'The delivery';
comment on column ingest.read_touched.enterprise_id is 'The subject';
