-- Rows that nobody knows by their key may still tell of a known record in other words: one layout has a code for the body
-- that decided, another its name, a third neither. It is the same event where the numbers agree and the number names its
-- body, or both sides name one body, or the day is the same and nothing else that both state contradicts. A number without
-- a year counts within its year. A listing without a number is known by its day and reason. Where two records could be
-- meant, neither is: it is kept beside them. A penalty without a number is known by its day, its body and its fine. Each
-- rule is a join by equality, or one subject with many rows would hold up the office.
create temp table meant on commit drop as
with kept as materialized (
    -- the number of a licence may stand where a decision has its own; two decisions about one licence are two
    select r.id, r.key_hash, r.known_from, r.enterprise_id, r.event_day, r.category, r.body, r.body_code, n.number, n.place
    from other r
    cross join lateral (
        values (r.document_no, 1), (r.document_no, 2), (nullif(r.licence_no, r.document_no), 1)) as n (number, place)
    where n.number is not null
), number_kept as (
    select distinct enterprise_id, number, place from kept
), told as materialized (
    select u.line, u.key_hash, u.enterprise_id, u.event_day, u.category, u.body, u.body_code, u.number, u.place,
        u.number ~ '〔(19|20)[0-9]{2}〕' as has_year, ingest.names_its_body(u.number) as names_its_body
    from (
        select u.*, n.number, n.place
        from unknown u cross join lateral (values (u.document_no, 1), (u.licence_no, 2)) as n (number, place)
        where n.number is not null
    ) u
    join number_kept using (enterprise_id, number, place)
), few as materialized (
    -- of one number and day: which of many is meant nobody can say, and two tell that as well as thousands
    select *
    from (
        select *, row_number() over (
            partition by enterprise_id, number, place, event_day, category, body is null, body_code is null
            order by id desc) as turn
        from kept
    ) k
    where turn <= 2
), lonely as (
    -- records that tell the body by its name or its code alone; of several with one number and day none could be meant
    select *
    from (
        select *, count(*) over (partition by enterprise_id, number, place, event_day) as together
        from few
        where (body is null) <> (body_code is null)
    ) k
    where together = 1
), own as (
    -- of one number, whatever the day; the number of a licence means no decision about it
    select *
    from (
        select *, row_number() over (partition by enterprise_id, document_no, category order by id desc) as turn
        from other
        where document_no is not null
    ) r
    where turn <= 2
), fined as materialized (
    select *
    from (
        select *, document_no is not null as numbered, row_number() over (
            partition by enterprise_id, event_day, amount_fen, body, body_code, category, document_no is not null
            order by id desc) as turn
        from other
        where :penalty and amount_fen is not null
    ) r
    where turn <= 2
), compared as (
    select u.line, u.key_hash, r.id as record_id, r.known_from, r.key_hash as record_key, u.category as told_category,
        r.category as known_category, 0 as distance
    from told u
    join few r using (enterprise_id, number, place, event_day)
    where u.names_its_body
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, u.category, r.category, 1
    from (select * from told where names_its_body and place = 1 and not :listing) u
    join own r on r.enterprise_id = u.enterprise_id and r.document_no = u.number
    union all
    -- what no number tells apart, told of another identity of the subject
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, null, null, 0
    from unknown u
    join other r using (enterprise_id, fact_hash)
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, null, null, 2
    from told u
    join kept r using (enterprise_id, number, place, body_code)
    where u.has_year or extract(year from u.event_day) = extract(year from r.event_day)
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, null, null, 2
    from told u
    join kept r using (enterprise_id, number, place, body)
    where (u.has_year or extract(year from u.event_day) = extract(year from r.event_day))
      and (u.body_code = r.body_code) is not false
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, null, null, 3
    from told u
    join few r using (enterprise_id, number, place, event_day)
    where :listing
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, u.category, r.category, 3
    from (select * from told where body is null and body_code is null) u
    join few r using (enterprise_id, number, place, event_day)
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, u.category, r.category, 3
    from told u
    join (select * from few where body is null and body_code is null) r
        using (enterprise_id, number, place, event_day)
    union all
    -- the one side tells a name, the other a code
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, u.category, r.category, 3
    from (select * from told where (body is null) <> (body_code is null)) u
    join lonely r using (enterprise_id, number, place, event_day)
    where (u.body is null) = (r.body_code is null)
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, u.category, r.category,
        case when u.reason = r.reason then 4 else 5 end
    from unknown u
    join other r using (enterprise_id, event_day)
    where :listing
      and (u.body is null or r.body is null or u.body = r.body)
      and ((u.flags | r.flags) & :reasonMissing <> 0
           or starts_with(u.reason, r.reason) or starts_with(r.reason, u.reason))
    union all
    -- the one side tells a number, the other none
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, u.category, r.category, 6
    from unknown u
    join fined r using (enterprise_id, event_day, amount_fen, body)
    where (u.document_no is not null) <> r.numbered
      and (u.body_code = r.body_code) is not false
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, u.category, r.category, 6
    from unknown u
    join fined r using (enterprise_id, event_day, amount_fen, body_code)
    where (u.document_no is not null) <> r.numbered
), pair as (
    select line, key_hash, record_id, known_from, record_key, min(distance) as distance
    from compared
    where told_category is null or known_category is null
       or string_to_array(told_category, ',') && string_to_array(known_category, ',')
    group by line, key_hash, record_id, known_from, record_key
), nearest as (
    select *, row_number() over (partition by line order by distance, record_id desc) as place,
        count(*) over (partition by line, distance) as rivals
    from pair
), chosen as (
    -- a number that names its body is one event, however often it was once stored
    select *, row_number() over (partition by record_id order by distance = 6, line desc) as turn
    from nearest
    where place = 1 and (rivals = 1 or distance <= 1)
)
select line, key_hash, record_id, known_from, record_key
from chosen
where turn = 1
