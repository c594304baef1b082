-- Rows that nobody knows by their key may still tell of a known record in other words: one layout has a code for the body
-- that decided, another its name, a third neither. It is the same event where the numbers agree and either both sides name
-- one body, or the number can be of one body only, or the day is the same and nothing else that both state contradicts. A
-- number without a year counts within its year. A listing without a number is known by its day and reason. Where two
-- records could be meant, neither is: it is kept beside them.
create temp table meant on commit drop as
with told as materialized (
    select u.*, n.number, n.of_licence
    from unknown u cross join lateral (values (u.document_no, false), (u.licence_no, true)) as n (number, of_licence)
    where n.number is not null
), kept as materialized (
    select r.*, n.number, n.of_licence
    from other r cross join lateral (values (r.document_no, false), (r.licence_no, true)) as n (number, of_licence)
    where n.number is not null
), compared as (
    select u.line, u.key_hash, r.id as record_id, r.known_from, r.key_hash as record_key,
        case when one_body then 1
             when body_may_be_one and (one_day and category_agrees or :listing)
                  and ingest.names_its_body(u.document_no) then 1
             when :listing and one_day then 2
             when one_day and category_agrees and one_body is null then 2
        end as distance
    from told u
    join kept r on r.enterprise_id = u.enterprise_id and r.number = u.number and not (r.of_licence and u.of_licence)
    cross join lateral (
        select r.event_day = u.event_day as one_day,
            coalesce(u.body_code = r.body_code, u.body = r.body) as one_body,
            (u.body_code = r.body_code) is not false as body_may_be_one,
            u.category is null or r.category is null
                or string_to_array(u.category, ',') && string_to_array(r.category, ',') as category_agrees
    ) as of_both
    where u.number ~ '(19|20)[0-9]{2}' or extract(year from u.event_day) = extract(year from r.event_day)
    union all
    select u.line, u.key_hash, r.id, r.known_from, r.key_hash, case when u.reason = r.reason then 3 else 4 end
    from unknown u
    join other r on r.enterprise_id = u.enterprise_id and r.event_day = u.event_day
    where :listing
      and (u.category is null or r.category is null or u.category = r.category)
      and (u.body is null or r.body is null or u.body = r.body)
      and ((u.flags | r.flags) & :reasonMissing <> 0
           or starts_with(u.reason, r.reason) or starts_with(r.reason, u.reason))
), pair as (
    select line, key_hash, record_id, known_from, record_key, min(distance) as distance
    from compared
    where distance is not null
    group by line, key_hash, record_id, known_from, record_key
), nearest as (
    select *, row_number() over (partition by line order by distance, record_id desc) as place,
        count(*) over (partition by line, distance) as rivals
    from pair
), chosen as (
    -- what has one number and one body is one event, however often it was once stored
    select *, row_number() over (partition by record_id order by line desc) as turn
    from nearest
    where place = 1 and (rivals = 1 or distance = 1)
)
select line, key_hash, record_id, known_from, record_key
from chosen
where turn = 1
