-- A fine of unknown amount is not a fine of nothing: readers of the records can tell the two apart.
create or replace view ingest.read_record as
select r.id as record_id, r.enterprise_id, r.kind, r.event_day, r.ends_on, r.repaired_on, r.withdrawn_on, r.severity,
       r.amount_fen, r.category, r.document_no, r.authority, r.summary, r.delivery_id, r.known_from, r.known_to,
       r.confiscated_fen, r.flags,
       r.kind = 3 and r.amount_fen is null
           and (r.flags & (1 << 18) <> 0 or coalesce('010103' = any (string_to_array(r.category, ',')), false))
           as amount_unknown
from ingest.record r;
comment on column ingest.read_record.amount_unknown is 'True when there was a fine and its amount is not known';
