-- From here on those rows bear the key of the record that they mean.
with found as (
    insert into known (line, key_hash, record_id, known_from, same)
    select line, key_hash, record_id, known_from, false
    from meant
)
update ingest.staged_record_slot s
set key_hash = m.record_key
from meant m
where s.line = m.line
