-- The registrations of one subject in the order in which the office learned them.
select known_from, delivery_id, name, status, cast(established as text) as established, legal_person, capital_text as capital, address,
       business_scope as scope
from ingest.enterprise_version
where enterprise_id = :id and registered
union all
select known_from, delivery_id, name, status, cast(established as text), legal_person, capital_text, address, business_scope
from ingest.enterprise
where id = :id and registered
order by known_from, delivery_id
