-- Rows that nobody knows by their key may still tell of a known record in other words: one layout has a code for the body
-- that decided, another its name, a third neither. It is the same event where the numbers agree and either both sides name
-- one body, or the number can be of one body only, or the day is the same and nothing else that both state contradicts. A
-- number without a year counts within its year. A listing without a number is known by its day and reason. Where two
-- records could be meant, neither is: it is kept beside them.
with one_number as (
    select u.line, r.id as record_id
    from unknown u join other r on r.enterprise_id = u.enterprise_id and r.document_no = u.document_no
    union
    select u.line, r.id
    from unknown u join other r on r.enterprise_id = u.enterprise_id and r.licence_no = u.document_no
    union
    select u.line, r.id
    from unknown u join other r on r.enterprise_id = u.enterprise_id and r.document_no = u.licence_no
), alike as (
    select u.line, r.id as record_id
    from one_number n
    join unknown u on u.line = n.line
    join other r on r.id = n.record_id
    cross join lateral (
        select r.event_day = u.event_day as one_day,
            u.category is null or r.category is null
                or string_to_array(u.category, ',') && string_to_array(r.category, ',') as category_agrees
    ) as of_both
    where (u.document_no ~ '(19|20)[0-9]{2}' or extract(year from u.event_day) = extract(year from r.event_day))
      and (u.body = r.body
           or :listing and one_day
           or one_day and category_agrees and (u.body is null or r.body is null)
           or (one_day and category_agrees or :listing) and ingest.names_its_body(u.document_no))
    union
    select u.line, r.id
    from unknown u
    join other r on r.enterprise_id = u.enterprise_id and r.event_day = u.event_day
    where :listing
      and (u.category is null or r.category is null or u.category = r.category)
      and (u.body is null or r.body is null or u.body = r.body)
      and ((u.flags | r.flags) & :reasonMissing <> 0
           or starts_with(u.reason, r.reason) or starts_with(r.reason, u.reason))
), meant as (
    select u.line, u.key_hash, r.id as record_id, r.known_from, r.key_hash as record_key,
        count(*) over (partition by u.line) as candidates
    from alike a
    join unknown u on u.line = a.line
    join other r on r.id = a.record_id
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
