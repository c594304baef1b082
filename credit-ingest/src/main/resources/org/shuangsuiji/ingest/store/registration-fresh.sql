-- New identities that a registration of before may name already.
insert into fresh
select e.id
from ingest.staged_registration_slot s
join ingest.enterprise e on e.old_number = s.subject
where s.code_class = 'OLD_NUMBER' and not exists (select from known k where k.subject = s.subject)
union
select e.id
from ingest.staged_registration_slot s
join ingest.identifier i on i.sort = 'CODE' and i.value = s.subject
join ingest.enterprise e on e.credit_code = s.subject
where not exists (select from known k where k.subject = s.subject)
