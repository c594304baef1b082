-- Rows that nobody knows by their key may still tell of a known record in other words: one layout has a code for the body
-- that decided, another its name, a third neither. It is the same event where the numbers agree and either both sides name
-- one body, or the number can be of one body only, or the day is the same and nothing else that both state contradicts. A
-- number without a year counts within its year. A listing without a number is known by its day and reason. Where two
-- records could be meant, neither is: it is kept beside them.
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
        where r.enterprise_id = u.enterprise_id and r.kind = :kind and r.known_to is null
        offset 0
    ) r
    cross join lateral (
        select r.event_day = u.event_day as one_day,
            ingest.comparable(u.authority) = ingest.comparable(r.authority) as one_body,
            u.authority is null or r.authority is null as body_untold,
            (u.category is null or r.category is null
             or string_to_array(u.category, ',') && string_to_array(r.category, ',')) as category_agrees,
            (ingest.comparable(u.document_no) in (ingest.comparable(r.document_no), ingest.comparable(r.licence_no))
             or ingest.comparable(u.licence_no) = ingest.comparable(r.document_no))
                and (u.document_no ~ '(19|20)[0-9]{2}'
                     or extract(year from u.event_day) = extract(year from r.event_day)) as one_number
    ) as of_both
    where not exists (select from known k where k.record_id = r.id)
      and (one_number and (one_body
                           or :listing and one_day
                           or one_day and category_agrees and body_untold
                           or (one_day and category_agrees or :listing) and ingest.names_its_body(u.document_no))
           or :listing and one_day and category_agrees and (one_body or body_untold)
              and ((u.flags | r.flags) & :reasonMissing <> 0
                   or starts_with(ingest.wording(u.summary), ingest.wording(r.summary))
                   or starts_with(ingest.wording(r.summary), ingest.wording(u.summary))))
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
