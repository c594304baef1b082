-- A page of the directory of a month, or of those that came, went or moved with it, by id.
with listed as (
    select f.enterprise_id, f.region, null::text as region_before, null::text as gone_status, 'MEMBERS' as part
    from ingest.directory_member f
    where f.from_month <= :month and (f.gone_month is null or f.gone_month > :month) and :part = 'MEMBERS'
    union all
    select enterprise_id, f.region, g.region, g.gone_status,
           case when g.region is null then 'CAME' when f.region is null then 'GONE' else 'MOVED' end
    from (select * from ingest.directory_member where from_month = :month) f
    full join (
        select coalesce(gone_over, enterprise_id) as enterprise_id, region, gone_status
        from ingest.directory_member where gone_month = :month) g using (enterprise_id)
    where :part <> 'MEMBERS' and f.region is distinct from g.region
)
select l.enterprise_id, coalesce(e.name, e.credit_code, e.old_number) as name, e.credit_code, l.region, l.region_before, l.gone_status
from listed l join ingest.enterprise e on e.id = l.enterprise_id
where l.part = :part and l.enterprise_id > :after
  and ((l.region like :regions and l.region like :area) or (l.region_before like :regions and l.region_before like :area))
order by l.enterprise_id
limit :limit
