-- Who finds that their statement was wrong says so by a second one that takes the first's place; both stay, and both are
-- public. Without that an office of three people whose one has clicked the wrong side could neither go on nor fail.
alter table sampling.source_statement add column number integer check (number >= 1);
alter table sampling.source_statement add column replaces integer;
update sampling.source_statement s set number = n.number
from (select draw_id, place, stated_by,
             row_number() over (partition by draw_id, place order by stated_at, stated_by) as number
      from sampling.source_statement) n
where n.draw_id = s.draw_id and n.place = s.place and n.stated_by = s.stated_by;
alter table sampling.source_statement alter column number set not null;
alter table sampling.source_statement drop constraint source_statement_pkey;
alter table sampling.source_statement add primary key (draw_id, place, number);
alter table sampling.source_statement
    add unique (draw_id, place, number, stated_by),
    -- only one's own, and each once
    add foreign key (draw_id, place, replaces, stated_by)
        references sampling.source_statement (draw_id, place, number, stated_by),
    add unique (draw_id, place, replaces),
    add check (replaces < number);
create unique index source_statement_first on sampling.source_statement (draw_id, place, stated_by)
    where replaces is null;
comment on column sampling.source_statement.number is 'In the order in which they were made, from 1';
comment on column sampling.source_statement.replaces is 'The number of the same person''s statement that this one takes back';

create or replace view sampling.read_statement as
select draw_id, place, spoke, evidence, stated_at, number, replaces from sampling.source_statement;
comment on column sampling.read_statement.number is 'In the order in which they were made, from 1';
comment on column sampling.read_statement.replaces is 'The number of the same person''s statement that this one takes back';

alter table pub.draw_statement add column replaces integer;
alter table pub.draw_statement
    add foreign key (draw_id, ordinal, replaces) references pub.draw_statement (draw_id, ordinal, number),
    add unique (draw_id, ordinal, replaces),
    add check (replaces < number);
comment on column pub.draw_statement.replaces is 'The number of the same person''s statement that this one takes back';
