-- A view runs with its owner's rights, and the rights given to new tables by default were given to views as well: through
-- a view that PostgreSQL can write through, the application could have rewritten what it may not touch in the table
-- itself. Views are for reading.
do $$
declare
    each_view regclass;
begin
    for each_view in
        select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm')
          and n.nspname in ('office', 'ingest', 'risk', 'sampling', 'publication', 'pub')
    loop
        execute format('revoke insert, update, delete, truncate on %s from shuangsuiji_app', each_view);
    end loop;
end
$$;
