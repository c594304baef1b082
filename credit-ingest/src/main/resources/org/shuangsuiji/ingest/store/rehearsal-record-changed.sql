-- The first rows that change a record of an enterprise in the sender's scope, with each field that changes. Of other
-- enterprises nothing is shown: whoever knows the number of a decision would learn what stands of it.
with picked as (
    select k.line, k.record_id
    from known k
    join ingest.record r on r.id = k.record_id
    join ingest.enterprise e on e.id = r.enterprise_id
    where not k.same and enterprise_in_scope
    order by k.line
    limit :limit
)
select p.line / 4 as line, s.subject, s.name, f.field, f.was, f.becomes
from picked p
join ingest.staged_record_slot s on s.line = p.line
join ingest.record r on r.id = p.record_id
left join lateral (
    select n.key as field, o.value as was, n.value as becomes
    from jsonb_each_text(to_jsonb(s)) n
    join jsonb_each_text(to_jsonb(r)) o on o.key = n.key
    where n.value is distinct from o.value and n.key = any (cast(:fields as text[]))
) as f on true
order by p.line, array_position(cast(:fields as text[]), f.field)
