-- Rows of one file may tell of one document in several ways: with the body's full name, with a short one, with none. They
-- are one where subject, day and number agree and all name one body, by code or else by name; and where no two name
-- different ones, or the number names the body itself, and no two have different categories. All take the key of the last,
-- which is what the source means.
with met as (
    select subject, event_day
    from ingest.staged_record_slot
    where document_no is not null
    group by subject, event_day
    having count(*) > 1
), numbered as (
    select s.subject, s.event_day, ingest.document_number(s.document_no) as number, ingest.comparable(s.authority) as body,
        s.authority_code as body_code, s.category, s.key_hash, s.line
    from met
    join ingest.staged_record_slot s on s.subject = met.subject and s.event_day = met.event_day
    where s.document_no is not null
), document as (
    select subject, event_day, number, (array_agg(key_hash order by line desc))[1] as key_hash
    from numbered
    group by subject, event_day, number
    having count(distinct key_hash) > 1
       and (count(body_code) = count(*) and count(distinct body_code) = 1
            or count(body) = count(*) and count(distinct body) = 1 and count(distinct body_code) <= 1
            or count(distinct category) <= 1
               and (ingest.names_its_body(number) or count(distinct body) <= 1 and count(distinct body_code) <= 1))
)
update ingest.staged_record_slot s
set key_hash = d.key_hash
from numbered n
join document d on d.subject = n.subject and d.event_day = n.event_day and d.number = n.number
where s.line = n.line
  and s.key_hash <> d.key_hash
