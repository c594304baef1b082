-- Records of an identity that ended when it was linked, because the other subject had them too, begin again.
insert into ingest.record (enterprise_id, kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on, severity,
    amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary, quantity,
    details, related_id, person_key, flags, delivery_id, known_from, key_hash, content_hash)
select distinct on (r.key_hash) :identity, r.kind, r.event_day, r.ends_on, r.stated_end, r.repaired_on, r.withdrawn_on,
    r.severity, r.amount_fen, r.confiscated_fen, r.category, r.document_no, r.licence_no, r.authority,
    r.authority_code, r.summary, r.quantity, r.details, r.related_id, r.person_key, r.flags, r.delivery_id, :now,
    r.key_hash, r.content_hash
from ingest.record r
where (r.enterprise_id = :identity and r.subject_id is null or r.subject_id = :identity)
  and r.known_to >= :since
  and not exists (select from ingest.record c where c.key_hash = r.key_hash and c.known_to is null)
order by r.key_hash, r.known_to desc, r.id desc
