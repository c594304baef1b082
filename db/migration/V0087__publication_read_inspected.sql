-- How often an enterprise was visited counts from the days on which teams were there, and a team may come late.
create view publication.read_inspected as
select distinct on (visit_id) visit_id, inspected_on
from publication.result
where submitted
order by visit_id, version desc;
comment on view publication.read_inspected is 'For other modules: the day each visit took place, by the newest result handed in';
comment on column publication.read_inspected.visit_id is 'The visit';
comment on column publication.read_inspected.inspected_on is 'The day the inspection ended';
