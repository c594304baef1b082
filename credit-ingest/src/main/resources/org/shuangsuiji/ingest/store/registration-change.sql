-- What a row does not say of an enterprise that is known stays as it was: a file without a column, or with an empty cell,
-- takes nothing away, and one without a status brings nobody back who was deregistered.
update ingest.enterprise e
set code_class = s.code_class, registered = true,
    name = coalesce(s.name, e.name),
    search_grams = case when s.name is null then e.search_grams else s.search_grams end,
    region = coalesce(s.region, e.region),
    industry = coalesce(s.industry, e.industry),
    section = case when s.industry is null then e.section else s.section end,
    type_code = case when coalesce(s.type_code, s.type_name) is null then e.type_code else s.type_code end,
    type_name = case when coalesce(s.type_code, s.type_name) is null then e.type_name else s.type_name end,
    subject_kind = case when e.registered and coalesce(s.type_code, s.type_name) is null then e.subject_kind
                        else s.subject_kind end,
    status = coalesce(s.status, case when e.registered then e.status end, 'ACTIVE'),
    established = coalesce(s.established, e.established),
    capital_fen = case when s.capital_text is null then e.capital_fen else s.capital_fen end,
    capital_text = coalesce(s.capital_text, e.capital_text),
    address = coalesce(s.address, e.address),
    legal_person = coalesce(s.legal_person, e.legal_person),
    business_scope = coalesce(s.business_scope, e.business_scope),
    register_number = coalesce(s.register_number, e.register_number),
    authority = coalesce(s.authority, e.authority),
    term_from = coalesce(s.term_from, e.term_from),
    term_to = case when coalesce(s.term_from, s.term_to) is null then e.term_to else s.term_to end,
    approved_on = coalesce(s.approved_on, e.approved_on),
    revoked_on = case when s.status is null then coalesce(s.revoked_on, e.revoked_on) else s.revoked_on end,
    deregistered_on = case when s.status is null then coalesce(s.deregistered_on, e.deregistered_on)
                           else s.deregistered_on end,
    -- what the row lacks and the office knows is not missing
    flags = s.flags & ~ case when s.region is null and e.region is not null then :regionNotKnown else 0 end
                    & ~ case when s.name is null and e.name is not null then :nameMissing else 0 end,
    content_hash = s.content_hash, delivery_id = :delivery, known_from = :now
from known k
join ingest.staged_registration_slot s on s.line = k.line
where e.id = k.enterprise_id and not k.same
