-- Rows that were found before to mean a record under another key mean it again, while it is about the same day and the
-- same subject: two that were one for a while have what is theirs. A row of the file with the record's own key tells them
-- apart, and of several such rows the last one is what the source means.
with told as (
    select distinct on (s.line) s.line, s.key_hash, r.id as record_id, r.known_from, r.key_hash as record_key
    from ingest.staged_record_slot s
    join ingest.record_alias a on a.key_hash = s.key_hash
    join whom w on w.subject = s.subject
    join ingest.record r on r.key_hash = a.record_key and r.known_to is null and r.event_day = s.event_day
        and r.enterprise_id = w.enterprise_id
    where not exists (select from known k where k.line = s.line or k.record_id = r.id)
    order by s.line, a.id desc
), noted as (
    select distinct on (record_id) line, key_hash, record_id, known_from, record_key
    from told
    order by record_id, line desc
), found as (
    insert into known (line, key_hash, record_id, known_from, same)
    select line, key_hash, record_id, known_from, false
    from noted
)
update ingest.staged_record_slot s
set key_hash = n.record_key
from noted n
where s.line = n.line
