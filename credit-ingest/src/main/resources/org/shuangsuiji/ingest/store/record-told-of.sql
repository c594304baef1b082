-- What was told of another identity of the subject than the record itself, in the same words or in the same file.
with told as (
    select r.id as record_id, w.identity_id
    from shared w
    join ingest.staged_record_slot s on s.subject = w.subject
    join known k on k.line = s.line and k.same
    join ingest.record r on r.id = k.record_id and coalesce(r.subject_id, r.enterprise_id) <> w.identity_id
    union
    select r.id, c.identity_id
    from cousin c
    join ingest.staged_record_slot s on s.line = c.last_line
    join ingest.record r on r.key_hash = s.key_hash and r.known_to is null
    where coalesce(r.subject_id, r.enterprise_id) <> c.identity_id
)
insert into ingest.record_told (record_id, identity_id, delivery_id, noted_at)
select record_id, identity_id, :delivery, :now
from told
on conflict do nothing
