-- What a row does not say of an enterprise that is known stays as it was, with its mark: a file without a column, or with
-- an empty cell, takes nothing away, and one without a status, or with a word for it that nobody knows, brings nobody
-- back who was deregistered. A city says nothing new of a county or street in it, nor a division of a class in it.
with said as (
    select s as told, e as known, k.line,
        case when s.region is null or e.region like regexp_replace(s.region, '(00)+$', '') || '%' then coalesce(e.region, s.region)
             else s.region end as region,
        case when s.industry is null or e.industry like regexp_replace(s.industry, '(00)+$', '') || '%' then coalesce(e.industry, s.industry)
             else s.industry end as industry,
        -- the code and the name of a type belong together
        coalesce(s.type_code, case when s.type_name is null or s.type_name = e.type_name then e.type_code end) as type_code,
        coalesce(s.type_name, case when s.type_code is null or s.type_code = e.type_code then e.type_name end) as type_name,
        e.registered and s.flags & :statusNotKnown <> 0 as keeps_status,
        case when e.registered and s.flags & :statusNotKnown <> 0 then e.status
             else coalesce(s.status, case when e.registered then e.status end) end as status
    from known k
    join ingest.staged_registration_slot s on s.line = k.line
    join ingest.enterprise e on e.id = k.enterprise_id
    where not k.same
), merged as (
    select line, region, industry, type_code, type_name, status,
        coalesce((told).name, (known).name) as name,
        case when (told).name is null then (known).search_grams else (told).search_grams end as search_grams,
        case when industry is not distinct from (told).industry then (told).section else (known).section end as section,
        case when (known).registered
                  and (type_code, type_name) is not distinct from ((known).type_code, (known).type_name)
             then (known).subject_kind else (told).subject_kind end as subject_kind,
        coalesce((told).established, (known).established) as established,
        case when (told).capital_text is null then (known).capital_fen else (told).capital_fen end as capital_fen,
        coalesce((told).capital_text, (known).capital_text) as capital_text,
        coalesce((told).address, (known).address) as address,
        coalesce((told).legal_person, (known).legal_person) as legal_person,
        coalesce((told).business_scope, (known).business_scope) as business_scope,
        coalesce((told).register_number, (known).register_number) as register_number,
        coalesce((told).authority, (known).authority) as authority,
        coalesce((told).term_from, (known).term_from) as term_from,
        coalesce((told).term_to, (known).term_to) as term_to,
        coalesce((told).approved_on, (known).approved_on) as approved_on,
        -- who trades was neither revoked nor deregistered
        coalesce((told).revoked_on,
                 case when keeps_status or (told).status is distinct from 'ACTIVE' then (known).revoked_on end)
            as revoked_on,
        coalesce((told).deregistered_on,
                 case when keeps_status or (told).status is distinct from 'ACTIVE' then (known).deregistered_on end)
            as deregistered_on,
        (told).flags as flags, (known).flags as known_flags,
        case when not (known).registered then case when (known).name is not null then :nameMissing else 0 end
        else case when (told).name is null then :nameMissing else 0 end
           | case when (told).region is null then :regionNotKnown else 0 end
           | case when keeps_status or (told).status is null then :ofStatus else 0 end
           | case when (told).capital_text is null then :capitalNotRead else 0 end
           | case when (told).established is null then :dayInFuture else 0 end
           | case when (told).industry is null and ((known).industry is not null or (told).flags & :industryNotKnown = 0)
                  then :industryNotKnown else 0 end
        end as kept_flags,
        -- a mark that does not say of which text it is stays while the row says less than is known
        case when (known).registered
                  and num_nulls((told).name, (told).address, (told).legal_person, (told).business_scope, (told).authority,
                                (told).register_number, (told).capital_text, (told).type_name, (told).region,
                                (told).established, (told).term_from, (told).term_to, (told).approved_on,
                                (told).revoked_on, (told).deregistered_on)
                      > num_nulls((known).name, (known).address, (known).legal_person, (known).business_scope,
                                  (known).authority, (known).register_number, (known).capital_text, (known).type_name,
                                  (known).region, (known).established, (known).term_from, (known).term_to,
                                  (known).approved_on, (known).revoked_on, (known).deregistered_on)
             then (known).flags & :ofAnyText else 0 end as added_flags,
        -- no row has this digest: what stands is more than the row says
        cast(md5((told).content_hash::text || coalesce((known).content_hash::text, '')) as uuid) as content_hash
    from said
)
update ingest.staged_registration_slot s
set name = m.name, search_grams = m.search_grams, region = m.region, industry = m.industry, section = m.section,
    type_code = m.type_code, type_name = m.type_name, subject_kind = m.subject_kind, status = m.status,
    established = m.established, capital_fen = m.capital_fen, capital_text = m.capital_text, address = m.address,
    legal_person = m.legal_person, business_scope = m.business_scope, register_number = m.register_number,
    authority = m.authority, term_from = m.term_from, term_to = m.term_to, approved_on = m.approved_on,
    revoked_on = m.revoked_on, deregistered_on = m.deregistered_on,
    flags = (m.flags & ~m.kept_flags) | (m.known_flags & m.kept_flags) | m.added_flags, content_hash = m.content_hash
from merged m
where m.line = s.line
  and (s.name, s.region, s.industry, s.section, s.type_code, s.type_name, s.subject_kind, s.status, s.established,
       s.capital_fen, s.capital_text, s.address, s.legal_person, s.business_scope, s.register_number, s.authority,
       s.term_from, s.term_to, s.approved_on, s.revoked_on, s.deregistered_on, s.flags)
      is distinct from
      (m.name, m.region, m.industry, m.section, m.type_code, m.type_name, m.subject_kind, m.status, m.established,
       m.capital_fen, m.capital_text, m.address, m.legal_person, m.business_scope, m.register_number, m.authority,
       m.term_from, m.term_to, m.approved_on, m.revoked_on, m.deregistered_on,
       (m.flags & ~m.kept_flags) | (m.known_flags & m.kept_flags) | m.added_flags)
