-- How many stand in the directory in a month by area, and who came, went and moved since the month before.
with change as (
    select left(f.region, :digits) as area_to, left(g.region, :digits) as area_from, g.gone_status,
           coalesce(f.region like :regions, false) as to_here, coalesce(g.region like :regions, false) as from_here
    from (select * from ingest.directory_member where from_month = :month) f
    full join (
        select coalesce(gone_over, enterprise_id) as enterprise_id, region, gone_status
        from ingest.directory_member where gone_month = :month) g using (enterprise_id)
    where f.region like :regions or g.region like :regions
),
counted as (
    select left(region, :digits) as area, count(*) as members, 0 as came, 0 as gone, 0 as moved_in, 0 as moved_out
    from ingest.directory_member
    where from_month <= :month and (gone_month is null or gone_month > :month) and region like :regions
    group by 1
    union all
    select area_to, 0, count(*) filter (where area_from is null), 0,
           count(*) filter (where area_from is distinct from area_to and area_from is not null), 0
    from change where to_here group by 1
    union all
    select area_from, 0, 0, count(*) filter (where area_to is null), 0,
           count(*) filter (where area_from is distinct from area_to and area_to is not null)
    from change where from_here group by 1
)
select area, sum(members) as members, sum(came) as came, sum(gone) as gone, sum(moved_in) as moved_in,
       sum(moved_out) as moved_out
from counted group by area order by area
