create schema ingest;
comment on schema ingest is 'Received files, enterprises and their credit records';

grant usage on schema ingest to shuangsuiji_app;
alter default privileges in schema ingest grant select, insert, update, delete on tables to shuangsuiji_app;
alter default privileges in schema ingest grant usage, select on sequences to shuangsuiji_app;
