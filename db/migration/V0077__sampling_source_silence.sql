-- That a publisher stayed silent decides which value enters the seed, so it does not rest on one person's word (DR-1 §5):
-- one states it with evidence, another enters the fallback or declares the failure.
create table sampling.source_silence (
    draw_id   bigint  not null references sampling.draw (id),
    place     integer not null check (place >= 0),
    stated_by text    not null,
    stated_at timestamptz not null,
    evidence  text    not null check (length(evidence) > 0),
    primary key (draw_id, place, stated_by)
);
revoke update, delete, truncate on sampling.source_silence from shuangsuiji_app;
comment on table sampling.source_silence is 'Who states that a public source had no value by the due of its fallback';
comment on column sampling.source_silence.draw_id is 'The draw';
comment on column sampling.source_silence.place is 'Place among the rule''s sources, from 0';
comment on column sampling.source_silence.stated_by is 'Account of who states it';
comment on column sampling.source_silence.stated_at is 'When';
comment on column sampling.source_silence.evidence is 'Where the publisher''s silence can be seen';

create view sampling.read_silence as
select draw_id, place, evidence, stated_at from sampling.source_silence;
comment on view sampling.read_silence is 'Statements that a public source was silent; public with the value of the fallback, or with the failure';
comment on column sampling.read_silence.draw_id is 'The draw';
comment on column sampling.read_silence.place is 'Place among the rule''s sources, from 0';
comment on column sampling.read_silence.evidence is 'Where the silence can be seen';
comment on column sampling.read_silence.stated_at is 'When it was stated';
