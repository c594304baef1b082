-- Once a fallback may speak, whether its publisher spoke in time decides which of two known values enters the seed. So it
-- does not rest on one person's word (DR-1 §5): one states it with evidence, another enters the value or the fallback, or
-- declares the failure.
create table sampling.source_statement (
    draw_id   bigint  not null references sampling.draw (id),
    place     integer not null check (place >= 0),
    spoke     boolean not null,
    stated_by text    not null,
    stated_at timestamptz not null,
    evidence  text    not null check (length(evidence) > 0),
    primary key (draw_id, place, stated_by)
);
revoke update, delete, truncate on sampling.source_statement from shuangsuiji_app;
comment on table sampling.source_statement is 'Who states whether a public source had a value by the due of its fallback';
comment on column sampling.source_statement.draw_id is 'The draw';
comment on column sampling.source_statement.place is 'Place among the rule''s sources, from 0';
comment on column sampling.source_statement.spoke is 'True when its publisher had published a value by then, false when it was silent';
comment on column sampling.source_statement.stated_by is 'Account of who states it';
comment on column sampling.source_statement.stated_at is 'When';
comment on column sampling.source_statement.evidence is 'Where that can be seen';

create view sampling.read_statement as
select draw_id, place, spoke, evidence, stated_at from sampling.source_statement;
comment on view sampling.read_statement is 'What people state of public sources; public with the value that was entered then, or with the failure';
comment on column sampling.read_statement.draw_id is 'The draw';
comment on column sampling.read_statement.place is 'Place among the rule''s sources, from 0';
comment on column sampling.read_statement.spoke is 'True when its publisher had published a value by the due of the fallback';
comment on column sampling.read_statement.evidence is 'Where that can be seen';
comment on column sampling.read_statement.stated_at is 'When it was stated';
