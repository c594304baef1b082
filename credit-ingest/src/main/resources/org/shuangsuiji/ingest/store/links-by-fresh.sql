-- Subjects that are new, and registrations that name them already.
insert into pair
select f.id, i.enterprise_id, i.sort, i.shown
from fresh n
join ingest.enterprise f on f.id = n.enterprise_id
join ingest.identifier i on i.sort = 'NUMBER' and i.value = f.old_number and i.unsaid_at is null
union
select f.id, i.enterprise_id, i.sort, i.shown
from fresh n
join ingest.enterprise f on f.id = n.enterprise_id
join ingest.identifier i on i.sort = 'CODE' and i.value = f.credit_code and i.unsaid_at is null
union
select f.id, i.enterprise_id, i.sort, i.shown
from fresh n
join ingest.enterprise f on f.id = n.enterprise_id
join ingest.identifier i on i.sort = 'NAME' and i.value = coalesce(f.name_key, ingest.name_key(f.name))
where f.code_class in ('NAME_ONLY', 'OLD_NUMBER')
