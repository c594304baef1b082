create schema if not exists office;
comment on schema office is 'People, departments, calendar, ledger and jobs';

grant usage on schema office to shuangsuiji_app;
alter default privileges in schema office grant select, insert, update, delete on tables to shuangsuiji_app;
alter default privileges in schema office grant usage, select on sequences to shuangsuiji_app;
