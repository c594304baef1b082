-- Grades that platforms above or beside the office pushed, for the module that compares them with its own.
create index record_pushed_grade on ingest.record (enterprise_id) where kind = 25 and known_to is null;
create view ingest.read_pushed_grade as
select r.id as record_id,
       r.enterprise_id,
       coalesce(s.name, p.name, r.authority) as source,
       r.details ->> 'scheme' as scheme,
       r.details ->> 'label' as label,
       r.details ->> 'score' as score,
       r.event_day,
       r.ends_on,
       r.withdrawn_on
from ingest.record r
left join ingest.delivery d on d.id = r.delivery_id
left join ingest.source s on s.id = d.source_id and s.standing <> 'DEPARTMENT'
left join office.department p on p.id = s.department_id and r.authority is null
where r.kind = 25 and r.known_to is null;
comment on view ingest.read_pushed_grade is 'Current pushed grades, each under its own label';
comment on column ingest.read_pushed_grade.record_id is 'Identity';
comment on column ingest.read_pushed_grade.enterprise_id is 'Whom it grades';
comment on column ingest.read_pushed_grade.source is 'The body that pushed it, or that gave it where an office passed it on; absent when neither is known';
comment on column ingest.read_pushed_grade.scheme is 'The scheme to which the label belongs';
comment on column ingest.read_pushed_grade.label is 'The label as given; never one of ours';
comment on column ingest.read_pushed_grade.score is 'The score as given';
comment on column ingest.read_pushed_grade.event_day is 'Day of the grade';
comment on column ingest.read_pushed_grade.ends_on is 'First day on which it holds no more';
comment on column ingest.read_pushed_grade.withdrawn_on is 'Day its source withdrew it';
revoke insert, update, delete, truncate on ingest.read_pushed_grade from shuangsuiji_app;
