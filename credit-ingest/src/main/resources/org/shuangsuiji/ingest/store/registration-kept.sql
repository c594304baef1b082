-- What a row does not say of an enterprise that is known stays as it was: a file without a column, or with an empty cell,
-- takes nothing away, and one without a status brings nobody back who was deregistered.
with merged as (
    select k.line,
        coalesce(s.name, e.name) as name,
        case when s.name is null then e.search_grams else s.search_grams end as search_grams,
        coalesce(s.region, e.region) as region,
        coalesce(s.industry, e.industry) as industry,
        case when s.industry is null then e.section else s.section end as section,
        case when coalesce(s.type_code, s.type_name) is null then e.type_code else s.type_code end as type_code,
        case when coalesce(s.type_code, s.type_name) is null then e.type_name else s.type_name end as type_name,
        case when e.registered and coalesce(s.type_code, s.type_name) is null then e.subject_kind
             else s.subject_kind end as subject_kind,
        coalesce(s.status, case when e.registered then e.status end) as status,
        coalesce(s.established, e.established) as established,
        case when s.capital_text is null then e.capital_fen else s.capital_fen end as capital_fen,
        coalesce(s.capital_text, e.capital_text) as capital_text,
        coalesce(s.address, e.address) as address,
        coalesce(s.legal_person, e.legal_person) as legal_person,
        coalesce(s.business_scope, e.business_scope) as business_scope,
        coalesce(s.register_number, e.register_number) as register_number,
        coalesce(s.authority, e.authority) as authority,
        coalesce(s.term_from, e.term_from) as term_from,
        case when coalesce(s.term_from, s.term_to) is null then e.term_to else s.term_to end as term_to,
        coalesce(s.approved_on, e.approved_on) as approved_on,
        case when s.status is null then coalesce(s.revoked_on, e.revoked_on) else s.revoked_on end as revoked_on,
        case when s.status is null then coalesce(s.deregistered_on, e.deregistered_on) else s.deregistered_on end
            as deregistered_on,
        -- what the row lacks and the office knows is not missing
        s.flags & ~ case when s.region is null and e.region is not null then :regionNotKnown else 0 end
                & ~ case when s.name is null and e.name is not null then :nameMissing else 0 end as flags,
        -- no row has this digest: what stands is more than the row says
        cast(md5(s.content_hash::text || coalesce(e.content_hash::text, '')) as uuid) as content_hash
    from known k
    join ingest.staged_registration_slot s on s.line = k.line
    join ingest.enterprise e on e.id = k.enterprise_id
    where not k.same
)
update ingest.staged_registration_slot s
set name = m.name, search_grams = m.search_grams, region = m.region, industry = m.industry, section = m.section,
    type_code = m.type_code, type_name = m.type_name, subject_kind = m.subject_kind, status = m.status,
    established = m.established, capital_fen = m.capital_fen, capital_text = m.capital_text, address = m.address,
    legal_person = m.legal_person, business_scope = m.business_scope, register_number = m.register_number,
    authority = m.authority, term_from = m.term_from, term_to = m.term_to, approved_on = m.approved_on,
    revoked_on = m.revoked_on, deregistered_on = m.deregistered_on, flags = m.flags, content_hash = m.content_hash
from merged m
where m.line = s.line
  and (s.name, s.region, s.industry, s.section, s.type_code, s.type_name, s.subject_kind, s.status, s.established,
       s.capital_fen, s.capital_text, s.address, s.legal_person, s.business_scope, s.register_number, s.authority,
       s.term_from, s.term_to, s.approved_on, s.revoked_on, s.deregistered_on, s.flags)
      is distinct from
      (m.name, m.region, m.industry, m.section, m.type_code, m.type_name, m.subject_kind, m.status, m.established,
       m.capital_fen, m.capital_text, m.address, m.legal_person, m.business_scope, m.register_number, m.authority,
       m.term_from, m.term_to, m.approved_on, m.revoked_on, m.deregistered_on, m.flags)
