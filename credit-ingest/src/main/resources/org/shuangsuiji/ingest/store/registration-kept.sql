-- What a row does not say of an enterprise that is known stays as it was, with its mark: a file without a column, or with
-- an empty cell, takes nothing away, and one without a status, or with a word for it that nobody knows, brings nobody
-- back who was deregistered. A city says nothing new of a county or street in it, nor a division of a class in it. A row
-- that then says what is known, though other rows told it in fewer or more words, is the same.
with said as (
    select s as told, e as known, k.line,
        case when s.region is null or e.region like told_within || '%' then coalesce(e.region, s.region)
             else s.region end as region,
        case when s.industry is null or e.industry like regexp_replace(s.industry, '(00)+$', '') || '%' then coalesce(e.industry, s.industry)
             else s.industry end as industry,
        -- the code and the name of a type belong together
        coalesce(s.type_code, case when s.type_name is null or s.type_name = e.type_name then e.type_code end) as type_code,
        coalesce(s.type_name, case when s.type_code is null or s.type_code = e.type_code then e.type_name end) as type_name,
        s.capital_text is null or s.flags & :capitalNotRead <> 0 and e.capital_fen is not null as keeps_capital,
        e.registered and s.flags & :statusNotKnown <> 0 as keeps_status,
        case when e.registered and s.flags & :statusNotKnown <> 0 then e.status
             else coalesce(s.status, case when e.registered then e.status end) end as status
    from known k
    join ingest.staged_registration_slot s on s.line = k.line
    join ingest.enterprise e on e.id = k.enterprise_id
    -- noughts stand for "all of it" by whole levels: two digits each down to the county, then three; 150123100 is a town
    cross join lateral (
        select regexp_replace(s.region, '^([0-9]{6}([0-9]{3})*?)(000)+$', '\1') as whole
    ) as levels
    cross join lateral (
        select case when length(whole) = 6 then regexp_replace(whole, '(00)+$', '') else whole end as told_within
    ) as within
    where not k.same
), merged as (
    select line, told, known, region, industry, type_code, type_name, status,
        coalesce((told).name, (known).name) as name,
        case when (told).name is null then (known).search_grams else (told).search_grams end as search_grams,
        case when industry is not distinct from (told).industry then (told).section else (known).section end as section,
        case when (known).registered
                  and (type_code, type_name) is not distinct from ((known).type_code, (known).type_name)
             then (known).subject_kind else (told).subject_kind end as subject_kind,
        coalesce((told).established, (known).established) as established,
        case when keeps_capital then (known).capital_fen else (told).capital_fen end as capital_fen,
        case when keeps_capital then (known).capital_text else (told).capital_text end as capital_text,
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
        case when not (known).registered then case when (known).name is not null then :nameMissing else 0 end
        else case when (told).name is null then :nameMissing else 0 end
           | case when (told).region is null then :regionNotKnown else 0 end
           | case when keeps_status or (told).status is null then :ofStatus else 0 end
           | case when keeps_capital then :capitalNotRead else 0 end
           | case when (told).established is null then :dayInFuture else 0 end
           | case when (told).industry is null and ((known).industry is not null or (told).flags & :industryNotKnown = 0)
                  then :industryNotKnown else 0 end
        end as kept_flags
    from said
), compared as (
    select *, ((told).flags & ~kept_flags) | ((known).flags & kept_flags)
        -- a mark that does not say of which text it is stays while a text stands that the row leaves unsaid
        | case when (known).registered
                    and num_nulls((told).name, (told).address, (told).legal_person, (told).business_scope,
                                  (told).authority, (told).register_number, (told).capital_text, (told).type_name,
                                  (told).region, (told).established, (told).term_from, (told).term_to,
                                  (told).approved_on, (told).revoked_on, (told).deregistered_on)
                        > num_nulls(name, address, legal_person, business_scope, authority, register_number,
                                    capital_text, type_name, region, established, term_from, term_to, approved_on,
                                    revoked_on, deregistered_on)
               then (known).flags & :ofAnyText else 0 end as flags
    from merged
), fuller as materialized (
    select line, name, search_grams, region, industry, section, type_code, type_name, subject_kind, status, established,
        capital_fen, capital_text, address, legal_person, business_scope, register_number, authority, term_from, term_to,
        approved_on, revoked_on, deregistered_on, flags,
        -- no row has this digest: what stands is more than the row says
        cast(md5((told).content_hash::text || coalesce((known).content_hash::text, '')) as uuid) as content_hash,
        same
    from compared
    cross join lateral (
        select (known).registered and not exists (
                select from unnest((told).former_names) as old_name
                where not exists (select from ingest.identifier i
                                  where i.enterprise_id = (known).id and i.sort = 'NAME'
                                    and i.value = ingest.name_key(old_name))
                  and ingest.name_key(old_name) <> ''
            ) and not exists (
                select from unnest((told).former_codes) as old_code
                where old_code <> (told).subject
                  and not exists (select from ingest.identifier i
                                  where i.enterprise_id = (known).id and i.sort in ('CODE', 'NUMBER')
                                    and i.value = old_code and i.unsaid_at is null)
            ) and not exists (
                -- a former code that it told before and tells no more
                select from ingest.identifier i
                where (told).former_codes is not null and i.enterprise_id = (known).id and i.sort <> 'NAME' and i.former
                  and i.unsaid_at is null and i.value <> all ((told).former_codes)
                  and i.value is distinct from register_number
            ) and
            (name, region, industry, section, type_code, type_name, subject_kind, status, established, capital_fen,
             capital_text, address, legal_person, business_scope, register_number, authority, term_from, term_to,
             approved_on, revoked_on, deregistered_on, flags)
            is not distinct from
            ((known).name, (known).region, (known).industry, (known).section, (known).type_code, (known).type_name,
             (known).subject_kind, (known).status, (known).established, (known).capital_fen, (known).capital_text,
             (known).address, (known).legal_person, (known).business_scope, (known).register_number,
             (known).authority, (known).term_from, (known).term_to, (known).approved_on, (known).revoked_on,
             (known).deregistered_on, (known).flags) as same
    ) as with_known
    where same
       or (name, region, industry, section, type_code, type_name, subject_kind, status, established, capital_fen,
           capital_text, address, legal_person, business_scope, register_number, authority, term_from, term_to,
           approved_on, revoked_on, deregistered_on, flags)
          is distinct from
          ((told).name, (told).region, (told).industry, (told).section, (told).type_code, (told).type_name,
           (told).subject_kind, (told).status, (told).established, (told).capital_fen, (told).capital_text,
           (told).address, (told).legal_person, (told).business_scope, (told).register_number, (told).authority,
           (told).term_from, (told).term_to, (told).approved_on, (told).revoked_on, (told).deregistered_on,
           (told).flags)
), filled as (
    update ingest.staged_registration_slot s
    set name = f.name, search_grams = f.search_grams, region = f.region, industry = f.industry, section = f.section,
        type_code = f.type_code, type_name = f.type_name, subject_kind = f.subject_kind, status = f.status,
        established = f.established, capital_fen = f.capital_fen, capital_text = f.capital_text, address = f.address,
        legal_person = f.legal_person, business_scope = f.business_scope, register_number = f.register_number,
        authority = f.authority, term_from = f.term_from, term_to = f.term_to, approved_on = f.approved_on,
        revoked_on = f.revoked_on, deregistered_on = f.deregistered_on, flags = f.flags, content_hash = f.content_hash
    from fuller f
    where f.line = s.line and not f.same
)
update known k set same = true
from fuller f
where f.line = k.line and f.same
