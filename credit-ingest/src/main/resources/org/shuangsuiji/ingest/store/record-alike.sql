-- Rows of one file may tell of one document in several ways: with the body's full name, with a short one, with none. They
-- are one where subject, day and number agree and all name one body, by code or else by name; and where no two name
-- different ones, or the number names the body itself, and no two have different categories. A number that names its body
-- does so on whatever day. All take the key of the last, which is what the source means.
with ending as materialized (
    select line, subject, ingest.number_end(document_no) as number_end
    from ingest.staged_record_slot
    where document_no is not null
), met as (
    select subject, number_end
    from ending
    group by subject, number_end
    having count(*) > 1
), numbered as materialized (
    select s.line, s.subject, ingest.document_number(s.document_no) as number, s.key_hash
    from met
    join ending e on e.subject = met.subject and e.number_end = met.number_end
    join ingest.staged_record_slot s on s.line = e.line
), several as materialized (
    select subject, number, ingest.names_its_body(number) as names_its_body
    from numbered
    group by subject, number
    having count(*) > 1 and count(distinct key_hash) > 1
), told as materialized (
    select n.*, o.names_its_body, s.event_day, ingest.comparable(s.authority) as body, s.authority_code as body_code,
        s.category
    from several o
    join numbered n on n.subject = o.subject and n.number = o.number
    join ingest.staged_record_slot s on s.line = n.line
), document as materialized (
    -- without a day: of whatever day
    select subject, number, event_day, (array_agg(key_hash order by line desc))[1] as key_hash
    from told
    group by grouping sets ((subject, number, names_its_body, event_day), (subject, number, names_its_body))
    having count(distinct key_hash) > 1
       and (grouping(event_day) = 0 or names_its_body)
       and (count(body_code) = count(*) and count(distinct body_code) = 1
            or count(body) = count(*) and count(distinct body) = 1 and count(distinct body_code) <= 1
            or count(distinct category) <= 1
               and (names_its_body or count(distinct body) <= 1 and count(distinct body_code) <= 1))
), meaning as (
    select t.line, coalesce(of_any_day.key_hash, of_day.key_hash) as key_hash
    from told t
    left join document of_day
        on of_day.subject = t.subject and of_day.number = t.number and of_day.event_day = t.event_day
    left join (select * from document where event_day is null) of_any_day
        on of_any_day.subject = t.subject and of_any_day.number = t.number
)
update ingest.staged_record_slot s
set key_hash = m.key_hash
from meaning m
where s.line = m.line
  and s.key_hash <> m.key_hash
