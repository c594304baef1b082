-- Records that the office knows already, and whether the file says the same of them.
create temp table known on commit drop as
select s.line, s.key_hash, r.id as record_id, r.known_from, r.content_hash = s.content_hash as same
from ingest.staged_record_slot s
join ingest.record r on r.key_hash = s.key_hash and r.known_to is null
