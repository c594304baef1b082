-- Their records go with them, as new versions; the former ones say under whom the office had them.
create temp table moved_record on commit drop as
select r.*, m.identity_id, m.to_root
from moved m
join ingest.record r on r.enterprise_id = m.identity_id and r.subject_id is null and r.known_to is null
union all
select r.*, m.identity_id, m.to_root
from moved m
join ingest.record r on r.subject_id = m.identity_id and r.known_to is null
