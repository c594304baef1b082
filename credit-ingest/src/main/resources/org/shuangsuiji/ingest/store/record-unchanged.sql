-- Rows that say nothing of a known record that is not known already, though other rows told it before in fewer or more
-- words.
update known k set same = true
from ingest.staged_record_slot s, ingest.record r
where not k.same and s.line = k.line and r.id = k.record_id
  and (s.event_day, s.ends_on, s.repaired_on, s.withdrawn_on, s.severity, s.amount_fen, s.confiscated_fen, s.category,
       s.document_no, s.authority, s.summary)
      is not distinct from
      (r.event_day, r.ends_on, r.repaired_on, r.withdrawn_on, r.severity, r.amount_fen, r.confiscated_fen, r.category,
       r.document_no, r.authority, r.summary)
