-- From here on those rows bear the key of the record that they mean; and so do they when they come again.
with found as (
    insert into known (line, key_hash, record_id, known_from, same)
    select line, key_hash, record_id, known_from, false
    from meant
), remembered as (
    insert into ingest.record_alias (key_hash, record_key, noted_at)
    select key_hash, record_key, :now
    from meant
    on conflict do nothing
)
update ingest.staged_record_slot s
set key_hash = m.record_key
from meant m
where s.line = m.line
