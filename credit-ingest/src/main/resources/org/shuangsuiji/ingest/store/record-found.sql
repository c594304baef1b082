-- Rows that nobody knows by their key may still tell of a known record in other words: one layout has a code for the body
-- that decided, another its name, a third neither. It is the same event where the day is the same and nothing that both
-- sides state contradicts: of a document its number and a category; of a listing its reason, where both give one. Bodies
-- may only be named differently where the number itself names the body and year (机关代字〔年份〕序号, GB/T 9704-2012, 7.2.5).
-- Where two records could be meant, neither is: it is kept beside them.
with unknown as (
    select s.line, s.key_hash, e.id as enterprise_id, s.event_day, s.category, s.document_no, s.licence_no, s.authority,
        s.summary, s.flags
    from ingest.staged_record_slot s
    join ingest.enterprise e on e.credit_code = s.subject
    where not exists (select from known k where k.line = s.line)
    union all
    select s.line, s.key_hash, e.id, s.event_day, s.category, s.document_no, s.licence_no, s.authority, s.summary, s.flags
    from ingest.staged_record_slot s
    join ingest.enterprise e on e.old_number = s.subject
    where s.code_class = 'OLD_NUMBER'
      and not exists (select from known k where k.line = s.line)
), meant as (
    select u.line, u.key_hash, r.id as record_id, r.known_from, r.key_hash as record_key,
        count(*) over (partition by u.line) as candidates
    from unknown u
    -- few rows have no known key: the records of their few subjects are looked up one by one
    cross join lateral (
        select * from ingest.record r
        where r.enterprise_id = u.enterprise_id and r.kind = :kind and r.known_to is null and r.event_day = u.event_day
        offset 0
    ) r
    where not exists (select from known k where k.record_id = r.id)
      and (u.category is null or r.category is null
           or string_to_array(u.category, ',') && string_to_array(r.category, ','))
      and case when :listing
               then (u.flags | r.flags) & :reasonMissing <> 0
                    or starts_with(ingest.comparable(u.summary), ingest.comparable(r.summary))
                    or starts_with(ingest.comparable(r.summary), ingest.comparable(u.summary))
               else ingest.comparable(u.document_no)
                        in (ingest.comparable(r.document_no), ingest.comparable(r.licence_no))
                    or ingest.comparable(u.licence_no) = ingest.comparable(r.document_no)
          end
      and (u.authority is null or r.authority is null or ingest.comparable(u.authority) = ingest.comparable(r.authority)
           or not :listing
              and ingest.comparable(u.document_no) ~ '[^0-9〔〕].*[^0-9〔〕].*[^0-9〔〕].*〔[0-9]{4}〕.*[0-9]')
), last as (
    select *, row_number() over (partition by record_id order by line desc) as place
    from meant
    where candidates = 1
), found as (
    insert into known (line, key_hash, record_id, known_from, same)
    select line, key_hash, record_id, known_from, false
    from last
    where place = 1
    returning line, record_id
)
update ingest.staged_record_slot s
set key_hash = m.record_key
from found f
join meant m on m.line = f.line and m.record_id = f.record_id
where s.line = f.line
