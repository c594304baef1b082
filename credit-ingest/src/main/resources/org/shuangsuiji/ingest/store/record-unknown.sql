-- Rows that nobody knows by their key, with what they may be known by all the same.
create temp table unknown on commit drop as
select s.line, s.key_hash, w.enterprise_id, s.event_day, s.category, ingest.document_number(s.document_no) as document_no,
    ingest.document_number(s.licence_no) as licence_no, ingest.comparable(s.authority) as body,
    s.authority_code as body_code, case when :listing then ingest.wording(s.summary) end as reason, s.flags, s.fact_hash,
    s.amount_fen
from ingest.staged_record_slot s
join whom w on w.subject = s.subject
where not exists (select from known k where k.line = s.line)
