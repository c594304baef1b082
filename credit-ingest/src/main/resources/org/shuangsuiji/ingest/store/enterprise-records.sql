-- What the office knows of one subject beside its registration, newest first, and who told it.
select r.*, coalesce(s.name, d.name) as source_name, s.standing, s.trust
from ingest.record r
left join ingest.delivery v on v.id = r.delivery_id
left join ingest.source s on s.id = v.source_id
left join office.department d on d.id = s.department_id
where r.enterprise_id = :id and (:former or r.known_to is null)
order by r.event_day desc, r.id desc
