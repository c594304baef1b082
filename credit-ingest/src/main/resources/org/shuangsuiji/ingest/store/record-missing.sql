-- Subjects that only this file names.
create temp table missing on commit drop as
select distinct on (s.subject) s.subject, s.code_class, s.subject_kind, s.name, s.flags
from ingest.staged_record_slot s
where not exists (select from ingest.enterprise e where e.credit_code = s.subject)
  and not exists (select from ingest.enterprise e where e.old_number = s.subject)
order by s.subject, s.line desc
