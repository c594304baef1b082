-- Rows that nobody knows by their key, with what they may be known by all the same.
create temp table unknown on commit drop as
with unknown_row as materialized (
    select * from ingest.staged_record_slot s
    where not exists (select from known k where k.line = s.line)
), placed as (
    select s.*, e.id as enterprise_id
    from unknown_row s
    join ingest.enterprise e on e.credit_code = s.subject
    union all
    select s.*, e.id
    from unknown_row s
    join ingest.enterprise e on e.old_number = s.subject
    where s.code_class = 'OLD_NUMBER'
)
select line, key_hash, enterprise_id, event_day, category, ingest.comparable(document_no) as document_no,
    ingest.comparable(licence_no) as licence_no, ingest.comparable(authority) as body, authority_code as body_code,
    case when :listing then ingest.wording(summary) end as reason, flags
from placed
