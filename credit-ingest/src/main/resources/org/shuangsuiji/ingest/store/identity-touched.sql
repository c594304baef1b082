insert into ingest.touched (delivery_id, enterprise_id)
select :delivery, identity_id from moved
union
select :delivery, from_root from moved
union
select :delivery, to_root from moved
on conflict do nothing
