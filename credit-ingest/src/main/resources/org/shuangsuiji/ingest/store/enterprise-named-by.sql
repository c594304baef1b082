-- In which relations do others of the scope name one subject, under whichever of its identities, newest first? As records of
-- theirs, with who told them.
select r.*, e.id as by_id, coalesce(e.name, e.credit_code, e.old_number, e.name_key) as by_name,
       coalesce(s.name, d.name) as source_name, s.standing, s.trust, '{}'::text[] as also
from ingest.record r
join ingest.enterprise e on e.id = r.enterprise_id
left join ingest.delivery v on v.id = r.delivery_id
left join ingest.source s on s.id = v.source_id
left join office.department d on d.id = s.department_id
where r.related_id in (select i.id from ingest.enterprise i where i.id = :id or i.same_as = :id)
  and r.known_to is null and r.enterprise_id <> :id
