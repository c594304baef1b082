-- Each side's own record; the key that is the other's is left to it.
create temp table again on commit drop as
select r.id as record_id, r.enterprise_id as root, coalesce(r.subject_id, r.enterprise_id) as identity_id,
    cast(md5(r.key_hash::text || coalesce(r.subject_id, r.enterprise_id)) as uuid) as key_hash
from parted p
join ingest.record r on r.id = p.holder
where p.first
union all
select p.id, p.root, p.told_of, case when p.first then p.key_hash else cast(md5(p.key_hash::text || p.told_of) as uuid) end
from parted p
