-- New records and the new versions of changed ones; whom they are about is noted as touched.
with placed as (
    insert into ingest.record (enterprise_id, subject_id, kind, event_day, ends_on, stated_end, repaired_on, withdrawn_on,
        severity, amount_fen, confiscated_fen, category, document_no, licence_no, authority, authority_code, summary,
        quantity, details, related_id, person_key, flags, delivery_id, known_from, key_hash, fact_hash,
        content_hash)
    select w.enterprise_id, nullif(w.identity_id, w.enterprise_id), :kind, s.event_day, s.ends_on, s.stated_end,
        s.repaired_on, s.withdrawn_on, s.severity, s.amount_fen, s.confiscated_fen, s.category, s.document_no,
        s.licence_no, s.authority, s.authority_code, s.summary, s.quantity, s.details, other.identity_id, s.person_key,
        s.flags, :delivery, greatest(:now, k.known_from), s.key_hash, s.fact_hash, s.content_hash
    from ingest.staged_record_slot s
    join whom w on w.subject = s.subject
    left join whom other on other.subject = s.related
    left join known k on k.line = s.line
    where k.same is not true
    returning enterprise_id, related_id
)
insert into ingest.touched (delivery_id, enterprise_id)
select :delivery, enterprise_id from placed
union
select :delivery, related_id from placed where related_id is not null
on conflict do nothing
