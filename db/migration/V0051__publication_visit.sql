-- Opened once per drawn enterprise, in the transaction of the draw; what it says of the draw is copied, so that it
-- still says so when lists change later.
create table publication.visit (
    visit_id        bigint  primary key,
    campaign_id     bigint  not null,
    draw_id         bigint  not null,
    department_id   bigint  not null references office.department (id),
    department_name text    not null,
    campaign_number text    not null,
    campaign_name   text    not null,
    basis           text    not null,
    enterprise_id   bigint  not null references ingest.enterprise (id),
    credit_code     text    not null check (credit_code ~ '^[0-9A-Z]{18}$'),
    enterprise_name text    not null,
    region          text    not null,
    address         text,
    starts          date    not null,
    ends            date    not null check (ends >= starts),
    state           text    not null check (state in
        ('OPEN', 'REGISTERED', 'DRAFT', 'SUBMITTED', 'RETURNED', 'PASSED', 'PUBLISHED', 'WITHDRAWN')),
    opened_at       timestamptz not null,
    registered_at   timestamptz,
    registered_by   text,
    unique (draw_id, department_id, credit_code),
    check ((registered_at is null) = (registered_by is null))
);
create index visit_department on publication.visit (department_id, state);
create index visit_campaign on publication.visit (campaign_id, state);
create index visit_enterprise on publication.visit (enterprise_id);
comment on table publication.visit is 'One drawn enterprise that one department visits';
comment on column publication.visit.visit_id is 'The visit of the draw (sampling.read_visit)';
comment on column publication.visit.campaign_id is 'The campaign (抽查任务)';
comment on column publication.visit.draw_id is 'The draw that picked the enterprise';
comment on column publication.visit.department_id is 'The body that visits; its subtree and those above see the visit';
comment on column publication.visit.department_name is 'Its name on the day of the draw';
comment on column publication.visit.campaign_number is 'Number of the campaign, as printed on papers';
comment on column publication.visit.campaign_name is 'Name of the campaign';
comment on column publication.visit.basis is 'Legal basis of the item (抽查依据), as shown at the door';
comment on column publication.visit.enterprise_id is 'The enterprise';
comment on column publication.visit.credit_code is 'Its credit code in the draw';
comment on column publication.visit.enterprise_name is 'Its name on the day of the draw';
comment on column publication.visit.region is 'Its region on the day of the draw';
comment on column publication.visit.address is 'Where to go, on the day of the draw';
comment on column publication.visit.starts is 'First day of the visits of the campaign';
comment on column publication.visit.ends is 'Last day of the visits of the campaign';
comment on column publication.visit.state is 'OPEN, REGISTERED (at the door), DRAFT, SUBMITTED, RETURNED, PASSED, PUBLISHED, WITHDRAWN';
comment on column publication.visit.opened_at is 'When the visit was opened';
comment on column publication.visit.registered_at is 'When the team registered at the door (入企登记)';
comment on column publication.visit.registered_by is 'Account of who registered';

create table publication.visit_inspector (
    visit_id     bigint not null references publication.visit (visit_id),
    inspector_id bigint not null,
    staff_no     text   not null,
    name         text   not null,
    role         text   not null check (role in ('LEAD', 'MEMBER')),
    seat         integer not null check (seat > 0),
    primary key (visit_id, inspector_id)
);
create index visit_inspector_inspector on publication.visit_inspector (inspector_id);
comment on table publication.visit_inspector is 'The team of a visit, as drawn';
comment on column publication.visit_inspector.visit_id is 'The visit';
comment on column publication.visit_inspector.inspector_id is 'The entry of the inspector directory (执法检查人员名录库)';
comment on column publication.visit_inspector.staff_no is 'Staff or certificate number shown at the door';
comment on column publication.visit_inspector.name is 'Name, for the team itself and the office';
comment on column publication.visit_inspector.role is 'LEAD (主检) or MEMBER';
comment on column publication.visit_inspector.seat is 'Order in the team';

create table publication.visit_item (
    visit_id  bigint  not null references publication.visit (visit_id),
    seq       integer not null check (seq > 0),
    item_id   bigint  not null,
    item_name text    not null,
    content   text    not null,
    primary key (visit_id, seq)
);
comment on table publication.visit_item is 'What is inspected on a visit (抽查事项)';
comment on column publication.visit_item.visit_id is 'The visit';
comment on column publication.visit_item.seq is 'Place on the form';
comment on column publication.visit_item.item_id is 'The item of the list (随机抽查事项清单)';
comment on column publication.visit_item.item_name is 'Its name on the day of the draw';
comment on column publication.visit_item.content is 'What is inspected and how (检查内容及要求)';
