-- Rows of one file about one subject: the last one is what the source means.
create temp table repeated on commit drop as
select subject, max(line) as last_line
from ingest.staged_registration_slot
group by subject
having count(*) > 1
