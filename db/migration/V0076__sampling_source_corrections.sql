-- A value typed wrong twice is put right by a second person before the draw; what was entered first stays on record.
alter table sampling.source_value
    add column revision smallint not null default 1 check (revision between 1 and 99),
    add column reason text check (length(reason) > 0),
    drop constraint source_value_pkey,
    add primary key (draw_id, place, revision),
    add check ((revision = 1) = (reason is null));
comment on column sampling.source_value.revision is 'The highest counts; 1 was entered first';
comment on column sampling.source_value.reason is 'Why a later revision replaces the one before';

create or replace view sampling.read_source as
select v.draw_id, v.place, v.spoken, v.value, v.evidence, v.entered_at, v.revision, v.reason
from sampling.source_value v;
comment on view sampling.read_source is 'Values of the sources with their evidence, public from the moment they are entered; names and dues stand in the rule';
comment on column sampling.read_source.revision is 'The highest of a place counts';
comment on column sampling.read_source.reason is 'Why it replaces the one before';
