-- The records named in the table again, as new versions under whom and by which key it says. Who told them stays who told
-- them.
insert into ingest.record (enterprise_id, subject_id, kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, known_from, key_hash, fact_hash, content_hash)
select a.root, nullif(a.identity_id, a.root), kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, greatest(:now, known_from), a.key_hash, fact_hash,
    content_hash
from again a
join ingest.record r on r.id = a.record_id
