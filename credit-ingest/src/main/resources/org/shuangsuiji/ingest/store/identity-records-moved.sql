-- Who told them stays who told them.
insert into ingest.record (enterprise_id, subject_id, kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, known_from, key_hash, fact_hash, content_hash)
select to_root, nullif(identity_id, to_root), kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, greatest(:now, known_from), key_hash, fact_hash,
    content_hash
from moved_record
where id not in (select id from outdone)
