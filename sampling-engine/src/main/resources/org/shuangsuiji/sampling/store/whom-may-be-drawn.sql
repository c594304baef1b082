-- Everybody inside the filters of a campaign, with the reason that leaves one out of its frame, if any. Reasons are
-- asked in this order, and only the first is told.
select e.enterprise_id,
       e.credit_code as unit,
       e.region,
       coalesce(g.rank, 0::smallint) as rank,
       case
           when not e.registered then 'NOT_REGISTERED'
           when e.status <> all (cast(:statuses as text[])) then 'STATUS'
           when e.credit_code is null then 'NO_CODE'
           when e.region is null then 'NO_REGION'
           when :graded and g.rank is null then 'NOT_GRADED'
           when v.enterprise_id is not null then 'AT_MOST'
       end as reason
from ingest.read_enterprise e
left join risk.read_grade g on g.enterprise_id = e.enterprise_id and g.model_id = :model
left join (
    -- A visit counts on the last day of its campaign, the new one on its first day at the earliest: so there are never
    -- more than most_visits within any months, whenever in its period a visit took place. A period of months ends with
    -- the corresponding day, or with the last of the month (Civil Code art. 202).
    select p.enterprise_id, r.rank
    from sampling.visit_pick p
    join unnest(cast(:ranks as smallint[]), cast(:mosts as integer[]), cast(:months as integer[]))
        as r(rank, most_visits, months) on p.counts_on + make_interval(months => r.months) >= cast(:starts as date)
    where p.department_id = :department
    group by p.enterprise_id, r.rank, r.most_visits
    having count(*) >= r.most_visits
) v on v.enterprise_id = e.enterprise_id and v.rank = coalesce(g.rank, 0::smallint)
where (e.region like any (cast(:regions as text[]))
       or (e.region is null
           and e.enterprise_id in (
               select u.enterprise_id from ingest.read_unplaced u where u.department_path like :departments)))
  and e.subject_kind = any (cast(:kinds as text[]))
  and (cardinality(cast(:sections as text[])) = 0 or e.section = any (cast(:sections as text[])))
