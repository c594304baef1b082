-- The earlier ones, and whether they say the same as the last.
create temp table overtaken on commit drop as
select earlier.line, earlier.key_hash, earlier.content_hash = last.content_hash as identical
from repeated r
join ingest.staged_record_slot last on last.key_hash = r.key_hash and last.line = r.last_line
join ingest.staged_record_slot earlier on earlier.key_hash = r.key_hash and earlier.line < r.last_line
