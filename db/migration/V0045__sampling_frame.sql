-- A frame may have a million units. Foreign keys would cost seconds at each freeze and guard nothing: the rows are
-- written by one statement together with their draw, and the application cannot change them.
create table sampling.frame_unit (
    draw_id       bigint   not null,
    frame_no      smallint not null,
    unit          text     collate "C" not null,
    enterprise_id bigint   not null,
    stratum       text     not null,
    region        text     not null,
    primary key (draw_id, frame_no, unit)
);
revoke update, delete, truncate on sampling.frame_unit from shuangsuiji_app;
comment on table sampling.frame_unit is 'The closed list that a draw draws from, as in frame-n.tsv';
comment on column sampling.frame_unit.draw_id is 'The draw';
comment on column sampling.frame_unit.frame_no is 'Which frame';
comment on column sampling.frame_unit.unit is 'Credit code';
comment on column sampling.frame_unit.enterprise_id is 'The enterprise';
comment on column sampling.frame_unit.stratum is 'Id of its stratum';
comment on column sampling.frame_unit.region is 'Its region on the day of the freeze';

create table sampling.exclusion (
    draw_id       bigint   not null,
    frame_no      smallint not null,
    enterprise_id bigint   not null,
    reason        text     not null check (reason in
                      ('NOT_REGISTERED', 'STATUS', 'NO_CODE', 'NO_REGION', 'NOT_GRADED', 'AT_MOST')),
    primary key (draw_id, frame_no, enterprise_id)
);
create index exclusion_reason on sampling.exclusion (draw_id, reason);
revoke update, delete, truncate on sampling.exclusion from shuangsuiji_app;
comment on table sampling.exclusion is 'An enterprise inside the filters of a campaign that was left out of its frame';
comment on column sampling.exclusion.draw_id is 'The draw';
comment on column sampling.exclusion.frame_no is 'Which frame';
comment on column sampling.exclusion.enterprise_id is 'The enterprise';
comment on column sampling.exclusion.reason is 'Why: never registered, registration status, no 18-character code, no region, no grade, visited as often as allowed';
