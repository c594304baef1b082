-- The sources of a scope, or the one asked for: how long the agreement in force still binds it, when it last
-- sent what the office took in: a check that was thrown away is no delivery.
select s.id, s.word, coalesce(s.name, p.name) as name, s.standing, s.department_id, p.name as department_name, s.trust,
       s.closed_on, s.closed_because, bound.until as bound_until, sent.at as last_received_at
from ingest.source s
join office.department p on p.id = s.department_id
left join lateral (
    select max(coalesce(e.ended_on - 1, a.ends_on)) as until
    from ingest.agreement a left join ingest.agreement_end e on e.agreement_id = a.id
    where a.source_id = s.id and coalesce(e.ended_on - 1, a.ends_on) >= :today
      and greatest(a.signed_on, a.begins_on) <= :today) bound on true
left join lateral (
    select max(d.received_at) as at from ingest.delivery d where d.source_id = s.id and d.state = 'done') sent on true
where p.path like :departments and (:id::bigint is null or s.id = :id)
order by s.standing, p.path, s.name
