-- Records come by the million. Their subject is found by the merge's own join and cannot be deleted, so a foreign key
-- would only lock every subject once per record; a test of the merge looks for orphans instead.
alter table ingest.record drop constraint record_enterprise_id_fkey;

-- After a large merge the planner must learn of it before the next query; the right to ANALYZE can be given since
-- PostgreSQL 17, before that it waits for autovacuum.
do $$
begin
    if current_setting('server_version_num')::integer >= 170000 then
        execute 'grant maintain on all tables in schema ingest to shuangsuiji_app';
    end if;
end
$$;
