-- Another source tells of what the office knew already.
insert into ingest.record_source (record_key, source_id, delivery_id, noted_at)
select distinct r.key_hash, mine.source_id, mine.id, cast(:now as timestamptz)
from known k
join ingest.record r on r.id = k.record_id
join ingest.delivery d on d.id = r.delivery_id
join ingest.delivery mine on mine.id = :delivery
where mine.source_id is not null and d.source_id is distinct from mine.source_id
on conflict do nothing
