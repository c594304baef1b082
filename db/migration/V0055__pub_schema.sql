-- All that the public side can see. Rows come in by copying listed columns at the moment of publication; the role of
-- the public side may read here and has no right anywhere else. Nothing here is ever deleted.
create schema pub;
comment on schema pub is 'What is public, and nothing else';

grant usage on schema pub to shuangsuiji_app;
alter default privileges in schema pub grant select, insert, update on tables to shuangsuiji_app;
alter default privileges in schema pub grant usage, select on sequences to shuangsuiji_app;

grant usage on schema pub to shuangsuiji_portal;
alter default privileges in schema pub grant select on tables to shuangsuiji_portal;
