-- What was known of those enterprises before stays, word for word.
insert into ingest.enterprise_version (enterprise_id, known_from, known_to, delivery_id, registered, name, region,
    industry, section, type_code, type_name, subject_kind, status, established, capital_fen, capital_text, address,
    legal_person, business_scope, register_number, authority, term_from, term_to, approved_on, revoked_on,
    deregistered_on, flags, content_hash, same_as)
select e.id, e.known_from, greatest(:now, e.known_from), e.delivery_id, e.registered, e.name, e.region,
    e.industry, e.section, e.type_code, e.type_name, e.subject_kind, e.status, e.established, e.capital_fen,
    e.capital_text, e.address, e.legal_person, e.business_scope, e.register_number, e.authority, e.term_from, e.term_to,
    e.approved_on, e.revoked_on, e.deregistered_on, e.flags, e.content_hash, e.same_as
from ingest.enterprise e
join those_meant
