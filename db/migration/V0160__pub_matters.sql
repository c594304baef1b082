-- The list of matters is public by law (依托信用网站向社会公布): each version is copied when it is published, never changed,
-- and of it no more than stands here: not who wrote or published it, nothing of drafts.
create table pub.matter_list (
    list_id         bigint      primary key,
    department_id   bigint      not null,
    department_name text        not null,
    number          integer     not null check (number > 0),
    effective_on    date        not null,
    published_at    timestamptz not null,
    unique (department_id, number)
);
comment on table pub.matter_list is 'A published version of the list of matters of credit supervision (信用监管事项清单)';
comment on column pub.matter_list.list_id is 'Id of the version';
comment on column pub.matter_list.department_id is 'Id of the credit office that published it';
comment on column pub.matter_list.department_name is 'The credit office, by its name on that day';
comment on column pub.matter_list.number is 'Number of the version, from 1';
comment on column pub.matter_list.effective_on is 'First day on which it holds';
comment on column pub.matter_list.published_at is 'When it was published';

create table pub.matter (
    list_id         bigint  not null references pub.matter_list (list_id),
    code            text    not null,
    change          text    not null check (change in ('KEPT', 'ADDED', 'CHANGED', 'REMOVED')),
    name            text    not null,
    kinds           text[]  not null check (cardinality(kinds) > 0),
    fields          text    not null,
    basis           text    not null,
    department_name text    not null,
    frequency       text    not null,
    share           text    not null check (share in ('UNCONDITIONAL', 'CONDITIONAL')),
    open            boolean not null,
    primary key (list_id, code)
);
comment on table pub.matter is 'A row of a published version, and what it is to the version before';
comment on column pub.matter.list_id is 'The version';
comment on column pub.matter.code is 'Code of the matter (事项编码)';
comment on column pub.matter.change is 'KEPT, ADDED, CHANGED, or REMOVED: stands here for the last time';
comment on column pub.matter.name is 'Matter (事项名称)';
comment on column pub.matter.kinds is 'Kinds of record that come of it (RecordKind)';
comment on column pub.matter.fields is 'Which facts of it are recorded (内容字段)';
comment on column pub.matter.basis is 'Legal basis (依据)';
comment on column pub.matter.department_name is 'Who provides the records (责任单位), by its name on that day';
comment on column pub.matter.frequency is 'How often it is renewed (更新频率)';
comment on column pub.matter.share is 'Shared without conditions (无条件共享) or under conditions (有条件共享)';
comment on column pub.matter.open is 'Whether the records may be made public';
revoke update, delete, truncate on pub.matter_list, pub.matter from shuangsuiji_app;

insert into pub.matter_list (list_id, department_id, department_name, number, effective_on, published_at)
select l.id, l.department_id, d.name, l.number, l.effective_on, l.published_at
from ingest.matter_list l
join office.department d on d.id = l.department_id;

insert into pub.matter (list_id, code, change, name, kinds, fields, basis, department_name, frequency, share, open)
select m.list_id, m.code, m.change, m.name, string_to_array(m.kinds, ','), m.fields, m.basis, d.name, m.frequency,
       m.share, m.open
from ingest.matter m
join office.department d on d.id = m.department_id;
