-- Once a fallback may speak, whether its publisher spoke in time decides which of two known values enters the seed, and
-- that it did speak rests on one person's word as little as that it stayed silent (DR-1 §5). So people state either.
drop view sampling.read_silence;
alter table sampling.source_silence rename to source_statement;
alter table sampling.source_statement rename constraint source_silence_pkey to source_statement_pkey;
-- whatever was stated until now was a silence
alter table sampling.source_statement add column spoke boolean not null default false;
alter table sampling.source_statement alter column spoke drop default;
comment on table sampling.source_statement is 'Who states whether a public source had a value by the due of its fallback';
comment on column sampling.source_statement.spoke is 'True when its publisher had published a value by then, false when it was silent';
comment on column sampling.source_statement.evidence is 'Where that can be seen';

create view sampling.read_statement as
select draw_id, place, spoke, evidence, stated_at from sampling.source_statement;
comment on view sampling.read_statement is 'What people state of public sources; public from that moment';
comment on column sampling.read_statement.draw_id is 'The draw';
comment on column sampling.read_statement.place is 'Place among the rule''s sources, from 0';
comment on column sampling.read_statement.spoke is 'True when its publisher had published a value by the due of the fallback';
comment on column sampling.read_statement.evidence is 'Where that can be seen';
comment on column sampling.read_statement.stated_at is 'When it was stated';
