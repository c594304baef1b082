-- Ends a delivery as the same as the last one of the same bytes that the same body sent of the same source and the office took in. Where rows
-- of that were refused because other bodies answer for their enterprises, the file is read again: they may no longer.
update ingest.delivery d
set state = 'done', same_file_as = coalesce(f.same_file_as, f.id), encoding = f.encoding, delimiter = f.delimiter, rows_read = f.rows_read,
    added = 0, changed = 0, same = f.added + f.changed + f.same, flagged = f.flagged, faults = f.faults, finished_at = :now
from ingest.delivery f
where d.id = :id and d.state = 'running'
  and f.id = (
      select e.id from ingest.delivery e
      where e.sha256 = d.sha256 and e.kind = d.kind and e.state = 'done' and e.id < d.id
        and e.department_id is not distinct from d.department_id and e.source_id is not distinct from d.source_id
      order by e.id desc limit 1)
  and not exists (select from ingest.delivery_fault r where r.delivery_id = f.id and r.code = :refused)
returning d.same_file_as
