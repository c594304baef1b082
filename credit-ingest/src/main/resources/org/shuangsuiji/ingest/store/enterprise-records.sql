-- What the office knows of one subject beside its registration, newest first, who told it, and who else did.
select r.*, coalesce(s.name, d.name) as source_name, s.standing, s.trust, array(
        select distinct coalesce(other.name, department.name)
        from (
            select t.source_id from ingest.record_source t where t.record_key = r.key_hash
            union
            select w.source_id
            from ingest.record f
            join ingest.delivery w on w.id = f.delivery_id
            where f.enterprise_id = r.enterprise_id and f.key_hash = r.key_hash and f.id <> r.id
        ) as told
        join ingest.source other on other.id = told.source_id
        left join office.department department on department.id = other.department_id
        where other.id is distinct from s.id
        order by 1
    ) as also
from ingest.record r
left join ingest.delivery v on v.id = r.delivery_id
left join ingest.source s on s.id = v.source_id
left join office.department d on d.id = s.department_id
where r.enterprise_id = :id and (:former or r.known_to is null)
order by r.event_day desc, r.id desc
