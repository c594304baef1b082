-- Codes and numbers that a registration told before and now, corrected, tells no more. A file without a column for former
-- ones says nothing of them, and a credit code in the place of the register number takes no old number back.
update ingest.identifier i
set unsaid_at = :now, unsaid_by = :delivery
from known k
join ingest.staged_registration_slot s on s.line = k.line
join ingest.enterprise e on e.id = k.enterprise_id
where not k.same
  and i.enterprise_id = k.enterprise_id
  and i.sort <> 'NAME'
  and i.unsaid_at is null
  and i.value is distinct from e.register_number
  and (i.value = any (s.former_codes)) is not true
  and case when i.former then s.former_codes is not null else e.register_number ~ '^[0-9]{15}$' end
