-- An enterprise as the row says, completed by what was known (registration-kept.sql).
update ingest.enterprise e
set code_class = s.code_class, registered = true, name = s.name, search_grams = s.search_grams, region = s.region,
    industry = s.industry, section = s.section, type_code = s.type_code, type_name = s.type_name,
    subject_kind = s.subject_kind, status = coalesce(s.status, 'ACTIVE'), established = s.established,
    capital_fen = s.capital_fen, capital_text = s.capital_text, address = s.address, legal_person = s.legal_person,
    business_scope = s.business_scope, register_number = s.register_number, authority = s.authority,
    term_from = s.term_from, term_to = s.term_to, approved_on = s.approved_on, revoked_on = s.revoked_on,
    deregistered_on = s.deregistered_on, flags = s.flags, content_hash = s.content_hash, delivery_id = :delivery,
    known_from = greatest(:now, e.known_from)
from known k
join ingest.staged_registration_slot s on s.line = k.line
where e.id = k.enterprise_id and not k.same
