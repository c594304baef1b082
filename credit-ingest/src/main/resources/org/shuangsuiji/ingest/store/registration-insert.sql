-- New subjects, and a note of whom the file touched.
with placed as (
    insert into ingest.enterprise (credit_code, old_number, code_class, registered, name, search_grams, region, industry,
        section, type_code, type_name, subject_kind, status, established, capital_fen, capital_text, address,
        legal_person, business_scope, register_number, authority, term_from, term_to, approved_on, revoked_on,
        deregistered_on, flags, first_delivery_id, delivery_id, known_from, content_hash)
    select case when s.code_class <> 'OLD_NUMBER' then s.subject end,
        case when s.code_class = 'OLD_NUMBER' then s.subject end,
        s.code_class, true, s.name, s.search_grams, s.region, s.industry,
        s.section, s.type_code, s.type_name, s.subject_kind, coalesce(s.status, 'ACTIVE'), s.established, s.capital_fen, s.capital_text,
        s.address, s.legal_person, s.business_scope, s.register_number, s.authority, s.term_from, s.term_to,
        s.approved_on, s.revoked_on, s.deregistered_on, s.flags, :delivery, :delivery, :now, s.content_hash
    from ingest.staged_registration_slot s
    where not exists (select from known k where k.subject = s.subject)
    returning id
)
insert into ingest.touched (delivery_id, enterprise_id)
select :delivery, id from placed
union all
select :delivery, enterprise_id from known where not same
