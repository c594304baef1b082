-- The last delivery of the same bytes that the same body sent before of the same source and the office took in, read in the
-- same way. Where rows of that were refused because others answer for their enterprises, or told what they would change, the
-- file is read again: it may no longer be so.
select f.id
from ingest.delivery d
join lateral (
    select e.id from ingest.delivery e
    where e.sha256 = d.sha256 and e.kind = d.kind and e.state = 'done' and e.turn < d.turn
      and e.department_id is not distinct from d.department_id and e.source_id is not distinct from d.source_id
    order by e.turn desc limit 1
) as f on true
left join ingest.delivery_choice mine on mine.delivery_id = d.id
left join ingest.delivery_choice former on former.delivery_id = f.id
where d.id = :id
  and (mine.delivery_id is null
       or (mine.encoding, mine.delimiter, mine.sheet, mine.header_row, mine.headers, mine.columns)
          is not distinct from
          (former.encoding, former.delimiter, former.sheet, former.header_row, coalesce(former.headers, '{}'),
           coalesce(former.columns, '{}')))
  and not exists (select from ingest.delivery_fault r where r.delivery_id = f.id and r.code = any (:refused))
