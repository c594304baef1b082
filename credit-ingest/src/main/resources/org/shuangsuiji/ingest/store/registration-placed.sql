-- Rows without a region that is known, about enterprises that have one after the merge: from before, or by a later row.
with unplaced as (
    select enterprise_id from known where flags & :regionNotKnown <> 0
    union all
    select e.id from overtaken o join ingest.enterprise e on e.credit_code = o.subject
    where o.flags & :regionNotKnown <> 0
    union all
    select e.id from overtaken o join ingest.enterprise e on e.old_number = o.subject
    where o.flags & :regionNotKnown <> 0
)
select count(*) from unplaced u join ingest.enterprise e on e.id = u.enterprise_id where e.region is not null
