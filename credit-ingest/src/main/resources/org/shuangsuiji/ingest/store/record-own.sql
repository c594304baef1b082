-- Results that this office published itself come back in the lists of a platform above: they are known already.
insert into known (line, key_hash, record_id, known_from, same)
select distinct on (s.line) s.line, s.key_hash, r.id, r.known_from, true
from ingest.staged_record_slot s
join whom w on w.subject = s.subject
join ingest.record r on r.enterprise_id = w.enterprise_id and r.kind = 6 and r.known_to is null
    and r.event_day = s.event_day and ingest.comparable(r.authority) = ingest.comparable(s.authority)
join ingest.delivery d on d.id = r.delivery_id and d.stored_as is null
where starts_with(ingest.wording(r.summary), ingest.wording(split_part(s.summary, '；', 1)))
  and not exists (select from known k where k.line = s.line)
order by s.line, r.id
