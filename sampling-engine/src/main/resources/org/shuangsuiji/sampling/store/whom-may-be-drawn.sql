-- Everybody inside the filters of a campaign, with the reason that leaves one out of its frame, if any. Reasons are
-- asked in this order, and only the first is told.
with seen as (
    -- A visit counts on the last day of its campaign, the new one on its first day at the earliest: so there are never
    -- more than most_visits within any months, whenever in its period a visit took place. One that took place later
    -- counts on its own day, and one that is overdue is still to come: it counts today.
    select coalesce(m.subject_id, k.enterprise_id) as enterprise_id, cast(null as bigint) as waiting_draw_id,
           greatest(k.counts_on, coalesce(i.inspected_on, cast(:today as date))) as counts_on
    from sampling.visit_pick k
    left join publication.read_inspected i on i.visit_id = k.visit_id
    -- a visit to another identity of a subject was a visit to it
    left join ingest.read_same_as m on m.enterprise_id = k.enterprise_id
    where k.department_id = :department
    union all
    -- Who stands in a closed list of this body that is not drawn yet may be drawn from that as well.
    select coalesce(m.subject_id, u.enterprise_id), w.id, greatest(c.ends, cast(:today as date))
    from sampling.draw w
    join sampling.campaign c on c.id = w.campaign_id
    join sampling.draw_target t on t.draw_id = w.id and t.department_id = :department
    join sampling.frame_piece f on f.draw_id = t.draw_id and f.frame_no = t.frame_no
    cross join lateral unnest(f.enterprise_ids) as u (enterprise_id)
    left join ingest.read_same_as m on m.enterprise_id = u.enterprise_id
    where w.state = 'COMMITTED'
      and f.draw_id = any (array(select id from sampling.draw where state = 'COMMITTED'))
)
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
           when v.drawn >= v.most_visits then 'AT_MOST'
           when v.enterprise_id is not null or o.enterprise_id is not null then 'PENDING_DRAW'
       end as reason
from ingest.read_enterprise e
left join risk.read_grade g on g.enterprise_id = e.enterprise_id and g.model_id = :model
left join (
    -- A period of months ends with the corresponding day, or with the last of the month (Civil Code art. 202).
    select p.enterprise_id, r.rank, r.most_visits, count(*) filter (where p.waiting_draw_id is null) as drawn
    from seen p
    join unnest(cast(:ranks as smallint[]), cast(:mosts as integer[]), cast(:months as integer[]))
        as r(rank, most_visits, months) on p.counts_on + make_interval(months => r.months) >= cast(:starts as date)
    group by p.enterprise_id, r.rank, r.most_visits
    having count(*) >= r.most_visits
) v on v.enterprise_id = e.enterprise_id and v.rank = coalesce(g.rank, 0::smallint)
left join (
    -- The other way round: whom a waiting list allows so few visits that one from the new list, drawn before it, would
    -- make its own one too many.
    select distinct enterprise_id
    from (
        select coalesce(m.subject_id, f.enterprise_id) as enterprise_id
        from sampling.draw w
        join sampling.campaign c on c.id = w.campaign_id
        join sampling.draw_target t on t.draw_id = w.id and t.department_id = :department
        join sampling.frame_unit f on f.draw_id = t.draw_id and f.frame_no = t.frame_no
        join sampling.draw_stratum s on s.draw_id = f.draw_id and s.frame_no = f.frame_no and s.stratum = f.stratum
        join sampling.campaign_rate r on r.campaign_id = c.id and r.rank = s.rank and r.most_visits is not null
        left join ingest.read_same_as m on m.enterprise_id = f.enterprise_id
        left join seen p on p.enterprise_id = coalesce(m.subject_id, f.enterprise_id) and p.waiting_draw_id is distinct from w.id
            and p.counts_on + make_interval(months => r.months) >= c.starts
        where w.state = 'COMMITTED'
          -- asked first, so that no list that was drawn is taken apart
          and f.draw_id = any (array(select id from sampling.draw where state = 'COMMITTED'))
          and greatest(cast(:ends as date), cast(:today as date)) + make_interval(months => r.months) >= c.starts
          and greatest(c.ends, cast(:today as date)) + make_interval(months => r.months) >= cast(:starts as date)
        group by coalesce(m.subject_id, f.enterprise_id), w.id, r.most_visits
        having count(p.enterprise_id) + 1 >= r.most_visits
    ) full_by_the_new_one
) o on o.enterprise_id = e.enterprise_id
where (e.region like any (cast(:regions as text[]))
       or (e.region is null
           and e.enterprise_id in (
               select u.enterprise_id from ingest.read_unplaced u where u.department_path like :departments)))
  and e.subject_kind = any (cast(:kinds as text[]))
  and (cardinality(cast(:sections as text[])) = 0 or e.section = any (cast(:sections as text[])))
