-- What a label stands for belongs to the office that decided it: it holds for that office and those below it until they
-- decide otherwise, and never for one above or beside. Which of them it is depends on who reads, so the view of before,
-- which knew one meaning for everybody, goes.
drop view risk.read_pushed_grade;
alter table risk.pushed_label add column department_id bigint references office.department (id);
update risk.pushed_label l
set department_id = coalesce(
    (select p.department_id from office.person p where p.account = l.decided_by),
    (select d.id from office.department d where d.parent_id is null order by d.id limit 1));
alter table risk.pushed_label alter column department_id set not null;
comment on column risk.pushed_label.department_id is 'The office that decided, for itself and those below it';
