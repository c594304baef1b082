-- Records that a row would change and the sender may not: of enterprises outside its region, where neither it nor a body
-- below it told what stands; and, where the sender is a third party, whatever another source told.
create temp table others on commit drop as
select k.line, k.key_hash, s.subject, s.flags,
    case when third_party then 'record-told-by-other' else 'record-of-others' end as code,
    case when third_party then coalesce(tp.name, teller.name, '') else e.region end as whose
from known k
join ingest.staged_record_slot s on s.line = k.line
join ingest.record r on r.id = k.record_id
join ingest.enterprise e on e.id = r.enterprise_id
join ingest.delivery d on d.id = r.delivery_id
left join office.department p on p.id = d.department_id
left join ingest.source teller on teller.id = d.source_id
left join office.department tp on tp.id = teller.department_id and teller.name is null
join ingest.delivery mine on mine.id = :delivery
left join ingest.source sender on sender.id = mine.source_id
cross join lateral (
    select coalesce(sender.standing = 'THIRD_PARTY' and d.source_id is distinct from mine.source_id, false) as third_party
) as by_whom
where not k.same
  and (third_party or e.region not like :regions and p.path like :departments is not true)
