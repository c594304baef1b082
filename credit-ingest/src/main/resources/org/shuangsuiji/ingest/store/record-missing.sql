-- Subjects, and other parties of relations, that only this file names.
create temp table missing on commit drop as
with named as (
    select subject, code_class, subject_kind, name, flags, line from ingest.staged_record_slot
    union all
    select related, related_class, 'ENTERPRISE', related_name, 0, line from ingest.staged_record_slot
    where related is not null
)
select distinct on (n.subject) n.subject, n.code_class, n.subject_kind, n.name, n.flags
from named n
where not exists (select from ingest.enterprise e where e.credit_code = n.subject)
  and not exists (select from ingest.enterprise e where e.old_number = n.subject)
  and not exists (select from ingest.enterprise e where e.name_key = n.subject)
order by n.subject, n.line desc
