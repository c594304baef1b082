-- Subjects that the office knows already, the marks of their rows, and whether the file says the same of them.
create temp table known on commit drop as
select s.line, s.subject, s.flags, e.id as enterprise_id, e.registered, e.known_from,
    e.content_hash is not distinct from s.content_hash as same
from ingest.staged_registration_slot s
join ingest.enterprise e on e.credit_code = s.subject
union all
select s.line, s.subject, s.flags, e.id, e.registered, e.known_from, e.content_hash is not distinct from s.content_hash
from ingest.staged_registration_slot s
join ingest.enterprise e on e.old_number = s.subject
where s.code_class = 'OLD_NUMBER'
