-- Three roles beside the owner that runs these migrations. They are shared by all databases of a server, so a role
-- that stands already is fine. Passwords are set by the application at its start, never here.
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'shuangsuiji_app') then
        create role shuangsuiji_app nologin;
    end if;
    if not exists (select 1 from pg_roles where rolname = 'shuangsuiji_portal') then
        create role shuangsuiji_portal nologin;
    end if;
exception
    when duplicate_object or unique_violation then null; -- another database of this server was quicker
end
$$;
comment on role shuangsuiji_app is 'The console and its jobs: reads and writes rows, owns nothing';
comment on role shuangsuiji_portal is 'The public side: reads schema pub and nothing else';

-- Nobody gets anything by default, not even through schema public.
revoke all on schema public from public;
