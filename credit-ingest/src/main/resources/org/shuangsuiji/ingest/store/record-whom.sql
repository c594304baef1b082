-- Which identity each subject of the file is, and whose it is by the links in force.
create temp table whom on commit drop as
with named as (
    select subject, code_class from ingest.staged_record_slot
    union
    select related, related_class from ingest.staged_record_slot where related is not null
)
select n.subject, e.id as identity_id, coalesce(e.same_as, e.id) as enterprise_id
from named n
join ingest.enterprise e on e.credit_code = n.subject
where n.code_class not in ('OLD_NUMBER', 'NAME_ONLY')
union all
select n.subject, e.id, coalesce(e.same_as, e.id)
from named n
join ingest.enterprise e on e.old_number = n.subject
where n.code_class = 'OLD_NUMBER'
union all
select n.subject, e.id, coalesce(e.same_as, e.id)
from named n
join ingest.enterprise e on e.name_key = n.subject
where n.code_class = 'NAME_ONLY'
