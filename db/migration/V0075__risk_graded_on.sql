-- Whoever closes a list by grade has to know that the version in force has graded everybody, and as of which day.
create or replace view risk.read_model as
select m.id as model_id, m.code, v.name_zh as name, v.name_en, m.active_version_id, v.number as active_number,
       m.scheme_code, m.department_id, r.last_run_id, case when r.everybody then r.graded_on end as graded_on
from risk.model m
left join risk.model_version v on v.id = m.active_version_id
left join lateral (
    select max(id) as last_run_id, bool_or(reach = 'ALL') as everybody,
           max(day) filter (where reach in ('ALL', 'DUE')) as graded_on
    from risk.run where model_id = m.id and version_id = m.active_version_id
) r on true;
comment on column risk.read_model.last_run_id is 'Latest run of the version in force; as long as it stays, so do all grades';
comment on column risk.read_model.graded_on is 'Day of the latest run of the version in force over everybody or over all that were due; null before it has graded everybody';

create or replace view risk.read_grade as
select enterprise_id, model_id, version_id, rank, score, as_of, assessed_at, next_change
from risk.assessment
where superseded_at is null and rank is not null;
comment on column risk.read_grade.next_change is 'From this day on the grade may be another by lapse of time; null when it cannot';
