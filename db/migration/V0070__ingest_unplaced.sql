-- Whose a subject of unknown region is: of the department that first brought it. Other modules keep to its scope by this.
create view ingest.read_unplaced as
select e.id as enterprise_id, coalesce(p.path, '/') as department_path
from ingest.enterprise e
join ingest.delivery d on d.id = e.first_delivery_id
left join office.department p on p.id = d.department_id
where e.region is null;
comment on view ingest.read_unplaced is 'Subjects without a region, each with the department that first brought it';
comment on column ingest.read_unplaced.enterprise_id is 'Identity';
comment on column ingest.read_unplaced.department_path is 'Path of the department; of the whole office when it is not known';
