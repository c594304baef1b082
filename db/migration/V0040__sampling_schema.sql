create schema sampling;
comment on schema sampling is 'Item list, directory of inspectors, campaigns, and draws that anyone can check (DR-1)';

grant usage on schema sampling to shuangsuiji_app;
alter default privileges in schema sampling grant select, insert, update, delete on tables to shuangsuiji_app;
alter default privileges in schema sampling grant usage, select on sequences to shuangsuiji_app;
