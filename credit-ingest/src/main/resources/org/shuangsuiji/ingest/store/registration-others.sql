-- Registered enterprises that lie outside the sender's region, and of which neither it nor a body below it brought what
-- stands: other bodies answer for them.
create temp table others on commit drop as
select k.line, k.subject, s.flags, e.region
from known k
join ingest.staged_registration_slot s on s.line = k.line
join ingest.enterprise e on e.id = k.enterprise_id
join ingest.delivery d on d.id = e.delivery_id
left join office.department p on p.id = d.department_id
where not k.same and e.registered and e.region not like :regions and p.path like :departments is not true
