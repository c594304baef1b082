-- Draws up the directory for a month in one statement, and so in one view of the register: whoever is registered and trades
-- stands in it, each subject once; whom records alone name has no registered address. Intervals end and begin only where something changed; a month that is there already changes nothing.
with here as materialized (
    select e.enterprise_id, coalesce(e.region, '') as region
    from ingest.read_enterprise e
    where e.registered and e.status = 'ACTIVE'
),
taken as (
    insert into ingest.directory_month (month, members, taken_by, taken_at)
    select :month, (select count(*) from here), :by, :at
    where not exists (select from ingest.directory_month where month >= :month)
    on conflict do nothing
    returning month
),
-- whose subject enters this month goes on under it; of several identities one does
gone_over as (
    select distinct on (h.enterprise_id) m.enterprise_id, h.enterprise_id as subject_id
    from ingest.directory_member m
    join ingest.enterprise e on e.id = m.enterprise_id
    join here h on h.enterprise_id = e.same_as
    where m.gone_month is null
      and not exists (
          select from ingest.directory_member other where other.enterprise_id = e.same_as and other.gone_month is null)
    order by h.enterprise_id, m.enterprise_id
),
ended as (
    update ingest.directory_member m
    set gone_month = t.month,
        gone_status = case
            when h.enterprise_id is not null then null
            else coalesce((select e.status from ingest.read_enterprise e where e.enterprise_id = m.enterprise_id),
                          'OTHER_IDENTITY')
        end,
        gone_over = o.subject_id
    from taken t, ingest.directory_member was
    left join here h on h.enterprise_id = was.enterprise_id
    left join gone_over o on o.enterprise_id = was.enterprise_id
    where m.enterprise_id = was.enterprise_id and m.from_month = was.from_month and was.gone_month is null
      and h.region is distinct from was.region
    returning m.enterprise_id
)
insert into ingest.directory_member (enterprise_id, region, from_month)
select h.enterprise_id, h.region, t.month
from taken t, here h
left join ingest.directory_member m on m.enterprise_id = h.enterprise_id and m.gone_month is null
-- counted first, so that no interval begins before the one it follows has ended
where m.region is distinct from h.region and (select count(*) from ended) >= 0
