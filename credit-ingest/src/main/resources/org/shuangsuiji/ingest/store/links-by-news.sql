-- Numbers and names that a registration of this delivery tells, and subjects that bear them.
insert into pair
with old_register as materialized (
    select o.enterprise_id, o.value
    from ingest.enterprise f
    join ingest.identifier o on o.enterprise_id = f.id and o.sort = 'NAME'
    where f.code_class = 'OLD_NUMBER' and f.old_number is not null
)
select f.id, i.enterprise_id, i.sort, i.shown
from news i
join ingest.enterprise f on f.old_number = i.value
where i.sort = 'NUMBER'
union
select f.id, i.enterprise_id, i.sort, i.shown
from news i
join ingest.enterprise f on f.credit_code = i.value
where i.sort = 'CODE'
union
select f.id, i.enterprise_id, i.sort, i.shown
from news i
join ingest.enterprise f on f.name_key = i.value
where i.sort = 'NAME'
union
-- the old register has the same name
select o.enterprise_id, i.enterprise_id, i.sort, i.shown
from news i
join old_register o on o.value = i.value
where i.sort = 'NAME'
