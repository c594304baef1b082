-- Who looks for an enterprise by a name that it no longer has finds it: names told as former ones (曾用名), and those that a
-- later registration replaced. Kept apart from ingest.identifier, so that a first load of a million current names pays nothing.
create function ingest.name_grams(key text) returns text[]
    language sql immutable strict parallel safe
    return array(select distinct substr(key, n, 2) from generate_series(1, greatest(length(key) - 1, 1)) n);
comment on function ingest.name_grams(text) is
    'All pairs of neighbouring characters of a compared name, as the reader of files makes them for the search';
revoke execute on function ingest.name_grams(text) from public;
grant execute on function ingest.name_grams(text) to shuangsuiji_app;

create table ingest.former_name (
    enterprise_id bigint      not null,
    value         text        not null check (value <> ''),
    shown         text        not null,
    search_grams  text[]      not null,
    delivery_id   bigint      not null,
    known_from    timestamptz not null,
    primary key (enterprise_id, value)
);
create index former_name_search on ingest.former_name using gin (search_grams);
comment on table ingest.former_name is 'A name that an enterprise had; one that it took again stands here and is its name';
comment on column ingest.former_name.enterprise_id is 'The identity that had it';
comment on column ingest.former_name.value is 'As it is compared (ingest.name_key)';
comment on column ingest.former_name.shown is 'As it was delivered';
comment on column ingest.former_name.search_grams is 'Pairs of characters, for the search';
comment on column ingest.former_name.delivery_id is 'Delivery by which the office learned that it is a former one';
comment on column ingest.former_name.known_from is 'When the office learned that';
revoke update, delete, truncate on ingest.former_name from shuangsuiji_app;

insert into ingest.former_name (enterprise_id, value, shown, search_grams, delivery_id, known_from)
select i.enterprise_id, i.value, i.shown, ingest.name_grams(i.value), i.delivery_id, i.known_from
from ingest.identifier i join ingest.enterprise e on e.id = i.enterprise_id
where i.sort = 'NAME' and i.value <> coalesce(ingest.name_key(e.name), '');

-- After a large merge the planner must learn of it before the next query, as with the tables of before (V0026).
do $$
begin
    if current_setting('server_version_num')::integer >= 170000 then
        execute 'grant maintain on ingest.former_name to shuangsuiji_app';
    end if;
end
$$;
