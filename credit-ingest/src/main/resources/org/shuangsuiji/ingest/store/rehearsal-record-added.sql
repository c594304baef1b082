-- The first rows that are records not known before.
select s.line / 4 as line, s.subject, s.name
from ingest.staged_record_slot s
where not exists (select from known k where k.line = s.line)
order by s.line
limit :limit
