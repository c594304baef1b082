-- The earlier ones, and whether they say the same as the last.
create temp table overtaken on commit drop as
select earlier.line, earlier.subject, earlier.flags, earlier.content_hash = last.content_hash as identical
from repeated r
join ingest.staged_registration_slot last on last.subject = r.subject and last.line = r.last_line
join ingest.staged_registration_slot earlier on earlier.subject = r.subject and earlier.line < r.last_line
