create schema risk;
comment on schema risk is 'Grade schemes, models and the grades that they gave';

grant usage on schema risk to shuangsuiji_app;
alter default privileges in schema risk grant select, insert, update, delete on tables to shuangsuiji_app;
alter default privileges in schema risk grant usage, select on sequences to shuangsuiji_app;
