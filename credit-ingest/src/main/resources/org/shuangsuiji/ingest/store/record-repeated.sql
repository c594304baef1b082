-- Rows of one file with one natural key: the last one is what the source means.
create temp table repeated on commit drop as
select key_hash, max(line) as last_line
from ingest.staged_record_slot
group by key_hash
having count(*) > 1
