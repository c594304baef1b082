-- Who says that a publisher spoke in time, and who says that it did not, is public from the moment it is said: each
-- statement a row, so that every page says it in its reader's language.
create table pub.draw_statement (
    draw_id      bigint      not null references pub.draw (draw_id),
    ordinal      integer     not null check (ordinal >= 1),
    number       integer     not null check (number >= 1),
    spoke        boolean     not null,
    evidence     text        not null check (length(evidence) > 0),
    stated_at    timestamptz not null,
    published_at timestamptz not null,
    primary key (draw_id, ordinal, number)
);
comment on table pub.draw_statement is 'What people state of the publisher of a public source';
comment on column pub.draw_statement.draw_id is 'The draw';
comment on column pub.draw_statement.ordinal is 'Place of the source in the rule, from 1';
comment on column pub.draw_statement.number is 'In the order in which they were made, from 1';
comment on column pub.draw_statement.spoke is 'True when the publisher had published a value by the due of the fallback, false when it was silent';
comment on column pub.draw_statement.evidence is 'Where that can be seen';
comment on column pub.draw_statement.stated_at is 'When it was stated';
comment on column pub.draw_statement.published_at is 'When it came here';
revoke update, delete, truncate on pub.draw_statement from shuangsuiji_app;

insert into pub.draw_statement (draw_id, ordinal, number, spoke, evidence, stated_at, published_at)
select s.draw_id, s.place + 1, row_number() over (partition by s.draw_id, s.place order by s.stated_at, s.stated_by),
       s.spoke, s.evidence, s.stated_at, now()
from sampling.source_statement s
join pub.draw d on d.draw_id = s.draw_id;

create trigger draw_statement_in_time after insert on pub.draw_statement
    for each row execute function pub.only_while_committed();
alter table pub.draw_source drop column silence;
