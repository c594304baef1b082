-- What was found is noted, and what is in force makes the one identity another of the other.
insert into ingest.link (from_id, to_id, reason, evidence, state, delivery_id, noted_at, since)
select from_id, to_id, sort, shown, case when in_force then 'IN_FORCE' else 'PROPOSED' end, :delivery, :now,
    case when in_force then cast(:now as timestamptz) end
from found f
where in_force or not exists (select from found o where o.from_id = f.from_id and o.in_force)
on conflict do nothing
