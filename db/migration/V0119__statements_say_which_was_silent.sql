-- A draw fails only when a source and its fallback both stayed silent (DR-1 §1, 3), and until now people stated no more
-- than that the source was: whoever declared the failure added the other half alone. Which of the three somebody states
-- is a word now. What was stated before said nothing of the fallback and says no more today.
alter table sampling.source_statement
    add column says text check (says in ('SPOKE', 'SILENT', 'BOTH_SILENT'));
update sampling.source_statement set says = case when spoke then 'SPOKE' else 'SILENT' end;
alter table sampling.source_statement alter column says set not null;
comment on column sampling.source_statement.says is
    'SPOKE: the publisher had published a value by the due of the fallback; SILENT: it had not; BOTH_SILENT: nor had the fallback''s when this was stated';

drop view sampling.read_statement;
alter table sampling.source_statement drop column spoke;
create view sampling.read_statement as
select draw_id, place, number, replaces, says, evidence, stated_at from sampling.source_statement;
comment on view sampling.read_statement is 'What people state of public sources; public from that moment';
comment on column sampling.read_statement.draw_id is 'The draw';
comment on column sampling.read_statement.place is 'Place among the rule''s sources, from 0';
comment on column sampling.read_statement.number is 'In the order in which they were made, from 1';
comment on column sampling.read_statement.replaces is 'The number of the same person''s statement that this one takes back';
comment on column sampling.read_statement.says is 'SPOKE, SILENT, or BOTH_SILENT for the source and its fallback';
comment on column sampling.read_statement.evidence is 'Where that can be seen';
comment on column sampling.read_statement.stated_at is 'When it was stated';
revoke insert, update, delete, truncate on sampling.read_statement from shuangsuiji_app;

alter table pub.draw_statement
    add column says text check (says in ('SPOKE', 'SILENT', 'BOTH_SILENT'));
update pub.draw_statement set says = case when spoke then 'SPOKE' else 'SILENT' end;
alter table pub.draw_statement alter column says set not null;
alter table pub.draw_statement drop column spoke;
comment on column pub.draw_statement.says is
    'SPOKE: the publisher had published a value by the due of the fallback; SILENT: it had not; BOTH_SILENT: nor had the fallback''s when this was stated';
