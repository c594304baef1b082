-- The first rows that change a registration, with each field that changes: what was known stands as the last former
-- version, what it becomes in its place.
with picked as (
    select line, enterprise_id from known where not same and registered order by line limit :limit
)
select p.line, s.subject, s.name, f.field, f.was, f.becomes
from picked p
join ingest.staged_registration_slot s on s.line = p.line
join ingest.enterprise e on e.id = p.enterprise_id
join lateral (
    select * from ingest.enterprise_version v where v.enterprise_id = e.id order by v.known_to desc, v.known_from desc limit 1
) as v on true
left join lateral (
    select n.key as field, o.value as was, n.value as becomes
    from jsonb_each_text(to_jsonb(e)) n
    join jsonb_each_text(to_jsonb(v)) o on o.key = n.key
    where n.value is distinct from o.value and n.key = any (cast(:fields as text[]))
) as f on true
order by p.line, array_position(cast(:fields as text[]), f.field)
