-- Each side's own record; the key that is the other's is left to it.
insert into ingest.record (enterprise_id, subject_id, kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, known_from, key_hash, fact_hash, content_hash)
select r.enterprise_id, r.subject_id, kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, greatest(:now, known_from),
    cast(md5(r.key_hash::text || coalesce(r.subject_id, r.enterprise_id)) as uuid), fact_hash, content_hash
from parted p
join ingest.record r on r.id = p.holder
where p.first
union all
select p.root, nullif(p.told_of, p.root), kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
    severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
    quantity, details, related_id, person_key, flags, delivery_id, greatest(:now, known_from),
    case when p.first then r.key_hash else cast(md5(r.key_hash::text || p.told_of) as uuid) end, fact_hash, content_hash
from parted p
join ingest.record r on r.id = p.id
