-- What was told of two identities while they were one goes to whom it was told of: where one record took up the words of
-- both, each side has it again as it was last told of that side. The one under whose key it began keeps the key.
create temp table parted on commit drop as
with side as (
    select e.id as identity_id, coalesce(e.same_as, e.id) as root
    from ingest.enterprise e
    where e.id in (select from_root from moved union select to_root from moved)
       or e.same_as in (select from_root from moved union select to_root from moved)
), version as (
    select r.*, s.identity_id as told_of, s.root, r.known_from as told_at, r.known_to is null as stands
    from side s
    join ingest.record r on r.enterprise_id = s.identity_id and r.subject_id is null
    union all
    select r.*, s.identity_id, s.root, r.known_from, r.known_to is null
    from side s
    join ingest.record r on r.subject_id = s.identity_id
    union all
    select r.*, s.identity_id, s.root, t.noted_at, false
    from side s
    join ingest.record_told t on t.identity_id = s.identity_id
    join ingest.record r on r.id = t.record_id
), latest as (
    select distinct on (key_hash, root) *
    from version
    where known_to is null or known_to >= :since
    order by key_hash, root, told_at desc, id desc
), lost as (
    select l.*,
        row_number() over (
            partition by root, kind, coalesce(fact_hash::text, ingest.document_number(document_no)),
                extract(year from event_day)
            order by told_at desc, id desc) as turn
    from latest l
    where not exists (
          select from version c
          where c.stands and c.root = l.root and c.kind = l.kind
            and (c.key_hash = l.key_hash or c.fact_hash = l.fact_hash
                 or extract(year from c.event_day) = extract(year from l.event_day)
                    and ingest.document_number(c.document_no) = ingest.document_number(l.document_no)))
)
select l.id, l.root, l.told_of, l.key_hash,
    (select f.root = l.root from version f where f.key_hash = l.key_hash order by f.told_at, f.id limit 1) as first,
    (select h.id from version h where h.key_hash = l.key_hash and h.stands) as holder
from lost l
where l.turn = 1
