-- The matters in the latest list of each office that a department belongs to; where two offices list a code, that of the
-- nearest comes first.
select m.*, p.name as department_name
from ingest.matter m
join ingest.matter_list l on l.id = m.list_id
join office.department d on d.id = l.department_id
join office.department p on p.id = m.department_id
where :path like d.path || '%' and m.change <> 'REMOVED'
  and l.number = (select max(latest.number) from ingest.matter_list latest where latest.department_id = l.department_id)
order by m.code, length(d.path) desc
