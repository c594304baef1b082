-- Whose code or number contains this part, and whose registration names it, whole, as one that it had. Each half goes by its
-- own index.
select e.*
from ingest.enterprise e
where e.id in (
    (select e.id
     from ingest.enterprise e
     where (e.search_grams @> cast(:first as text[]) or e.search_grams @> cast(:second as text[]))
       and (e.credit_code like '%' || :part || '%' or e.old_number like '%' || :part || '%')
       and (cast(:after as bigint) is null or e.id > :after) and enterprise_in_scope
     order by e.id limit :limit)
    union
    (select e.id
     from ingest.identifier i join ingest.enterprise e on e.id = i.enterprise_id
     where i.sort in ('CODE', 'NUMBER') and i.value = :part
       and (cast(:after as bigint) is null or e.id > :after) and enterprise_in_scope
     order by e.id limit :limit))
order by e.id
limit :limit
