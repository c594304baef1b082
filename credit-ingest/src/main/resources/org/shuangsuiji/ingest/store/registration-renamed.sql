-- The names that the enterprises of these rows no longer have, be it that a row calls them former ones or gives another name.
insert into ingest.former_name (enterprise_id, value, shown, search_grams, delivery_id, known_from)
select i.enterprise_id, i.value, i.shown, ingest.name_grams(i.value), :delivery, cast(:now as timestamptz)
from (
    select k.enterprise_id from known k where not k.same
    union
    select e.id
    from ingest.staged_registration_slot s join ingest.enterprise e on e.credit_code = s.subject
    where s.former_names <> '{}' and s.code_class <> 'OLD_NUMBER'
    union
    select e.id
    from ingest.staged_registration_slot s join ingest.enterprise e on e.old_number = s.subject
    where s.former_names <> '{}' and s.code_class = 'OLD_NUMBER') as told
join ingest.enterprise e on e.id = told.enterprise_id
join ingest.identifier i on i.enterprise_id = e.id and i.sort = 'NAME'
where i.value <> coalesce(ingest.name_key(e.name), '')
on conflict do nothing
