-- The first rows about enterprises of which no registration was known.
select s.line, s.subject, s.name
from ingest.staged_registration_slot s
where not exists (select from known k where k.line = s.line and (k.registered or k.same))
order by s.line
limit :limit
