-- Counts anew, in one pass over the records as known now, of how many trading enterprises of each region there is a record
-- of each kind.
insert into ingest.region_value (region, kind, enterprises, holding, counted_at)
with subject as (
    select e.id, coalesce(e.region, '') as region, e.registered
    from ingest.enterprise e where e.status = 'ACTIVE' and e.same_as is null
),
held as (
    select s.region, r.kind, count(*) as enterprises
    from (select distinct enterprise_id, kind from ingest.record where known_to is null) r
    join subject s on s.id = r.enterprise_id
    group by s.region, r.kind
    union all
    select s.region, :registration, count(*) from subject s where s.registered group by s.region
),
place as (
    select s.region, count(*) as enterprises from subject s group by s.region
)
select p.region, k.kind, p.enterprises, coalesce(h.enterprises, 0), :now
from place p
cross join unnest(:kinds::smallint[]) as k (kind)
left join held h on h.region = p.region and h.kind = k.kind
