-- Rows that nobody knows by their key may still tell of a known record in other words: one layout has a code for the body
-- that decided, another its name, a third neither. A number that names its body and year (机关代字〔年份〕序号, GB/T 9704-2012,
-- 7.2.5) is enough beside the subject; a shorter one where the body is the same or one side does not say. A listing is the
-- one of that subject and day, where one side gives no known reason and the body is the same or not said. Where two records
-- could be meant, neither is.
with unknown as (
    select s.line, s.key_hash, e.id as enterprise_id, s.event_day, s.category, s.document_no, s.authority
    from ingest.staged_record_slot s
    join ingest.enterprise e on e.credit_code = s.subject
    where not exists (select from known k where k.line = s.line)
    union all
    select s.line, s.key_hash, e.id, s.event_day, s.category, s.document_no, s.authority
    from ingest.staged_record_slot s
    join ingest.enterprise e on e.old_number = s.subject
    where s.code_class = 'OLD_NUMBER'
      and not exists (select from known k where k.line = s.line)
), meant as (
    select u.line, u.key_hash, r.id as record_id, r.known_from, r.key_hash as record_key,
        count(*) over (partition by u.line) as candidates,
        row_number() over (partition by r.id order by u.line desc) as last
    from unknown u
    -- few rows have no known key: the records of their few subjects are looked up one by one
    cross join lateral (
        select * from ingest.record r
        where r.enterprise_id = u.enterprise_id and r.kind = :kind and r.known_to is null
        offset 0
    ) r
    where not exists (select from known k where k.record_id = r.id)
      and case when :listing
               then r.event_day = u.event_day and (u.category is null or r.category is null)
               else ingest.comparable(u.document_no) = ingest.comparable(r.document_no)
          end
      and (u.authority is null or r.authority is null or ingest.comparable(u.authority) = ingest.comparable(r.authority)
           or not :listing
              and ingest.comparable(u.document_no) ~ '[^0-9〔〕].*[^0-9〔〕].*[^0-9〔〕].*〔[0-9]{4}〕.*[0-9]')
), found as (
    insert into known (line, key_hash, record_id, known_from, same)
    select line, key_hash, record_id, known_from, false
    from meant
    where candidates = 1 and last = 1
    returning line, record_id
)
update ingest.staged_record_slot s
set key_hash = m.record_key
from found f
join meant m on m.line = f.line and m.record_id = f.record_id
where s.line = f.line
