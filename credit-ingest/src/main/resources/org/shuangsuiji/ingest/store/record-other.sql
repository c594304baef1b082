-- What the office knows of the subjects of those rows, and no row of the file names by its key.
create temp table other on commit drop as
select r.id, r.enterprise_id, r.event_day, r.category, ingest.document_number(r.document_no) as document_no,
    ingest.document_number(r.licence_no) as licence_no, ingest.comparable(r.authority) as body,
    r.authority_code as body_code,
    case when :listing then ingest.wording(r.summary) end as reason, r.flags, r.known_from, r.key_hash,
    r.fact_hash, r.amount_fen
from ingest.record r
where r.enterprise_id in (select enterprise_id from unknown) and r.kind = :kind and r.known_to is null
  and not exists (select from known k where k.record_id = r.id)
