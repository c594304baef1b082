-- One fact told in one file of several identities of one subject is one: the last row is what the source means. A document
-- is the same where number and day agree, and nothing else that the rows state contradicts.
create temp table cousin on commit drop as
with several as (
    select enterprise_id from whom group by enterprise_id having count(*) > 1
), told as (
    select w.enterprise_id, w.identity_id, s.line, s.key_hash, s.content_hash, s.category,
        ingest.comparable(s.authority) as body, s.authority_code as body_code,
        coalesce(s.fact_hash::text, ingest.document_number(s.document_no) || ' ' || s.event_day) as fact
    from several
    join whom w using (enterprise_id)
    join ingest.staged_record_slot s on s.subject = w.subject
), one as (
    select enterprise_id, fact, max(line) as last_line
    from told
    group by enterprise_id, fact
    having count(*) > 1 and count(distinct category) <= 1 and count(distinct body) <= 1 and count(distinct body_code) <= 1
)
select t.line, t.identity_id, last.line as last_line, last.key_hash, last.content_hash = t.content_hash as identical
from told t
join one o on o.enterprise_id = t.enterprise_id and o.fact = t.fact
join told last on last.line = o.last_line
where t.line < o.last_line
