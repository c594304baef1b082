-- What both told of one fact counts once: the later word stands, and the other ends with the move.
create temp table outdone on commit drop as
with standing as (
    select o.id, o.enterprise_id as to_root, coalesce(o.subject_id, o.enterprise_id) as identity_id, o.kind, o.event_day,
        o.document_no, o.authority, o.authority_code, o.fact_hash, o.known_from
    from ingest.record o
    where o.enterprise_id in (select to_root from moved) and o.known_to is null
      and o.id not in (select id from moved_record)
    union all
    select id, to_root, identity_id, kind, event_day, document_no, authority, authority_code, fact_hash, known_from
    from moved_record
)
select distinct case when (m.known_from, m.id) < (o.known_from, o.id) then m.id else o.id end as id
from moved_record m
join standing o on o.to_root = m.to_root and o.kind = m.kind and o.identity_id <> m.identity_id
where o.fact_hash = m.fact_hash
   or o.event_day = m.event_day
      and ingest.document_number(o.document_no) = ingest.document_number(m.document_no)
      and (m.authority is null or o.authority is null
           or ingest.comparable(o.authority) = ingest.comparable(m.authority)
           or o.authority_code = m.authority_code)
