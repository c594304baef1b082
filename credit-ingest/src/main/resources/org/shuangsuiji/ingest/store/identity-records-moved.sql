-- Who told them stays who told them.
insert into ingest.record (enterprise_id, subject_id, kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, known_from, key_hash, content_hash)
select to_root, nullif(identity_id, to_root), kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, greatest(:now, known_from), key_hash, content_hash
from moved_record m
-- the same decision, told of both identities, counts once
where not exists (
    select from ingest.record o
    where o.enterprise_id = m.to_root and o.known_to is null and o.kind = m.kind and o.event_day = m.event_day
      and ingest.comparable(o.document_no) = ingest.comparable(m.document_no)
      and o.id not in (select id from moved_record)
      and (m.authority is null or o.authority is null
           or ingest.comparable(o.authority) = ingest.comparable(m.authority)
           or o.authority_code = m.authority_code))
