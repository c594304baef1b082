-- A registration may be corrected and name a former code or number no more. What it said before made two identities one;
-- a link without its reason is put before a person, and nobody is linked anew by a word that was taken back.
alter table ingest.identifier
    add column unsaid_at timestamptz,
    add column unsaid_by bigint,
    add constraint identifier_unsaid check ((unsaid_at is null) = (unsaid_by is null));
create index identifier_unsaid on ingest.identifier (enterprise_id) where unsaid_at is not null;
comment on column ingest.identifier.unsaid_at is 'Since when its registration names it no more; absent while it does';
comment on column ingest.identifier.unsaid_by is 'Delivery whose row of that subject named it no more';
grant update (former, unsaid_at, unsaid_by) on ingest.identifier to shuangsuiji_app;

alter table ingest.link add column upheld_at timestamptz check (upheld_at is null or decision is not null);
comment on column ingest.link.upheld_at is
    'When a person confirmed it though the registration names its reason no more; it is not doubted again';

create view ingest.link_doubt as
select distinct on (l.id) l.id as link_id, i.unsaid_at as since, i.unsaid_by as delivery_id,
       (select string_agg(n.shown, '、' order by n.former, n.value)
        from ingest.identifier n
        where n.enterprise_id = i.enterprise_id and n.sort <> 'NAME' and n.unsaid_at is null) as says
from ingest.identifier i
join ingest.enterprise e on e.id = i.enterprise_id
join ingest.link l on l.to_id = any (array[e.id, e.same_as]) and l.reason = i.sort and l.evidence = i.shown
where i.unsaid_at is not null
  and l.state = 'IN_FORCE'
  and l.upheld_at is null
  and not exists (select from ingest.enterprise o
                  join ingest.identifier n on n.enterprise_id = o.id
                  where (o.id = l.to_id or o.same_as = l.to_id)
                    and n.sort = i.sort and n.value = i.value and n.unsaid_at is null)
order by l.id, i.unsaid_at desc;
comment on view ingest.link_doubt is 'Links in force that no registration founds any more';
comment on column ingest.link_doubt.link_id is 'The link';
comment on column ingest.link_doubt.since is 'Since when';
comment on column ingest.link_doubt.delivery_id is 'Delivery whose registration named its reason no more';
comment on column ingest.link_doubt.says is 'The codes and numbers that this registration names now; absent where none';
revoke insert, update, delete, truncate on ingest.link_doubt from shuangsuiji_app;
