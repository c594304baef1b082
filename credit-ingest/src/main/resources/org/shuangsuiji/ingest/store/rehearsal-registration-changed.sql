-- The first rows that change a registration, with each field that changes: what was known stands as the last former
-- version, what it becomes in its place. Only of enterprises that were in the sender's scope before its own row.
with picked as (
    select k.line, k.enterprise_id, e.version
    from known k
    join lateral (
        select v as version, v.region, n.first_delivery_id
        from ingest.enterprise n
        join ingest.enterprise_version v on v.enterprise_id = n.id
        where n.id = k.enterprise_id
        order by v.known_to desc, v.known_from desc
        limit 1
    ) as e on true
    where not k.same and k.registered and enterprise_in_scope
    order by k.line
    limit :limit
)
select p.line, s.subject, s.name, f.field, f.was, f.becomes
from picked p
join ingest.staged_registration_slot s on s.line = p.line
join ingest.enterprise e on e.id = p.enterprise_id
left join lateral (
    select n.key as field, o.value as was, n.value as becomes
    from jsonb_each_text(to_jsonb(e)) n
    join jsonb_each_text(to_jsonb(p.version)) o on o.key = n.key
    where n.value is distinct from o.value and n.key = any (cast(:fields as text[]))
) as f on true
order by p.line, array_position(cast(:fields as text[]), f.field)
