-- New identities that a registration of before may name already.
insert into fresh
select e.id from missing m join ingest.enterprise e on e.credit_code = m.subject
union
select e.id from missing m join ingest.enterprise e on e.old_number = m.subject
union
select e.id from missing m join ingest.enterprise e on e.name_key = m.subject
