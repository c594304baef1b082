-- As of when the gaps of a scope are known, and whether a source waits to be looked at: never was, was not today, or owes or
-- is measured by something that was entered since.
select min(k.looked_at) as since,
       coalesce(bool_or(
           k.looked_at is null or k.looked_at < :midnight
           or exists (
               select from ingest.duty d
               where d.source_id = s.id and d.entered_at > k.looked_at and d.begins_on <= :today)
           or exists (
               select from ingest.gap_limit l join office.department o on o.id = l.department_id
               where p.path like o.path || '%' and l.entered_at > k.looked_at and l.holds_from <= :today)), false) as to_come
from ingest.source s
join office.department p on p.id = s.department_id
left join ingest.gap_look k on k.source_id = s.id
where p.path like :departments
  and (exists (
          select from ingest.duty d
          where d.source_id = s.id and d.begins_on <= :today and (d.ends_on is null or d.ends_on >= :today))
       or exists (select from ingest.gap g where g.source_id = s.id and g.holds))
