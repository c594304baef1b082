-- What those registrations that are new or changed say of names and numbers beside the subject's own code.
with row_of as (
    select s.*, e.id as enterprise_id
    from ingest.staged_registration_slot s
    join ingest.enterprise e on e.credit_code = s.subject
    where s.code_class <> 'OLD_NUMBER'
    union all
    select s.*, e.id
    from ingest.staged_registration_slot s
    join ingest.enterprise e on e.old_number = s.subject
    where s.code_class = 'OLD_NUMBER'
), told as (
    select enterprise_id, 'NAME' as sort, coalesce(name_key, ingest.name_key(name)) as value, name as shown, false as former
    from row_of where name is not null and line not in (select line from known where same)
    union all
    select enterprise_id, 'NUMBER', register_number, register_number, false
    from row_of where code_class <> 'OLD_NUMBER' and register_number ~ '^[0-9]{15}$'
    union all
    select enterprise_id, 'NAME', ingest.name_key(each), each, true from row_of, unnest(former_names) as each
    union all
    select enterprise_id, case when length(each) = 15 then 'NUMBER' else 'CODE' end, each, each, true
    from row_of, unnest(former_codes) as each
    where each <> subject
), placed as (
    insert into ingest.identifier (enterprise_id, sort, value, shown, former, delivery_id, known_from)
    select distinct on (enterprise_id, sort, value) enterprise_id, sort, value, shown, former, :delivery,
        cast(:now as timestamptz)
    from told
    where value <> ''
    order by enterprise_id, sort, value, former
    -- told again, or as a former one for the first time
    on conflict (enterprise_id, sort, value) do update
    set unsaid_at = null, unsaid_by = null, former = identifier.former or excluded.former
    where identifier.sort <> 'NAME' and (identifier.unsaid_at is not null or excluded.former and not identifier.former)
    returning enterprise_id, sort, value, shown
)
insert into news select * from placed
